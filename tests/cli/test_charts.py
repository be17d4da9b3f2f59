# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli chart: images that parse, say what they show, and come out the same twice."""

import os
import struct
import xml.etree.ElementTree as ET

from harness import main

DID = ["--indicator", "ReReferral", "--treated", "region:Northmoor", "--control", "region:Eastvale",
       "--start", "2020"]


def read(cli, name):
    with open(cli.path(name), "rb") as file:
        return file.read()


def every_kind_and_format(cli):
    cli.ok("sample", "s.waymark")
    for kind, more in [("timeseries", ["--indicator", "CPP_rate", "--area", "Aldermoor"]),
                       ("dots", ["--indicator", "CPP_rate", "--area", "Aldermoor"]), ("did", DID)]:
        for suffix, magic in [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]:
            name = f"{kind}.{suffix}"
            cli.ok("chart", kind, "s.waymark", *more, "--output", name)
            first = read(cli, name)
            assert first.startswith(magic), name
            cli.ok("chart", kind, "s.waymark", *more, "--output", name)
            assert read(cli, name) == first, name + " differs the second time"


def size_scale_and_resolution(cli):
    cli.ok("sample", "s.waymark")
    cli.ok("chart", "dots", "s.waymark", "--indicator", "LAC", "--output", "a.png", "--width", "800",
           "--height", "500", "--scale", "2")
    data = read(cli, "a.png")
    assert struct.unpack(">II", data[16:24]) == (1600, 1000)
    assert b"pHYs" in data and (b"iTXt" in data or b"tEXt" in data)


def words_inside_and_beside(cli):
    cli.ok("sample", "s.waymark")
    cli.ok("chart", "did", "s.waymark", *DID, "--output", "d.svg", "--alt-text", "d.txt",
           "--table", "d.csv")
    root = ET.fromstring(read(cli, "d.svg"))
    tags = {child.tag.split("}")[1]: child.text for child in root}
    assert tags["title"] and tags["desc"]
    assert "Northmoor" in read(cli, "d.txt").decode()
    assert read(cli, "d.csv").decode().startswith("Group,Period,Phase,Mean")


def a_set_for_a_group(cli):
    cli.ok("sample", "s.waymark")
    cli.ok("sets", "s.waymark", "add", "Two", "CPP_rate", "LAC")
    members = [r["area"] for r in cli.json("areas", "s.waymark", "--group", "region:Northmoor")][:2]
    cli.ok("chart", "timeseries", "s.waymark", "--set", "Two", "--for-each", ";".join(members),
           "--output-folder", "many")
    assert len(os.listdir(cli.path("many"))) == 4


def refusals(cli):
    cli.ok("sample", "s.waymark")
    cli.fails(2, "chart", "pie", "s.waymark", "--indicator", "LAC", "--output", "a.png")
    cli.fails(2, "chart", "dots", "s.waymark", "--indicator", "LAC")
    cli.fails(2, "chart", "dots", "s.waymark", "--indicator", "LAC", "--output", "a.png", "--width", "10")
    cli.fails(1, "chart", "dots", "s.waymark", "--indicator", "LAC", "--output", "a.gif")
    cli.fails(1, "chart", "dots", "s.waymark", "--indicator", "LAC", "--output", "no/such/folder/a.png")
    cli.fails(1, "chart", "dots", "s.waymark", "--indicator", "LAC", "--area", "Atlantis", "--output", "a.png")
    assert not os.path.exists(cli.path("a.png"))


main([every_kind_and_format, size_scale_and_resolution, words_inside_and_beside, a_set_for_a_group,
      refusals])
