# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli chart mechanism: frameworks as boxes and arrows."""

import csv
import os
import xml.etree.ElementTree as ET

from harness import main


def read(cli, name):
    with open(cli.path(name), "rb") as file:
        return file.read()


def a_framework_alone(cli):
    for suffix, magic in [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]:
        name = "m." + suffix
        cli.ok("chart", "mechanism", "cscs-outcomes-2019", "--output", name)
        first = read(cli, name)
        assert first.startswith(magic), name
        cli.ok("chart", "mechanism", "cscs-outcomes-2019", "--output", name)
        assert read(cli, name) == first, name + " differs the second time"
    tags = {child.tag.split("}")[1]: child.text for child in ET.fromstring(read(cli, "m.svg"))}
    assert "4 domains" in tags["desc"] and "not measured" in tags["desc"], tags


def words_and_table(cli):
    cli.ok("chart", "mechanism", "benchmark-2013", "--output", "m.png", "--alt-text", "m.txt",
           "--table", "m.csv", "--theme", "print")
    assert "Partner agencies" in read(cli, "m.txt").decode()
    with open(cli.path("m.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:4] == ["Domain", "Outcome or indicator", "State", "Leads to"], rows[0]
    assert len({row[0] for row in rows[1:]}) == 14 + 3


def a_project(cli):
    cli.ok("sample", "s.waymark")
    for colour in ["coverage", "travel"]:
        cli.ok("chart", "mechanism", "s.waymark", "--framework", "herd-kpis", "--colour", colour,
               "--output", colour + ".svg", "--table", colour + ".csv")
    coverage = read(cli, "coverage.csv").decode()
    assert "Has data" in coverage and "Better than before" not in coverage, coverage
    travel = read(cli, "travel.csv").decode()
    assert "Better than before" in travel or "Worse than before" in travel, travel


def refusals(cli):
    cli.ok("sample", "s.waymark")
    cli.fails(2, "chart", "mechanism", "--output", "a.png")
    cli.fails(2, "chart", "mechanism", "herd-kpis")
    cli.fails(2, "chart", "mechanism", "herd-kpis", "--colour", "mood", "--output", "a.png")
    cli.fails(2, "chart", "mechanism", "s.waymark", "--for-each", "all", "--output-folder", "many")
    cli.fails(1, "chart", "mechanism", "no-such-framework", "--output", "a.png", words="no-such-framework")
    cli.fails(1, "chart", "mechanism", "s.waymark", "--framework", "nowhere", "--output", "a.png",
              words="nowhere")
    cli.fails(1, "chart", "mechanism", "herd-kpis", "--output", "a.gif", words=".svg")
    assert not os.path.exists(cli.path("a.png"))


main([a_framework_alone, words_and_table, a_project, refusals])
