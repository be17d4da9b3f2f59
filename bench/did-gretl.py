#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random effects of a difference-in-differences: Waymark's loop time against gretl's.

Both fit the same panel of 150 areas by 20 periods 200 times, panel in memory, with errors and
p-values; only the loop is timed, each program by its own clock. The runs take turns and the best of
each counts. Exits with 77 (skipped) without gretl, with 1 when the estimates differ or Waymark
needs more than a third of gretl's time.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile

AREAS, PERIODS, TREATED, START, FITS, ROUNDS = 150, 20, 50, 10, 200, 5
MOST = 1 / 3

SCRIPT = """set verbose off
nulldata {rows}
setobs {periods} 1:1 --stacked-time-series
matrix values = mread("{matrix}")
series y = values
series treated = $unit <= {treated}
series post = time > {start}
series did = treated * post
set stopwatch
loop {fits} -q
  panel y const post treated did --random-effects --quiet
endloop
scalar seconds = $stopwatch
printf "RESULT %.6f %.12g %.12g\\n", seconds, $coeff[4], $stderr[4]
"""


def make_panel():
    draw = random.Random(20261121)
    rows = []
    for area in range(AREAS):
        level = draw.gauss(40, 9)
        rows.append([level + draw.gauss(0, 3) - 1.5 * (area < TREATED and period >= START)
                     for period in range(PERIODS)])
    return rows


def write_files(folder, rows):
    panel = os.path.join(folder, "panel.txt")
    matrix = os.path.join(folder, "values.mat")
    script = os.path.join(folder, "loop.inp")
    with open(panel, "w", encoding="utf-8") as file:
        print(AREAS, PERIODS, TREATED, START, file=file)
        for row in rows:
            print(*(repr(value) for value in row), file=file)
    with open(matrix, "w", encoding="utf-8") as file:
        print(AREAS * PERIODS, 1, file=file)
        for row in rows:
            for value in row:
                print(repr(value), file=file)
    with open(script, "w", encoding="utf-8") as file:
        file.write(SCRIPT.format(rows=AREAS * PERIODS, periods=PERIODS, matrix=matrix,
                                 treated=TREATED, start=START, fits=FITS))
    return panel, script


def run_waymark(program, panel):
    out = subprocess.run([program, panel, str(FITS)], check=True, capture_output=True, text=True)
    return [float(word) for word in out.stdout.split()]


def run_gretl(script):
    out = subprocess.run(["gretlcli", "-b", script], check=True, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for line in out.stdout.splitlines():
        if line.startswith("RESULT "):
            return [float(word) for word in line.split()[1:]]
    sys.exit("gretl gave no result:\n" + out.stdout)


def differ(one, other):
    return any(abs(a - b) > 1e-8 * abs(b) for a, b in zip(one[1:], other[1:]))


def main():
    if shutil.which("gretlcli") is None:
        print("skipped: gretl is not installed (package gretl)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        panel, script = write_files(folder, make_panel())
        pairs = [(run_waymark(sys.argv[1], panel), run_gretl(script)) for _ in range(ROUNDS)]
    ours = min(pair[0][0] for pair in pairs)
    theirs = min(pair[1][0] for pair in pairs)
    print(f"{FITS} random-effects fits of {AREAS} areas x {PERIODS} periods, loop time, "
          f"best of {ROUNDS}:")
    print(f"waymark {ours:.4f} s, gretl {theirs:.4f} s, ratio {ours / theirs:.3f} (at most {MOST:.3f})")
    if differ(*pairs[0]):
        print(f"the estimates differ: {pairs[0]}")
        return 1
    return 0 if ours <= MOST * theirs else 1


if __name__ == "__main__":
    sys.exit(main())
