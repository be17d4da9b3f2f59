# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli framework: files, the built-in ones, and those of a project."""

import os
import shutil

from harness import main

HEAD = '<framework xmlns="urn:waymark:framework" version="1" id="f">\n'
SMALL = (HEAD + '<title>Small</title>\n<has ref="d"/>\n<domain id="d"><title>D</title>\n<has ref="i"/></domain>\n'
         '<indicator id="i"><title>I</title>%s</indicator>\n</framework>\n')


def read(path):
    with open(path, "rb") as file:
        return file.read()


def lists(cli):
    rows = {r["framework"]: r for r in cli.json("framework", "list")}
    assert (rows["cscs-outcomes-2019"]["outcomes"], rows["cscs-outcomes-2019"]["indicators"]) == (33, 108)
    assert (rows["benchmark-2013"]["indicators"], rows["benchmark-2013"]["placeholders"]) == (214, 5)
    assert rows["herd-kpis"]["indicators"] == 7


def shows(cli):
    rows = cli.json("framework", "show", "herd-kpis")
    assert [r["kind"] for r in rows] == ["domain"] + ["indicator"] * 7
    assert rows[3]["binding"] == "CPP_rate"
    cli.fails(1, "framework", "show", "no-such", words="herd-kpis")
    cli.fails(2, "framework", "dance")
    cli.fails(2, "framework", "show")


def exports(cli):
    cli.ok("framework", "export", "benchmark-2013", "--output", "a.wmframework")
    cli.ok("framework", "export", "a.wmframework", "--output", "b.wmframework")
    with open(cli.path("a.wmframework"), "rb") as one, open(cli.path("b.wmframework"), "rb") as other:
        assert one.read() == other.read()
    cli.ok("framework", "export", "benchmark-2013", "--output", "a.csv")
    with open(cli.path("a.csv"), encoding="utf-8", newline="") as file:
        assert file.read().count("\r\n") == 220
    cli.ok("framework", "export", "lait", "--output", "a.xlsx")
    cli.ok("framework", "export", "herd-kpis", "--output", "a.html")
    cli.ok("framework", "export", "herd-kpis", "--output", "A.PDF")
    assert read(cli.path("a.html")).startswith(b"<!DOCTYPE html>")
    assert read(cli.path("A.PDF")).startswith(b"%PDF-")
    cli.fails(2, "framework", "export", "lait", "--output", "a.doc")
    cli.fails(2, "framework", "export", "lait")


def validates(cli):
    cli.ok("framework", "export", "herd-kpis", "--output", "a.wmframework")
    assert {r["code"] for r in cli.json("framework", "validate", "a.wmframework")} == {"no-denominator"}
    cli.write("bad.wmframework", '<framework xmlns="urn:waymark:framework" version="1" id="f">\n'
                                 '<domain id="d"><has ref="gone"/></domain>\n</framework>\n')
    cli.fails(1, "framework", "validate", "bad.wmframework", words="ine 2: “d” has “gone”")
    cli.write("newer.wmframework", '<framework xmlns="urn:waymark:framework" version="9" id="f"/>')
    cli.fails(1, "framework", "validate", "newer.wmframework", words="newer Waymark")
    cli.fails(1, "framework", "validate", "missing.wmframework")


def compares(cli):
    rows = cli.json("framework", "compare", "benchmark-2013", "herd-kpis", "lait")
    assert [r["herd-kpis"] for r in rows[:7]] == [f"KPI {n}" for n in (1, 2, 3, 7, 6, 5, 4)]
    cli.fails(2, "framework", "compare", "herd-kpis")


def ids(cli, name="p.waymark"):
    return {r["framework"]: r for r in cli.json("framework", "list", name)}


