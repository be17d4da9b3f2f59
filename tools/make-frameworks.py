#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the built-in frameworks of data/frameworks from catalogues of the published ones.

make-frameworks.py CATALOGUE-FOLDER

The catalogues are CSV, a row for each printed indicator, in the order of the print. What the print
does not say (which measure of the Local Authority Interactive Tool a row can be read from, which
rows belong together) is set down here and is checked against data/reference/measures.csv.
"""
import csv
import os
import re
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIELDS = ("title code origin edition date language changes asks rationale definition numerator "
          "denominator group unit decimals direction range-low range-high direction-by "
          "direction-date direction-why data-kind period comparison availability placeholder local "
          "meaningful meaningful-notes valid valid-notes reliable reliable-notes pragmatic "
          "pragmatic-notes vital-sign vital-sign-evidence binding binding-code notes").split()
PARTS = {"sub-measure": ("title", "direction", "binding-code", "notes"),
         "source": ("kind", "name", "fields"),
         "reference": ("scheme", "code"),
         "tag": ("grouping", "value"),
         "read-with": ("to",),
         "leads-to": ("to",)}
DIRECTIONS = {"higher-better": "higher", "lower-better": "lower", "neutral": "none",
              "high": "higher", "low": "lower"}
UNITS = {"percent": "%", "rate": "Rate", "score": "Score", "scale": "Answers on a scale",
         "distribution": "Distribution", "text": "Text", "count": "Number", "days": "Days",
         "ratio": "Ratio", "rank": "Rank", "money": "Pounds", "percent-change": "% change",
         "percentage-points": "Percentage points", "composite": "Several measures"}
REGIONS = {"nw": "North West", "ne": "North East", "yh": "Yorkshire and the Humber",
           "wm": "West Midlands", "east": "East of England", "london": "London",
           "se": "South East", "sw": "South West"}
JUDGED_BY = "Waymark, from the wording"
LAIT = "Local Authority Interactive Tool"

# Rows of the 2013 set that a measure of LAIT gives as they stand.
BENCHMARK_BOUND = {
    "1": "ChildPov", "2": "EALPri", "3": "EALSec", "4": "PriFSM", "5": "SecFSM", "8": "InfMort",
    "12": "6wksBreast", "15": "%_3&4yr_olds", "21": "ExcessRec", "37": "CPP_Total_Rateper10,000",
    "38": "CPP_Total_NumRef", "43": "ReReferral", "66": "CPP_rate", "70": "DeRegCPR",
    "71": "RevCP", "75": "RevCP", "80": "Section_47", "85": "ISCP_Conf", "92": "CP_conf_15days",
    "104": "CINTotalAb_3Term", "105": "CINPermAbsent_3Term", "106": "CINPermExclusion",
    "107": "CINFixedExclusion", "108": "LAC", "109": "LACnum", "112": "LACFinance",
    "113": "LACStable_2016on", "114": "LAC_LongStable%", "115": "LACDistance",
    "117": "CareApplications", "122": "Emotional_LAC", "127": "LAC_Fixed_ Ex",
    "138": "No_of LAC Adopted", "154": "Hosp_Adm_Alc_<18yrs", "155": "Under18concep",
    "166": "ExcessYr6", "167": "PriTotAbs", "168": "Pri_ Pup_FixedEx", "177": "SecFixedEx",
    "178": "SecPermEx", "179": "SecTotAbs", "180": "SFSecPerAbNew", "181": "TotAbs",
    "182": "TotPermEx", "183-01": "Level2Age19", "183-02": "Level3Age19",
    "183-03": "L2Age19_E&M_not16", "183-04": "L3Age19Gap", "183-05": "L2Age19Gap",
    "183-06": "L2Age19_E&M_not16", "185": "Work_Force_Vac_Rate", "186": "Work_Force_TO_Rate",
    "187": "Work_Force_SWAbsence", "188": "Work_Force_Agecy_Rate", "189": "Work_Force_NoSW",
}
# Rows for which LAIT has something near, and in what it differs: a reference, not a binding.
BENCHMARK_NEAR = {
    "55": ("CIN", "The measure of LAIT includes looked after children and children with a plan."),
    "73": ("PrevRegCPR", "The measure of LAIT counts any earlier plan, not only those of the last two years."),
    "131": ("LAC_19_HE", "The measure of LAIT covers care leavers aged 19 to 21."),
    "134": ("CareLeaverAcc", "The measure of LAIT covers care leavers aged 19 to 21."),
    "135": ("CareLeaverEET", "The measure of LAIT covers care leavers aged 19 to 21."),
    "136": ("%_of LAC Adopted", "Compare the denominators before use."),
    "156": ("FirstYJS", "The measure of LAIT is a rate per 100,000."),
    "183-07": ("16-17Ed&Training", "The measure of LAIT covers ages 16 and 17."),
    "183-08": ("16-17 NEET", "The measure of LAIT covers ages 16 and 17."),
    "183-09": ("16-17_not known", "The measure of LAIT covers ages 16 and 17."),
    "192": ("Work_Force_AvgNumCase_SW", "The measure of LAIT covers all cases of children and family social workers."),
}
# Rows that print several measures: title, direction, code of LAIT.
BENCHMARK_PARTS = {
    "24": [("Count of CAFs completed in the period", "none", None),
           ("CAF rate per 10,000 children and young people", "none", None)],
    "46": [("Percentage of referrals from different agencies", "none", None),
           ("Percentage that result in no further action following the referral", "lower", "CIN_Refferals_NFA"),
           ("Percentage that result in no further action following an assessment", "lower",
            "Referrals_AssessedNotNeed")],
    "62": [("Core assessments completed: total", "none", None),
           ("Core assessments completed: in timescale", "higher", None),
           ("Core assessments completed: out of timescale", "lower", None)],
    "72": [("Plans open at 31 March lasting two years or more", "lower", "CPPlans2yrsActive"),
           ("Plans ended during the year lasting two years or more", "lower", "CPPlans2yrs")],
    "93": [("Domestic violence", "none", None), ("Mental health", "none", None),
           ("Substance misuse", "none", None), ("Learning disability", "none", None)],
    "184-01": [("Pupils who have statements of SEN", "none", None), ("Pupils with SEN without statements", "none", None),
               ("Pupils at School Action", "none", None), ("Pupils at School Action Plus", "none", None)],
}
# Rows that today's child-level returns can feed, alone or with LAIT: the return and its items.
REFERRAL, ENQUIRY, PLAN = "CINreferralDate", "S47ActualStartDate", "CPPstartDate, CPPendDate"
CONFERENCE = "DateOfInitialCPC"
BENCHMARK_RETURNS = {
    "39": [("CiN Census", REFERRAL)], "41": [("CiN Census", REFERRAL)], "42": [("CiN Census", REFERRAL)],
    "44": [("CiN Census", REFERRAL)], "46": [("CiN Census", "ReferralSource, ReferralNFA, ReasonForClosure")],
    "48": [("CiN Census", REFERRAL + ", ReferralNFA, ReasonForClosure")],
    "52": [("CiN Census", "AssessmentAuthorisationDate")], "53": [("CiN Census", "AssessmentAuthorisationDate")],
    "55": [("CiN Census", REFERRAL + ", CINclosureDate"), ("SSDA903", "DECOM, DEC")],
    "56": [("CiN Census", REFERRAL + ", CINclosureDate")], "57": [("CiN Census", REFERRAL + ", CINclosureDate")],
    "59": [("CiN Census", REFERRAL + ", CINclosureDate")],
    "63": [("CiN Census", REFERRAL + ", AssessmentAuthorisationDate")],
    "67": [("CiN Census", PLAN), ("SSDA903", "DECOM, DEC")], "68": [("CiN Census", PLAN)],
    "72": [("CiN Census", PLAN)], "73": [("CiN Census", PLAN + ", NumberOfPreviousCPP")],
    "77": [("CiN Census", PLAN + ", CINclosureDate"), ("SSDA903", "DEC")],
    "78": [("CiN Census", PLAN + ", CINclosureDate"), ("SSDA903", "DECOM")],
    "81": [("CiN Census", PLAN + ", " + ENQUIRY)], "82": [("CiN Census", ENQUIRY)],
    "83": [("CiN Census", ENQUIRY)], "86": [("CiN Census", CONFERENCE)], "87": [("CiN Census", CONFERENCE)],
    "89": [("CiN Census", ENQUIRY + ", " + CONFERENCE)], "90": [("CiN Census", CONFERENCE + ", CPPstartDate")],
    "91": [("CiN Census", ENQUIRY + ", " + CONFERENCE)], "93": [("CiN Census", "AssessmentFactors")],
    "94": [("CiN Census", "AssessmentFactors")], "97": [("CiN Census", PLAN + ", LatestCategoryOfAbuse")],
    "98": [("CiN Census", PLAN + ", LatestCategoryOfAbuse")], "99": [("CiN Census", PLAN + ", LatestCategoryOfAbuse")],
    "100": [("CiN Census", PLAN + ", LatestCategoryOfAbuse")],
    "110": [("SSDA903", "DECOM, DEC")], "120": [("SSDA903", "REVIEW, REVIEW_CODE")],
    "131": [("SSDA903", "ACTIV")], "132": [("SSDA903", "CONVICTED")], "133": [("SSDA903", "DECOM, DEC, REC")],
    "134": [("SSDA903", "ACCOM")], "135": [("SSDA903", "ACTIV")], "136": [("SSDA903", "DEC, REC")],
    "137": [("SSDA903", "PLACE")], "139": [("SSDA903", "DEC, REC")],
    "140": [("SSDA903", "DATE_PLACED, REC")], "141": [("SSDA903", "DECOM, PLACE, REC")],
    "142": [("SSDA903", "LS, DATE_MATCH")], "143": [("SSDA903", "DECOM, PLACE, REC")],
}
BENCHMARK_TOGETHER = [("62", "64"), ("150", "152"), ("183-03", "183-06"), ("169", "130")]
PLACEHOLDERS = {"19", "29", "95", "96", "145"}

HERD_BOUND = {"1": "CPP_Total_Rateper10,000", "2": "ReReferral", "3": "CPP_rate", "4": "LAC",
              "5": "CP_conf_15days", "6": "CPPlans2yrs", "7": "DeRegCPR"}

# Measures of LAIT near an indicator of 2019; each differs in some way, so none is bound.
CSCS_NEAR = {"T2-7-1": ("Work_Force_TO_Rate", "Work_Force_Vac_Rate"), "T2-7-3": ("Work_Force_Agecy_Rate",),
             "T2-8-6": ("Work_Force_SWAbsence",), "T3-1-2": ("CIN_Refferals_NFA",),
             "T3-3-3": ("PrevRegCPR",), "T5-3-1": ("CareLeaverAcc",), "T5-12b-3": ("CareLeaverEET",)}
CSCS_SOURCES = [("CiN Census", "return"), ("SSDA903", "return"), ("NPD", "return"),
                ("CSW workforce return", "return"), ("case records", "record"), ("case audit", "record"),
                ("complaints records", "record"), ("meeting records", "record"),
                ("youth justice records", "record"), ("health partner data", "record"),
                ("senior manager return or document check", "record"), ("SDQ", "record"),
                ("staff survey", "survey"), ("user survey", "survey")]


def escape(text, in_attribute=False):
    """Text as the program writes it in XML."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if in_attribute else text


