# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli on project files: new, sample, import, undo, copy, and what can be listed."""

import csv
import gzip
import io
import json
import os

from harness import main

HEADING = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
LAIT = HEADING + (
    "CPP_rate,,2023,Barnsley,40.5,370,Yorkshire and The Humber\n"
    "CPP_rate,,2024,Barnsley,42,370,Yorkshire and The Humber\n"
    "CPP_rate,,2024,Leeds,-,383,Yorkshire and The Humber\n"
    "CPP_rate,,2024,England,41.6,970,NA\n"
    'CPP_rate,,2024,"Bristol, City of",38.299999999999997,801,South West\n'
    "CPP_rate,,2024,Atlantis,10,4711,South West\n")


def project(cli, text=LAIT, *more):
    cli.ok("new", "p.waymark")
    path = cli.write("table.csv", text)
    cli.ok("import", "p.waymark", path, "--as-at", "2025-11-20", *more)
    return "p.waymark"


def observations(cli, *arguments):
    out = cli.ok("observations", "p.waymark", "--indicator", "CPP_rate", *arguments, "--format", "csv").out
    return list(csv.DictReader(io.StringIO(out)))


def new_never_overwrites(cli):
    cli.ok("new", "p.waymark")
    before = open(cli.path("p.waymark"), "rb").read()
    cli.fails(1, "new", "p.waymark")
    assert open(cli.path("p.waymark"), "rb").read() == before
    cli.fails(2, "new")


def import_needs_a_project(cli):
    path = cli.write("table.csv", LAIT)
    cli.fails(1, "import", "absent.waymark", path)
    assert not os.path.exists(cli.path("absent.waymark"))


def every_row_is_accounted_for(cli):
    cli.ok("new", "p.waymark")
    path = cli.write("table.csv", LAIT)
    result, = cli.json("import", "p.waymark", path)
    assert result["kind"] == "lait"
    assert (result["rows_read"], result["rows_kept"], result["rows_refused"]) == (6, 6, 0)
    assert (result["values"], result["without_value"], result["measures"]) == (5, 1, 1)
    assert any(f["rows"] == 1 and "4711" in (f["value"] or "") + f["message"] for f in result["findings"])


def values_and_reasons(cli):
    project(cli)
    rows = observations(cli)
    assert list(rows[0]) == ["indicator", "area_code", "area", "period", "value", "status",
                             "numerator", "denominator", "source"]
    by_area = {(row["area_code"], row["period"]): row for row in rows}
    assert by_area["801", "2024"]["value"] == "38.3"
    assert by_area["383", "2024"]["value"] == "" and by_area["383", "2024"]["status"] == "unknown"
    assert by_area["370", "2024"]["source"] == "lait"
    assert by_area["970", "2024"]["area"] == "England"


def areas_by_any_name(cli):
    project(cli)
    assert len(observations(cli, "--area", "barnsley")) == 2
    assert len(observations(cli, "--area", "E08000016", "--from", "2024")) == 1
    assert len(observations(cli, "--area", "region:Yorkshire and the Humber", "--to", "2023")) == 1
    assert len(observations(cli, "--area", "Barnsley", "--area", "England")) == 3
    cli.fails(1, "observations", "p.waymark", "--indicator", "CPP_rate", "--area", "Atlantic City")
    cli.fails(1, "observations", "p.waymark", "--indicator", "nothing")


def same_file_twice(cli):
    project(cli)
    done = cli.ok("import", "p.waymark", cli.path("table.csv"))
    assert "already" in done.out.lower()
    assert len(cli.json("imports", "p.waymark")) == 1