def lait_of_project(cli):
    cli.ok("sample", "s.waymark")
    measures = cli.json("indicators", "s.waymark")
    shown = cli.json("framework", "show", "s.waymark:lait")
    assert {r["code"] for r in shown if r["kind"] == "indicator"} == {m["indicator"] for m in measures}
    assert ids(cli, "s.waymark")["lait"]["changed_at"] in ("", None)
    cli.fails(1, "framework", "remove", "s.waymark", "lait")


def imports(cli):
    cli.ok("new", "p.waymark")
    assert ids(cli) == {}
    cli.ok("framework", "import", "p.waymark", "cscs-outcomes-2019")
    row = cli.json("framework", "import", "p.waymark", "benchmark-2013")[0]
    assert (row["domains"], row["indicators"], row["placeholders"]) == (14, 214, 5)
    listed = ids(cli)
    assert set(listed) == {"cscs-outcomes-2019", "benchmark-2013"}
    assert [r["framework"] for r in listed.values() if r["active"] == "yes"] == ["cscs-outcomes-2019"]
    for name in listed:
        cli.ok("framework", "export", "p.waymark", name, "--output", "out.wmframework")
        cli.ok("framework", "export", name, "--output", "in.wmframework")
        assert read(cli.path("out.wmframework")) == read(cli.path("in.wmframework"))
    cli.fails(1, "framework", "import", "none.waymark", "herd-kpis")
    cli.fails(1, "framework", "import", "p.waymark", "no-such")
    cli.fails(2, "framework", "import", "p.waymark")


def taken_ids(cli):
    cli.ok("new", "p.waymark")
    cli.write("one.wmframework", SMALL % "")
    cli.write("two.wmframework", (SMALL % "").replace("Small", "Second"))
    cli.ok("framework", "import", "p.waymark", "one.wmframework")
    before = read(cli.path("p.waymark"))
    said = cli.fails(1, "framework", "import", "p.waymark", "two.wmframework", words="“f” already").err
    assert "--replace" in said and "--as ID" in said
    cli.fails(1, "framework", "import", "p.waymark", "two.wmframework", "--as", "not an id")
    cli.fails(1, "framework", "import", "p.waymark", "two.wmframework", "--as", "d", words="“d”")
    assert read(cli.path("p.waymark")) == before
    cli.ok("framework", "import", "p.waymark", "two.wmframework", "--as", "second")
    assert {k: r["title"] for k, r in ids(cli).items()} == {"f": "Small", "second": "Second"}
    cli.ok("framework", "import", "p.waymark", "two.wmframework", "--replace")
    assert ids(cli)["f"]["title"] == "Second"
    assert len(cli.json("framework", "versions", "p.waymark", "f")) == 1
    assert cli.json("framework", "show", "p.waymark:f@1")
    cli.ok("framework", "import", "p.waymark", "p.waymark:f@1", "--replace")
    assert ids(cli)["f"]["title"] == "Small"


def keeps(cli):
    cli.ok("new", "p.waymark")
    cli.ok("framework", "import", "p.waymark", "herd-kpis")
    rows = cli.json("framework", "keep", "p.waymark", "herd-kpis", "--note", "As agreed")
    assert [(r["number"], r["note"]) for r in rows] == [(1, "As agreed")]
    cli.ok("framework", "export", "p.waymark:herd-kpis@1", "--output", "then.wmframework")
    cli.ok("framework", "export", "herd-kpis", "--output", "now.wmframework")
    assert read(cli.path("then.wmframework")) == read(cli.path("now.wmframework"))
    cli.fails(1, "framework", "show", "p.waymark:herd-kpis@7", words="version 7")
    assert cli.json("framework", "changes", "p.waymark:herd-kpis@1", "p.waymark:herd-kpis") == []
    changed = cli.json("framework", "changes", "herd-kpis", "cscs-outcomes-2019")
    assert {row["change"] for row in changed} >= {"Added", "Removed"}
    cli.fails(1, "framework", "changes", "herd-kpis", "p.waymark:none", words="none")
    cli.fails(2, "framework", "changes", "herd-kpis")
    cli.fails(1, "framework", "keep", "p.waymark", "none", words="“none”")
    cli.fails(1, "framework", "versions", "p.waymark", "none", words="“none”")