def soften(notes):
    """Names of the source documents instead of the catalogue's keys."""
    for key, name in (("000", "the sector-led-improvement analysis"),
                      ("001", "the study of national data sets, 2001-14,"),
                      ("003", "the 2019 outcomes framework")):
        notes = re.sub(rf"^Seed {key}", name[0].upper() + name[1:], notes)
        notes = re.sub(rf"(?<=\. )Seed {key}", name[0].upper() + name[1:], notes)
        notes = re.sub(rf"[Ss]eed {key}", name, notes)
    return notes


class Item:
    """One element of the file: its texts by field, its parts by kind, what stands below it."""

    def __init__(self, kind, name, **texts):
        self.kind, self.id, self.texts, self.parts, self.children = kind, name, {}, {}, []
        for field, text in texts.items():
            self.set(field.replace("_", "-"), text)

    def set(self, field, text):
        assert field in FIELDS, field
        if text:
            self.texts[field] = text
        return self

    def add(self, kind, *cells):
        assert len(cells) <= len(PARTS[kind])
        self.parts.setdefault(kind, []).append(cells)

    def has(self, item):
        self.children.append(item.id)
        return item

    def write(self, out, indent):
        """The content of the element, without its start and end."""
        for field in FIELDS:
            if field in self.texts:
                out.append(f"{indent}<{field}>{escape(self.texts[field])}</{field}>")
        for kind, names in PARTS.items():
            for cells in self.parts.get(kind, ()):
                attributes = "".join(f' {name}="{escape(cell, True)}"'
                                     for name, cell in zip(names, cells) if cell)
                out.append(f"{indent}<{kind}{attributes}/>")
        for child in self.children:
            out.append(f'{indent}<has ref="{child}"/>')