def newer_file_supersedes_and_undo_restores(cli):
    project(cli)
    cli.ok("new", "q.waymark")
    newer = cli.write("newer.csv", LAIT.replace("2024,Barnsley,42,", "2024,Barnsley,43.5,"))
    cli.ok("import", "p.waymark", newer, "--as-at", "2026-04-08")
    assert [r["value"] for r in observations(cli, "--area", "370", "--from", "2024")] == ["43.5"]
    assert len(observations(cli, "--area", "370", "--from", "2024", "--all-values")) == 2
    changes = cli.json("changes", "p.waymark", "--area", "Barnsley")
    assert all(change["title"] and change["indicator"] for change in changes)
    assert [(c["change"], c["old_value"], c["new_value"]) for c in changes] == [("revised", 42, 43.5)]
    cli.ok("undo", "p.waymark", "2")
    assert [r["value"] for r in observations(cli, "--area", "370", "--from", "2024")] == ["42"]
    cli.ok("undo", "p.waymark", "2", "--redo")
    assert [r["value"] for r in observations(cli, "--area", "370", "--from", "2024")] == ["43.5"]
    cli.fails(1, "undo", "p.waymark", "7")


def older_file_is_asked_about(cli):
    project(cli)
    older = cli.write("older.csv", LAIT.replace("Barnsley,42,", "Barnsley,41,"))
    cli.fails(1, "import", "p.waymark", older, "--as-at", "2024-01-01")
    cli.ok("import", "p.waymark", older, "--as-at", "2024-01-01", "--allow-older")


def dry_run_changes_nothing(cli):
    cli.ok("new", "p.waymark")
    before = open(cli.path("p.waymark"), "rb").read()
    path = cli.write("table.csv", LAIT)
    result, = cli.json("import", "p.waymark", path, "--dry-run")
    assert result["dry_run"] and result["rows_read"] == 6
    assert open(cli.path("p.waymark"), "rb").read() == before


def gzip_and_byte_order_mark(cli):
    cli.ok("new", "p.waymark")
    with gzip.open(cli.path("table.bin"), "wb") as file:
        file.write(b"\xef\xbb\xbf" + LAIT.encode().replace(b"\n", b"\r\n"))
    result, = cli.json("import", "p.waymark", cli.path("table.bin"))
    assert result["rows_kept"] == 6


def bad_files_change_nothing(cli):
    project(cli)
    before = open(cli.path("p.waymark"), "rb").read()
    for name, data in [("empty.csv", b""), ("zeros.bin", bytes(4096)), ("prose.txt", b"Dear Sir,\n"),
                       ("half.csv.gz", gzip.compress(LAIT.encode())[:60]),
                       ("half.xlsx", b"PK\x03\x04 this is no archive"),
                       ("field.csv", HEADING.encode() + b'"' + b"x" * (3 << 20))]:
        with open(cli.path(name), "wb") as file:
            file.write(data)
        done = cli.fails(1, "import", "p.waymark", cli.path(name))
        assert name in done.err, done.err
    cli.fails(1, "import", "p.waymark", cli.path("absent.csv"))
    assert open(cli.path("p.waymark"), "rb").read() == before