def removes(cli):
    cli.ok("new", "p.waymark")
    cli.ok("framework", "import", "p.waymark", "herd-kpis")
    cli.ok("framework", "keep", "p.waymark", "herd-kpis")
    cli.ok("framework", "remove", "p.waymark", "herd-kpis")
    assert ids(cli) == {}
    cli.fails(1, "framework", "show", "p.waymark:herd-kpis", words="“herd-kpis”")
    cli.fails(1, "framework", "remove", "p.waymark", "herd-kpis")
    cli.ok("framework", "restore", "p.waymark", "herd-kpis")
    assert ids(cli)["herd-kpis"]["active"] == "yes"
    assert len(cli.json("framework", "versions", "p.waymark", "herd-kpis")) == 1
    cli.fails(1, "framework", "restore", "p.waymark", "herd-kpis")


def active(cli):
    cli.ok("new", "p.waymark")
    assert cli.json("framework", "active", "p.waymark") == []
    cli.ok("framework", "import", "p.waymark", "herd-kpis")
    cli.ok("framework", "import", "p.waymark", "benchmark-2013")
    assert cli.json("framework", "active", "p.waymark") == [{"active": "herd-kpis"}]
    assert cli.json("framework", "active", "p.waymark", "benchmark-2013") == [{"active": "benchmark-2013"}]
    cli.fails(1, "framework", "active", "p.waymark", "none", words="“none”")
    cli.fails(2, "framework", "active", "p.waymark", "herd-kpis", "--none")
    assert cli.json("framework", "active", "p.waymark", "--none") == []
    cli.fails(1, "framework", "coverage", "p.waymark", words="--framework")


def covers(cli):
    cli.ok("sample", "s.waymark")
    cli.ok("framework", "import", "s.waymark", "herd-kpis")
    answer = cli.json("framework", "coverage", "s.waymark")
    rows = {r["code"]: r for r in answer["indicators"]}
    assert answer["framework"] == "herd-kpis" and len(rows) == 7
    assert sum(answer["counts"].values()) == 7
    values = cli.json("observations", "s.waymark", "--indicator", "CPP_rate")
    numbers = [v for v in values if v["value"] is not None]
    row = rows["KPI 3"]
    assert (row["state"], row["measure"]) == ("data", "CPP_rate")
    assert row["values"] == len(numbers) and row["missing"] == len(values) - len(numbers)
    assert row["areas"] == len({v["area_code"] for v in numbers})
    text = cli.ok("framework", "coverage", "s.waymark").out
    assert "Has data" in text and "CPP_rate" in text
    cli.ok("framework", "export", "s.waymark", "herd-kpis", "--output", "data.html")
    assert f"CPP_rate: {row['areas']} areas from {row['first_period']}".encode() in read(cli.path("data.html"))
    lines = cli.ok("framework", "coverage", "s.waymark", "--format", "csv").out.splitlines()
    assert len(lines) == 8
    gaps = cli.json("framework", "coverage", "s.waymark", "--framework", "cscs-outcomes-2019", "--gaps")
    assert len(gaps["gaps"]) == 108 and {g["state"] for g in gaps["gaps"]} <= {"import", "derive", "collect"}
    cli.fails(1, "framework", "coverage", "s.waymark", "--framework", "no-such", words="no-such")