def save(path, framework, items):
    """Writes a framework file."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           f'<framework xmlns="urn:waymark:framework" version="1" id="{framework.id}">']
    framework.write(out, "  ")
    for item in items:
        out.append(f'  <{item.kind} id="{item.id}">')
        item.write(out, "    ")
        out.append(f"  </{item.kind}>")
    out.append("</framework>")
    with open(os.path.join(TOP, "data", "frameworks", path), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(out) + "\n")
    print(f"{path}: {sum(item.kind == 'indicator' for item in items)} indicators")


def read(folder, name):
    """The rows of a catalogue."""
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_lait_codes():
    """The codes of the measures that the program knows."""
    with open(os.path.join(TOP, "data", "reference", "measures.csv"), encoding="utf-8", newline="") as file:
        rows = [line for line in file if not line.startswith("#")]
    return {row["code"] for row in csv.DictReader(rows)}


def bind(item, code):
    """Binds an indicator to a measure of LAIT."""
    item.set("binding", "imported").set("binding-code", code).set("availability", "ready")
    item.add("source", "return", LAIT, code)
    item.add("reference", "LAIT", code)


def get_unit(row, title):
    """The unit for people; what the title says of a rate is added."""
    if row["unit"] == "rate" and "per 10,000" in title.lower().replace("per 10000", "per 10,000"):
        return "Rate per 10,000"
    return UNITS[row["unit"]]


def add_sources(item, hint):
    """The sources that a hint of the catalogue names, and what it takes to use them."""
    kinds = set()
    for name, kind in CSCS_SOURCES:
        if name.lower() in hint.lower():
            fields = "assessment factors" if name == "CiN Census" and "assessment factors" in hint else None
            item.add("source", kind, name, fields)
            kinds.add(kind)
    assert kinds, hint
    item.set("availability", "new" if kinds == {"survey"}
             else "ready" if hint == "CSW workforce return" else "derivable")


def make_cscs_indicator(row):
    """An indicator of the 2019 framework."""
    item = Item("indicator", row["key"], title=row["indicator"], code=row["key"], group=row["group_covered"],
                rationale=row["rationale"], unit=get_unit(row, row["indicator"]),
                direction=DIRECTIONS[row["polarity"]], direction_by=JUDGED_BY, period=row["reference_period"],
                data_kind={"organisation-workforce-practice": "organisation"}.get(row["data_type"], row["data_type"]),
                comparison="yes" if row["comparison"] == "yes" else None, notes=soften(row["notes"]))
    if row["sub_measures"]:
        for title, direction in zip(row["sub_measures"].split(" | "), row["sub_polarity"].split(" | ")):
            item.add("sub-measure", title, DIRECTIONS[direction])
    add_sources(item, row["source_hint"])
    for code in CSCS_NEAR.get(row["key"], ()):
        item.add("reference", "LAIT", code)
    return item


def make_cscs_outcome(row, rows, table1):
    """An outcome of the 2019 framework; what its rows share stands with it."""
    key = row["key"].rsplit("-", 1)[0]
    groups = {r["group_covered"] for r in rows if r["key"].rsplit("-", 1)[0] == key}
    rationales = list(dict.fromkeys(r["rationale"] for r in rows if r["key"].rsplit("-", 1)[0] == key))
    notes = []
    overview = [t for t in table1 if t["detail_table_no"] == row["table_no"]
                and key.split("-")[1] in t["detail_outcome_keys"].split(" | ")]
    if not overview:
        notes.append("Not listed in the overview (Table 1).")
    elif overview[0]["outcome_in_table1"] != row["outcome"]:
        notes.append(f"In the overview (Table 1): “{overview[0]['outcome_in_table1']}”.")
    if key in ("T5-12a", "T5-12b"):
        notes.append("Table 5 prints two outcomes with the number 12.")
    if key == "T5-9":
        notes.append("Table 5 prints no outcome 8.")
    return Item("outcome", key, title=row["outcome"], code=key, rationale=" ".join(rationales),
                group=groups.pop() if len(groups) == 1 else None, notes=" ".join(notes))


def make_cscs(folder):
    """The outcomes framework of 2019."""
    rows, table1 = read(folder, "cscs-outcomes-2019.csv"), read(folder, "cscs-outcomes-2019-table1.csv")
    headings = {row["domain_no"]: row["column_heading"] for row in table1}
    framework = Item("framework", "cscs-outcomes-2019",
                     title="Outcomes framework for children’s social care services", edition="2019",
                     origin="Outcomes framework for children’s social care services, England, 2019: Tables 1 to 5",
                     date="2019", language="en-GB",
                     notes="Titles, groups and order are those of Tables 2 to 5. Rationales are told in other words; "
                           "directions, kinds of data, units and most sources are judged from the wording. The print "
                           "has no outcome 8 in Table 5 and two outcomes numbered 12 (12a and 12b here). It prints no "
                           "definitions beyond the titles. Unmet need, which the report names as not measurable yet, "
                           "has no row of its own.")
    items, domains, outcomes = [], {}, {}
    for row in rows:
        number, key = row["domain_no"], row["key"].rsplit("-", 1)[0]
        if number not in domains:
            domains[number] = framework.has(Item("domain", f"D{number}", title=headings[number], code=number))
            items.append(domains[number])
        if key not in outcomes:
            outcomes[key] = domains[number].has(make_cscs_outcome(row, rows, table1))
            items.append(outcomes[key])
        items.append(outcomes[key].has(make_cscs_indicator(row)))
    for cause, effect in (("1", "2"), ("1", "3"), ("2", "4"), ("3", "4")):
        domains[cause].add("leads-to", domains[effect].id)
    save("cscs-outcomes-2019.wmframework", framework, items)


def make_benchmark_indicator(row, groups):
    """A row of the 2013 set."""
    key, title = row["key"], row["description"]
    notes = [soften(row["notes"])] if row["notes"] else []
    item = Item("indicator", f"B{key}", title=title, code=key, unit=get_unit(row, title),
                direction=DIRECTIONS[row["polarity"]], direction_by=JUDGED_BY)
    if key in PLACEHOLDERS:
        item.set("placeholder", "yes").set("availability", "new")
    for part in BENCHMARK_PARTS.get(key, ()):
        item.add("sub-measure", *part)
        if part[2]:
            item.add("reference", "LAIT", part[2])
    if key in BENCHMARK_BOUND:
        bind(item, BENCHMARK_BOUND[key])
    for name, fields in BENCHMARK_RETURNS.get(key, ()):
        item.set("availability", "derivable").add("source", "return", name, fields)
    if key in BENCHMARK_NEAR:
        item.add("reference", "LAIT", BENCHMARK_NEAR[key][0])
        notes.append(BENCHMARK_NEAR[key][1])
    if row["dfe_spif_ref"]:
        item.add("reference", "DfE", row["dfe_spif_ref"])
    for number in re.findall(r"\bNI ?(\d+)", title):
        item.add("reference", "NI", "NI " + number)
    if "PAF CF/C20" in title:
        item.add("reference", "PAF", "CF/C20")
    for column, region in REGIONS.items():
        if row[column] == "1":
            item.add("tag", "Region set", region)
    if row["la_profile"] == "1":
        item.add("tag", "Profile", "LA profile")
    for group in groups:
        item.add("tag", "Common set", group)
    return item.set("notes", " ".join(notes))


def make_benchmark(folder):
    """The regional benchmark set of 2013."""
    rows, common = read(folder, "cib-benchmark-2013.csv"), read(folder, "cib-common-set-2013.csv")
    groups = {}
    for entry in common:
        for key in entry["benchmark_keys"].split(" | "):
            groups.setdefault(key, [])
            if entry["group"] not in groups[key]:
                groups[key].append(entry["group"])
    framework = Item("framework", "benchmark-2013", title="Regional benchmark set", edition="July 2013",
                     origin="Summary of regional data activity and benchmark sets, July 2013: Appendix B and the "
                            "common benchmarking set", date="2013-07", language="en-GB",
                     notes="All 219 rows in the order of the print, whose numbers run to 203: 183 stands on 11 rows "
                           "and 184 on 7, told apart here by a suffix. Tags name the region sets that use a row, the "
                           "authority profile and the group of the common set. The North West and the South West have "
                           "no mark in the print. Units that the print leaves out and all directions are judged from "
                           "the wording.")
    items, domains, by_key = [], {}, {}
    for row in rows:
        section = row["section"]
        if section not in domains:
            domains[section] = framework.has(Item("domain", f"S{len(domains) + 1}", title=section))
            items.append(domains[section])
        by_key[row["key"]] = domains[section].has(make_benchmark_indicator(row, groups.get(row["key"], ())))
        items.append(by_key[row["key"]])
    for one, other in BENCHMARK_TOGETHER:
        by_key[one].add("read-with", by_key[other].id)
        by_key[other].add("read-with", by_key[one].id)
    save("benchmark-2013.wmframework", framework, items)
    return by_key


def make_common_indicator(entry, rows, number, part):
    """An item of the common set, as the rows of the 2013 set that say the same define it."""
    first = rows[0]
    item = Item("indicator", f"C{number}", title=entry["item"],
                notes=f"In the sets of {entry['regions_ticked']} regions.")
    for field in ("unit", "direction", "direction-by", "availability", "binding", "binding-code"):
        item.set(field, first.texts.get(field))
    parts = {kind: list(first.parts.get(kind, ())) for kind in ("sub-measure", "source", "reference")}
    if part is not None:
        _, direction, code = parts.pop("sub-measure")[part]
        item.set("direction", direction).set("unit", "%")
        parts["reference"] = [cells for cells in parts["reference"] if cells[0] != "LAIT"]
        if code:
            bind(item, code)
    for kind, cells in ((kind, cells) for kind, found in parts.items() for cells in found):
        item.add(kind, *cells)
    for row in rows:
        item.add("reference", "benchmark-2013", row.id)
    return item


def make_common(folder, by_key):
    """The common benchmarking set: what two or more regions had in their sets."""
    entries = read(folder, "cib-common-set-2013.csv")
    framework = Item("framework", "common-set-2013", title="Common benchmarking set", edition="July 2013",
                     origin="Summary of regional data activity and benchmark sets, July 2013: the common "
                            "benchmarking set", date="2013-07", language="en-GB",
                     notes="The 52 items that two or more regions had in their sets, in the order and the seven groups "
                           "of the print, which does not number them. References name the rows of the regional "
                           "benchmark set that say the same, often in other words: 53 rows in all, since three items "
                           "share row 46 and three items match two rows each. Units, directions and codes are those "
                           "of the rows.")
    items, domains, n_shared = [], {}, 0
    for number, entry in enumerate(entries, 1):
        group = entry["group"]
        keys = entry["benchmark_keys"].split(" | ")
        part = n_shared if keys == ["46"] else None
        n_shared += keys == ["46"]
        if group not in domains:
            domains[group] = framework.has(Item("domain", f"G{len(domains) + 1}", title=group))
            items.append(domains[group])
        items.append(domains[group].has(
            make_common_indicator(entry, [by_key[key] for key in keys], number, part)))
    save("common-set-2013.wmframework", framework, items)


def make_herd(folder):
    """The seven indicators of the sector-led-improvement analysis."""
    framework = Item("framework", "herd-kpis", title="Herd KPIs of sector-led improvement", edition="2006-2017",
                     origin="Pilot analysis of sector-led improvement in Yorkshire and the Humber: Table 1",
                     language="en-GB",
                     notes="The directions are those that the analysis states. For rates of referrals, plans and "
                           "looked after children they are open to dispute: these follow demand and thresholds.")
    domain = framework.has(Item("domain", "herd", title="Herd KPIs"))
    items = [domain]
    for row in read(folder, "sli-herd-kpis.csv"):
        item = domain.has(Item("indicator", f"KPI{row['kpi']}", title=row["definition"], code=f"KPI {row['kpi']}",
                               definition=row["definition"], unit=get_unit(row, row["definition"]),
                               direction=DIRECTIONS[row["good_performance"]], direction_by="The analysis, Table 1",
                               notes=soften(row["notes"])))
        if row["unit"] == "rate":
            item.set("denominator", "Children aged under 18")
        bind(item, HERD_BOUND[row["kpi"]])
        items.append(item)
    items[7].add("read-with", "KPI3")
    save("herd-kpis.wmframework", framework, items)


def check_codes():
    """Every code of LAIT used here is one that the program knows."""
    known = read_lait_codes()
    used = set(BENCHMARK_BOUND.values()) | {code for code, _ in BENCHMARK_NEAR.values()} \
        | {part[2] for parts in BENCHMARK_PARTS.values() for part in parts if part[2]} \
        | set(HERD_BOUND.values()) | {code for codes in CSCS_NEAR.values() for code in codes}
    if used - known:
        raise SystemExit(f"not a measure of LAIT: {sorted(used - known)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    check_codes()
    make_cscs(sys.argv[1])
    make_common(sys.argv[1], make_benchmark(sys.argv[1]))
    make_herd(sys.argv[1])
