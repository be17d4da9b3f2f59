# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli framework show: the same indicators by another grouping, and what a framework asks for."""

import csv
import io

from harness import main

REGIONS = ["Yorkshire and the Humber", "South East", "North East", "West Midlands", "London",
           "East of England"]

FRAMEWORK = """<?xml version="1.0" encoding="UTF-8"?>
<framework xmlns="urn:waymark:framework" version="1" id="own">
  <title>Own</title>
  <has ref="d"/>
  <domain id="d"><title>D</title><has ref="o"/><has ref="p"/></domain>
  <outcome id="o"><title>O</title><has ref="i"/><has ref="j"/></outcome>
  <outcome id="p"><title>P</title><has ref="i"/></outcome>
  <indicator id="i"><title>I</title>%s<tag grouping="Stage" value="Care"/><tag grouping="Agency" value="NHS"/></indicator>
  <indicator id="j"><title>J</title><tag grouping="Stage" value="Front door"/></indicator>
</framework>
"""


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text)))


def rows(cli, *arguments):
    return read_csv(cli.ok("framework", "show", *arguments, "--format", "csv").out)


def groupings(cli):
    listed = rows(cli, "benchmark-2013", "--groupings")
    assert [row["value"] for row in listed if row["grouping"] == "Region set"] == REGIONS
    assert {row["grouping"] for row in listed} == {"Region set", "Profile", "Common set"}
    assert rows(cli, "herd-kpis", "--groupings") == []


def two_groupings_one_framework(cli):
    plain = {row["id"] for row in rows(cli, "benchmark-2013") if row["kind"] == "indicator"}
    for grouping in ["Region set", "Profile"]:
        shown = rows(cli, "benchmark-2013", "--by", grouping)
        assert {row["id"] for row in shown if row["kind"] == "indicator"} == plain, grouping
        groups = {row["id"]: row["title"] for row in shown if row["kind"] == "domain"}
        assert all(row["below"] in groups for row in shown if row["kind"] == "indicator"), grouping
    groups = {row["title"]: row["id"] for row in rows(cli, "benchmark-2013", "--by", "Region set")
              if row["kind"] == "domain"}
    assert list(groups) == REGIONS + ["In no group"], groups


def in_a_project(cli):
    cli.ok("new", "p.waymark")
    cli.write("own.wmframework", FRAMEWORK % "")
    cli.ok("framework", "import", "p.waymark", "own.wmframework")
    cli.ok("framework", "export", "p.waymark", "own", "--output", "a.wmframework")
    for grouping, expected in [("Stage", ["Care", "Front door"]), ("Agency", ["NHS", "In no group"])]:
        shown = rows(cli, "p.waymark:own", "--by", grouping)
        titles = [row["title"] for row in shown if row["kind"] == "domain"]
        assert titles == expected, (grouping, titles)
    cli.ok("framework", "export", "p.waymark", "own", "--output", "b.wmframework")
    with open(cli.path("a.wmframework"), "rb") as a, open(cli.path("b.wmframework"), "rb") as b:
        assert a.read() == b.read()


def matrix(cli):
    table = rows(cli, "benchmark-2013", "--by", "Region set", "--matrix")
    assert list(table[0]) == ["domain", "code", "indicator"] + REGIONS + ["sets"], list(table[0])
    assert len(table) == 219
    assert sum(row["Yorkshire and the Humber"] == "yes" for row in table) == 77
    counts = [float(row["sets"]) for row in table]
    assert counts == sorted(counts, reverse=True) and counts[0] > 1


def burden(cli):
    table = rows(cli, "cscs-outcomes-2019", "--burden")
    assert [row["id"] for row in table] == ["D1", "D2", "D3", "D4", ""]
    whole = table[-1]
    assert (whole["outcomes"], whole["indicators"], whole["ready"], whole["derivable"], whole["new"],
            whole["not_said"]) == ("33", "108", "4", "60", "44", "0"), whole
    for row in table:
        classes = sum(int(row[name]) for name in ["ready", "derivable", "new", "not_said"])
        assert classes == int(row["indicators"]), row


def burden_follows_an_edit(cli):
    for text, expected in [("", ("0", "2")), ("<availability>ready</availability>", ("1", "1"))]:
        cli.write("own.wmframework", FRAMEWORK % text)
        table = rows(cli, "own.wmframework", "--burden")
        assert (table[0]["indicators"], table[0]["ready"], table[0]["not_said"]) == ("2", *expected), table


def refusals(cli):
    cli.fails(1, "framework", "show", "benchmark-2013", "--by", "Theme", words="Region set; Profile; Common set")
    cli.fails(1, "framework", "show", "herd-kpis", "--by", "Theme", words="nothing to group by")
    cli.fails(2, "framework", "show", "benchmark-2013", "--matrix", words="--by")
    cli.fails(2, "framework", "show", "benchmark-2013", "--groupings", "--burden")
    cli.fails(1, "framework", "show", "nowhere", "--burden", words="nowhere")


main([groupings, two_groupings_one_framework, in_a_project, matrix, burden, burden_follows_an_edit, refusals])