def travels(cli):
    """Which way an indicator went, by hand from the values of the own authority."""
    cli.ok("sample", "s.waymark")
    settings = {r["setting"]: r["value"] for r in cli.json("settings", "s.waymark")}
    measures = {m["indicator"]: m for m in cli.json("indicators", "s.waymark")}
    seen = set()
    for row in cli.json("framework", "coverage", "s.waymark", "--framework", "lait")["indicators"]:
        values = [v for v in cli.json("observations", "s.waymark", "--indicator", row["measure"],
                                      "--area", settings["authority"])
                  if v["value"] is not None]
        values.sort(key=lambda v: v["period"])
        direction = measures[row["measure"]]["direction"]
        if len(values) < 2:
            expected = "unknown"
        elif direction not in ("higher", "lower"):
            expected = "no-direction"
        else:
            change = round(values[-1]["value"] - values[-2]["value"], 9)
            expected = ("same" if change == 0
                        else "better" if (change > 0) == (direction == "higher") else "worse")
        assert row["travel"] == expected, (row, values[-2:], direction)
        seen.add(expected)
    assert {"better", "worse", "no-direction"} <= seen, seen


BAD = [
    ("not-xml.wmframework", "Domain;Outcome\n1;2\n", "ine 1"),
    ("cut-off.wmframework", (SMALL % "")[:-20], "ine 6"),
    ("other-xml.wmframework", "<?xml version='1.0'?>\n\n<html/>\n", "line 3 begins with an element “html”"),
    ("newer.wmframework", HEAD.replace('"1"', '"9"') + "</framework>\n", "newer Waymark"),
    ("no-version.wmframework", HEAD.replace('"1"', '"one"') + "</framework>\n", "element “framework”"),
    ("dangling.wmframework", HEAD + '<title>F</title><domain id="d">\n<has ref="gone"/></domain></framework>\n',
     "“d” has “gone”"),
    ("bad-read-with.wmframework", SMALL % '<read-with to="gone"/>', "“gone”"),
    ("cyclic.wmframework", HEAD + '<title>F</title>\n<has ref="a"/><has ref="b"/>'
     '<domain id="a"><title>A</title><leads-to to="b"/></domain>\n'
     '<domain id="b"><title>B</title><leads-to to="a"/></domain></framework>\n', "ine 4"),
    ("upside-down.wmframework", HEAD + '<title>F</title><outcome id="o"><title>O</title><has ref="d"/></outcome>\n'
     '<domain id="d"><title>D</title><has ref="o"/></domain></framework>\n', "cannot stand below it"),
    ("twice.wmframework", HEAD + '<title>F</title><has ref="d"/>\n<domain id="d"><title>D</title></domain>\n'
     '<domain id="d"><title>E</title></domain></framework>\n', "id “d” stands on line 3 too"),
    ("unknown-element.wmframework", SMALL % "\n<colour>red</colour>", "element “colour”"),
    ("bad-choice.wmframework", SMALL % "\n<direction>up</direction>", "element “direction” says “up”"),
    ("entity.wmframework", '<!DOCTYPE framework [<!ENTITY x SYSTEM "secret.txt">]>\n' + SMALL % "&x;", "DOCTYPE"),
    ("laughs.wmframework", '<!DOCTYPE framework [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n' + SMALL % "&b;",
     "DOCTYPE"),
    ("undeclared.wmframework", SMALL % "&x;", "ine 6"),
    ("deep.wmframework", HEAD + "<a>" * 400000 + "</a>" * 400000 + "</framework>", "ine 2"),
]


def assert_untouched(cli, name, words):
    """The file is refused with its name and the place, and the project stays as it is."""
    before = read(cli.path("p.waymark"))
    said = cli.fails(1, "framework", "import", "p.waymark", name, words=words).err
    assert name in said, said
    assert "secret" not in said
    assert read(cli.path("p.waymark")) == before
    cli.fails(1, "framework", "import", "p.waymark", name, "--replace")
    assert read(cli.path("p.waymark")) == before


def bad_files(cli):
    cli.ok("new", "p.waymark")
    cli.write("good.wmframework", SMALL % "")
    cli.ok("framework", "import", "p.waymark", "good.wmframework")
    cli.write("secret.txt", "secret")
    for name, text, words in BAD:
        cli.write(name, text)
        assert_untouched(cli, name, words)
    cli.fails(1, "framework", "import", "p.waymark", "missing.wmframework", words="missing.wmframework")
    os.mkdir(cli.path("folder.wmframework"))
    cli.fails(1, "framework", "import", "p.waymark", "folder.wmframework", words="folder.wmframework")


