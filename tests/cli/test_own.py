# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli sets, groups, events, notes, direction: what people add to a project."""

from harness import main


def sample(cli):
    cli.ok("sample", "s.waymark")


def sets(cli):
    sample(cli)
    cli.ok("sets", "s.waymark", "add", "Board", "CPP_rate", "LAC")
    assert [r["indicator"] for r in cli.json("sets", "s.waymark")] == ["CPP_rate", "LAC"]
    assert [r["indicator"] for r in cli.json("overview", "s.waymark", "--set", "Board")] == ["CPP_rate", "LAC"]
    cli.fails(1, "sets", "s.waymark", "add", "Wrong", "no such measure")
    cli.fails(1, "sets", "s.waymark", "add", "Board", "LAC")
    cli.ok("sets", "s.waymark", "remove", "Board")
    cli.fails(1, "sets", "s.waymark", "remove", "Board")
    cli.fails(2, "sets", "s.waymark", "dance")


def groups(cli):
    sample(cli)
    cli.ok("groups", "s.waymark", "add", "Coast", "Aldermoor; region:Southwick")
    members = cli.json("groups", "s.waymark")
    assert len(members) > 5 and members[0]["area"] == "Aldermoor"
    assert len(cli.json("areas", "s.waymark", "--group", "group:Coast")) == len(members)
    cli.fails(1, "groups", "s.waymark", "add", "Nowhere", "Atlantis")
    cli.ok("groups", "s.waymark", "remove", "Coast")
    assert cli.json("groups", "s.waymark") == []


def events(cli):
    sample(cli)
    cli.ok("events", "s.waymark", "add", "2021-05-17", "Inspection", "--area", "Aldermoor")
    event, = cli.json("events", "s.waymark")
    assert event["date"] == "2021-05-17" and event["title"] == "Inspection"
    cli.fails(1, "events", "s.waymark", "add", "17/05/2021", "Inspection")
    cli.ok("events", "s.waymark", "remove", str(int(event["id"])))
    assert cli.json("events", "s.waymark") == []


def notes(cli):
    sample(cli)
    cli.ok("notes", "s.waymark", "add", "New system, check", "--indicator", "CPP_rate", "--period", "2021")
    note, = cli.json("notes", "s.waymark", "--indicator", "CPP_rate")
    assert note["text"] == "New system, check" and note["period"] == "2021"
    assert cli.json("notes", "s.waymark", "--indicator", "LAC") == []
    cli.fails(2, "notes", "s.waymark", "add", "Of what?")


def direction(cli):
    sample(cli)
    cli.ok("direction", "s.waymark", "CPP_rate", "lower", "--by", "Board", "--note", "agreed")

    def stated():
        return next(r for r in cli.json("indicators", "s.waymark") if r["indicator"] == "CPP_rate")

    assert (stated()["direction"], stated()["direction_by"]) == ("lower", "Board")
    cli.ok("direction", "s.waymark", "CPP_rate", "clear")
    assert stated()["direction_by"] == "LAIT"
    cli.fails(2, "direction", "s.waymark", "CPP_rate", "sideways")


def breaks(cli):
    sample(cli)
    cli.ok("breaks", "s.waymark", "CPP_rate", "add", "2021", "Counted otherwise")
    one, = cli.json("breaks", "s.waymark", "CPP_rate")
    assert (one["year"], one["note"]) == (2021, "Counted otherwise")
    cli.ok("breaks", "s.waymark", "CPP_rate", "remove", "2021")
    assert cli.json("breaks", "s.waymark", "CPP_rate") == []
    cli.fails(2, "breaks", "s.waymark", "CPP_rate", "add", "2021")
    cli.fails(1, "breaks", "s.waymark", "nothing")


def settings(cli):
    cli.ok("new", "p.waymark")
    cli.ok("settings", "p.waymark", "--authority", "Leeds", "--neighbours", "2021")
    stated = {row["setting"]: row["value"] for row in cli.json("settings", "p.waymark")}
    assert stated == {"authority": "Leeds", "neighbours": "2021"}
    cli.fails(1, "settings", "p.waymark", "--neighbours", "1999")
    cli.fails(1, "settings", "p.waymark", "--authority", "Atlantis")


main([sets, groups, events, notes, direction, breaks, settings])
