# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli framework: list, show, validate, compare, export."""

from harness import main


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


def project(cli):
    cli.ok("sample", "s.waymark")
    measures = cli.json("indicators", "s.waymark")
    shown = cli.json("framework", "show", "s.waymark:lait")
    assert {r["code"] for r in shown if r["kind"] == "indicator"} == {m["indicator"] for m in measures}


main([lists, shows, exports, validates, compares, project])
