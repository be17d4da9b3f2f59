#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search as one types in a fictional framework of 2,000 indicators, a filter for each letter,
against SQLite's LIKE over the same texts in memory: at most as long. One pass of strstr() over the
same texts is shown beside it.

    bench-filter.py BENCH-FILTER"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape

N_DOMAINS, N_OUTCOMES, N_INDICATORS = 10, 200, 2000
TYPED = "child protection plans second"
LIMIT = 1.0
ROUNDS = 20

WHAT = ["child protection plans", "children in need", "children looked after", "care leavers",
        "referrals", "assessments", "section 47 enquiries", "foster carers", "social workers", "visits"]
HOW = ["for a second or subsequent time", "completed within the time set", "per 10,000 children",
       "whose views were heard", "open at 31 March", "ended during the year", "lasting two years or more"]


def make_rows():
    """Code, title and definition of each indicator."""
    for i in range(N_INDICATORS):
        what, how = WHAT[i % len(WHAT)], HOW[i // len(WHAT) % len(HOW)]
        yield (f"F{i:04}", f"{what.capitalize()} {how}, team {i // 70}",
               f"The number of {what} {how} among all {what} of team {i // 70}, as the fictional "
               f"return number {i} gives it on its line {i % 97}.")


def write_framework(path, rows):
    each, below = N_INDICATORS // N_OUTCOMES, N_OUTCOMES // N_DOMAINS
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                  '<framework xmlns="urn:waymark:framework" version="1" id="fictional">\n')
        out.writelines(f'<has ref="d{d}"/>\n' for d in range(N_DOMAINS))
        for d in range(N_DOMAINS):
            out.write(f'<domain id="d{d}"><title>Domain {d}</title>')
            out.writelines(f'<has ref="o{o}"/>' for o in range(d * below, (d + 1) * below))
            out.write("</domain>\n")
        for o in range(N_OUTCOMES):
            out.write(f'<outcome id="o{o}"><title>Outcome {o}</title>')
            out.writelines(f'<has ref="i{i}"/>' for i in range(o * each, (o + 1) * each))
            out.write("</outcome>\n")
        for i, (code, title, definition) in enumerate(rows):
            out.write(f'<indicator id="i{i}"><title>{escape(title)}</title><code>{code}</code>'
                      f"<definition>{escape(definition)}</definition></indicator>\n")
        out.write("</framework>\n")


def time_like(rows):
    """Mean time [us] of a LIKE for each word typed so far, and the number of hits in the end."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
    base.executemany("INSERT INTO t (text) VALUES (?)", (("\n".join(row),) for row in rows))
    total, hits = 0.0, 0
    for length in range(1, len(TYPED) + 1):
        words = TYPED[:length].split()
        query = "SELECT id FROM t WHERE " + " AND ".join("text LIKE ?" for _ in words)
        best = None
        for _ in range(ROUNDS):
            began = time.perf_counter()
            hits = len(base.execute(query, [f"%{word}%" for word in words]).fetchall())
            taken = time.perf_counter() - began
            best = taken if best is None else min(best, taken)
        total += best
    return total / len(TYPED) * 1e6, hits


def main(program):
    rows = list(make_rows())
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "fictional.wmframework")
        write_framework(path, rows)
        done = subprocess.run([program, path, TYPED], capture_output=True, text=True, check=True)
    first, again, mean, worst, strstr, shown = (float(number) for number in done.stdout.split())
    like, hits = time_like(rows)
    print(f"{N_INDICATORS} indicators, {len(TYPED)} letters: a letter {mean / 1e3:.2f} ms, at worst "
          f"{worst / 1e3:.2f} ms; SQLite LIKE {like / 1e3:.2f} ms; ratio {mean / like:.2f} (at most {LIMIT}); "
          f"one strstr() pass {strstr / 1e3:.2f} ms; index {first / 1e3:.1f} ms, after an edit {again / 1e3:.2f} ms")
    if int(shown) != hits:
        print(f"{int(shown)} indicators show, SQLite finds {hits}")
        return 1
    return 0 if mean <= LIMIT * like else 1


sys.exit(main(sys.argv[1]))