def other_files_are_no_projects(cli):
    cli.write("letter.waymark", "Dear Sir,\n")
    cli.fails(1, "indicators", "letter.waymark")
    cli.fails(1, "indicators", "absent.waymark")
    cli.ok("new", "p.waymark")
    whole = open(cli.path("p.waymark"), "rb").read()
    with open(cli.path("cut.waymark"), "wb") as file:
        file.write(whole[:len(whole) // 2])
    cli.fails(1, "indicators", "cut.waymark")


def newer_populations_replace_the_built_in_ones(cli):
    project(cli)
    before, = [r for r in observations(cli, "--area", "370") if r["period"] == "2024"]
    path = cli.write("children.csv", "la_code,year,population\n370,2023,51000\n")
    cli.ok("import", "p.waymark", path, "--kind", "population")
    after, = [r for r in observations(cli, "--area", "370") if r["period"] == "2024"]
    assert before["denominator"] not in ("", "51000") and after["denominator"] == "51000"
    cli.ok("undo", "p.waymark", "2")
    again, = [r for r in observations(cli, "--area", "370") if r["period"] == "2024"]
    assert again == before


def formula_text_is_harmless(cli):
    project(cli, HEADING + "=HYPERLINK(1),,2024,Barnsley,1,370,Yorkshire and The Humber\n")
    out = cli.ok("indicators", "p.waymark", "--format", "csv").out
    assert "\n=HYPERLINK" not in out and "HYPERLINK" in out


def sample(cli):
    cli.ok("sample", "s.waymark")
    rows = cli.json("overview", "s.waymark", "--area", "Aldermoor")
    assert len(rows) == 33
    assert any(row["place"] for row in rows)
    found = cli.json("indicators", "s.waymark", "--search", "re-referral")
    assert "ReReferral" in [row["indicator"] for row in found]
    cli.fails(1, "sample", "s.waymark")
    result = cli.json("analyse", "did", "s.waymark", "--indicator", "ReReferral", "--treated",
                      "region:Northmoor", "--control", "region:Eastvale", "--start", "2020")
    effect = next(c for c in result["coefficients"] if c["term"] == "did")
    assert -4 < effect["estimate"] < -2, effect
    drift = cli.json("analyse", "did", "s.waymark", "--indicator", "CPP_rate", "--treated",
                     "region:Northmoor", "--control", "region:Eastvale", "--start", "2020")
    assert drift["warnings"][0]["code"] == "pretrend_visible"
    assert "drifting apart" in drift["sentences"][0]


def comparators_and_copy(cli):
    cli.ok("sample", "s.waymark")
    rows = cli.json("comparators", "s.waymark", "--indicator", "CPP_rate", "--area", "Aldermoor")
    means = [r for r in rows if r["comparator"] == "neighbours" and r["method"] == "mean"]
    assert means and all(r["n"] <= r["n_wanted"] for r in means)
    cli.ok("copy", "s.waymark", "t.waymark")
    assert cli.json("overview", "t.waymark") == cli.json("overview", "s.waymark")
    cli.fails(1, "copy", "s.waymark", "s.waymark")


def newer_list_of_areas_replaces_the_built_in_one(cli):
    project(cli)
    head = "code,ons_code,name,kind,region_code,first_year,last_year,aliases,predecessors,successors,joint,is_small\n"
    path = cli.write("areas.csv", head
                     + "370,E08000016,Old Barnsley,authority,986,,2027,Barnsley,,399,,\n"
                     + "399,,Dearne,authority,986,2027,,,370,,,\n")

    def names():
        return {row["area_code"]: row["area"] for row in cli.json("areas", "p.waymark")}

    before = names()
    assert before["370"] == "Barnsley" and "399" not in before
    cli.ok("import", "p.waymark", path)
    after = names()
    assert after["370"] == "Old Barnsley" and after["399"] == "Dearne"
    assert after["383"] == before["383"] and len(after) == len(before) + 1
    assert len(cli.json("comparators", "p.waymark", "--indicator", "CPP_rate", "--area", "370")) > 1
    latest = max(row["import"] for row in cli.json("imports", "p.waymark"))
    cli.ok("undo", "p.waymark", str(latest))
    assert names() == before


def help_and_usage(cli):
    done = cli.ok("--help")
    assert "analyse" in done.out
    assert "--kind" in cli.ok("import", "--help").out
    assert cli.ok("--version").out.startswith("Waymark ")
    cli.fails(2)
    cli.fails(2, "dance")
    cli.fails(2, "imports", "p.waymark", "--format", "yaml")


def manual_names_every_command(cli):
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "..", "..", "help", "waymark-cli.1"), encoding="utf-8") as file:
        manual = file.read()
    commands = [line.split()[0] for line in cli.ok("--help").out.splitlines() if line.startswith("  ")]
    assert len(commands) > 15
    for command in commands:
        assert f"fB{command}" in manual or f".BI {command}" in manual, command + " is not in the manual"


main([new_never_overwrites, import_needs_a_project, every_row_is_accounted_for, values_and_reasons,
      areas_by_any_name, same_file_twice, newer_file_supersedes_and_undo_restores,
      older_file_is_asked_about, newer_populations_replace_the_built_in_ones,
      newer_list_of_areas_replaces_the_built_in_one, dry_run_changes_nothing, gzip_and_byte_order_mark,
      bad_files_change_nothing, other_files_are_no_projects, formula_text_is_harmless, sample,
      comparators_and_copy, help_and_usage, manual_names_every_command])