def huge_file(cli):
    """100 MB of nested elements: refused before they are read."""
    cli.ok("new", "p.waymark")
    with open(cli.path("huge.wmframework"), "w", encoding="ascii") as file:
        file.write(HEAD)
        for _ in range(100):
            file.write("<a>" * 350000)
    assert os.path.getsize(cli.path("huge.wmframework")) > 100e6
    assert_untouched(cli, "huge.wmframework", "larger than 8 MB")


def all_that_is_wrong(cli):
    """Every fault of a file is told at once, each with its place."""
    cli.ok("new", "p.waymark")
    cli.write("bad.wmframework", SMALL % "\n<direction>up</direction>\n<decimals>two</decimals>")
    said = cli.fails(1, "framework", "import", "p.waymark", "bad.wmframework").err
    assert "bad.wmframework:7: " in said and "bad.wmframework:8: " in said


def read_only(cli):
    """A project of an older version is listed as it is; a change brings it up to date and says so."""
    old = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "projects", "version-1.waymark")
    shutil.copy(old, cli.path("p.waymark"))
    before = read(cli.path("p.waymark"))
    assert set(ids(cli)) == {"lait"}
    assert cli.json("framework", "coverage", "p.waymark", "--framework", "lait")["counts"]["data"] == 1
    assert read(cli.path("p.waymark")) == before
    said = cli.ok("framework", "import", "p.waymark", "herd-kpis").err
    assert "older version" in said
    assert "older version" not in cli.ok("framework", "active", "p.waymark", "lait").err
    assert set(ids(cli)) == {"lait", "herd-kpis"}


def sheets(cli):
    """What our own tables hold comes in again; of others the columns are named."""
    cli.ok("new", "p.waymark")
    for ending in ("csv", "xlsx"):
        cli.ok("framework", "export", "benchmark-2013", "--output", "out." + ending)
        cli.ok("framework", "import", "p.waymark", "out." + ending, "--as", "from-" + ending, "--title", "Again")
        cli.ok("framework", "export", "p.waymark", "from-" + ending, "--output", "in." + ending)
        again = cli.ok("framework", "show", "p.waymark:from-" + ending, "--format", "csv").out
        built_in = cli.ok("framework", "show", "benchmark-2013", "--format", "csv").out
        assert again.replace(",from-" + ending + ",", ",benchmark-2013,") == built_in
    assert read(cli.path("in.csv")) == read(cli.path("out.csv"))
    cli.write("t.csv", "Thema;Ziel;Kennzahl;Bemerkung\nSafe;Protected;Plans;On 31 March\n")
    before = read(cli.path("p.waymark"))
    cli.fails(1, "framework", "import", "p.waymark", "t.csv", words="Thema, Ziel, Kennzahl")
    columns = ("--column", "Thema=domain", "--column", "Ziel=outcome", "--column", "Kennzahl=title")
    cli.fails(1, "framework", "import", "p.waymark", "t.csv", *columns, "--column", "Bemerkung=colour", words="colour")
    cli.fails(1, "framework", "import", "p.waymark", "t.csv", *columns, "--column", "Gone=notes", words="“Gone”")
    cli.fails(1, "framework", "import", "p.waymark", "t.csv", "--sheet", "First", words="“First”")
    cli.fails(1, "framework", "import", "p.waymark", "t.csv", "--as", "not an id", *columns, words="not an id")
    assert read(cli.path("p.waymark")) == before
    row = cli.json("framework", "import", "p.waymark", "t.csv", *columns, "--column", "Bemerkung=notes")[0]
    assert (row["framework"], row["title"]) == ("t", "t")
    assert (row["domains"], row["outcomes"], row["indicators"]) == (1, 1, 1)


DEFINED = ('<framework xmlns="urn:waymark:framework" version="1" id="ours">\n<title>Ours</title>\n'
           '<edition>%s</edition>\n<has ref="d"/>\n<domain id="d"><title>Safe</title>\n<has ref="plans"/></domain>\n'
           '<indicator id="plans"><title>Plans</title>\n<definition>%s</definition>\n<binding>imported</binding>'
           '<binding-code>CPP_rate</binding-code></indicator>\n</framework>\n')
PILOT = ("analyse", "prepost", "s.waymark", "--indicator", "CPP_rate", "--treated", "Brackenholt", "--start", "2020")


def said(answer, framework, item, what):
    return [r["text"] for r in answer["definition"]
            if (r["framework"], r["item"], r["says"]) == (framework, item, what)]


def saved_results_keep_their_definition(cli):
    """A result of 2024 after an edit of 2025 still shows the definition of 2024."""
    cli.ok("sample", "s.waymark")
    cli.write("2024.wmframework", DEFINED % ("2024", "On 31 March"))
    cli.write("2025.wmframework", DEFINED % ("2025", "At any time of the year"))
    cli.ok("framework", "import", "s.waymark", "2024.wmframework")
    result = cli.json(*PILOT)
    assert cli.json(*PILOT, "--save", "Pilot") == result
    before = cli.json("saved", "s.waymark", "show", "Pilot")
    assert before["result"] == result and before["changed_since"] == []
    cli.ok("framework", "import", "s.waymark", "2025.wmframework", "--replace")
    cli.ok("direction", "s.waymark", "CPP_rate", "lower")
    after = cli.json("saved", "s.waymark", "show", "Pilot")
    assert after["result"] == result and after["specification"] == before["specification"]
    assert after["definition"] == before["definition"]
    assert said(after, "ours", "plans", "Definition") == ["On 31 March"]
    assert said(after, "ours", "ours", "Version") == ["2024"]
    changes = {(c["framework"], c["says"]): (c["then"], c["now"]) for c in after["changed_since"]}
    assert changes[("ours", "Definition")] == ("On 31 March", "At any time of the year")
    assert changes[("dictionary", "Direction of good")][1] == "Lower is better"
    text = cli.ok("saved", "s.waymark", "show", "1").out
    assert "version 2024" in text and "went from" in text and "is now “At any time of the year”" in text
    cli.ok("framework", "remove", "s.waymark", "ours")
    assert cli.json("saved", "s.waymark", "show", "1")["definition"] == before["definition"]


def saved_results(cli):
    cli.ok("sample", "s.waymark")
    assert cli.json("saved", "s.waymark") == []
    cli.ok(*PILOT, "--save", "Pilot")
    did = [word.replace("prepost", "did") for word in PILOT]
    cli.ok(*did, "--control", "all", "--save", "Against all", "--format", "csv")
    assert [(r["name"], r["kind"]) for r in cli.json("saved", "s.waymark", "list")] == [
        ("Against all", "did"), ("Pilot", "prepost")]
    assert cli.json("saved", "s.waymark", "show", "Against all")["specification"]["control"] == ["all"]
    cli.fails(1, *PILOT, "--save", "Pilot", words="“Pilot”")
    cli.fails(2, "analyse", "describe", "s.waymark", "--indicator", "CPP_rate", "--save", "No")
    cli.fails(1, "saved", "s.waymark", "show", "Unknown", words="“Unknown”")
    cli.ok("saved", "s.waymark", "remove", "Pilot")
    cli.fails(1, "saved", "s.waymark", "show", "1")
    cli.fails(2, "saved", "s.waymark", "dance", "1")
    assert len(cli.json("saved", "s.waymark")) == 1


main([lists, shows, exports, validates, compares, lait_of_project, imports, taken_ids, keeps, removes, active,
      covers, travels, bad_files, huge_file, all_that_is_wrong, read_only, sheets,
      saved_results_keep_their_definition, saved_results])
