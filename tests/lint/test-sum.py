#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sum at the end of ./check is right, as TAP.

test-sum.py TOOLS-FOLDER
"""
import importlib.util
import os
import sys

# result, standard output -> passed, failed, skipped
CASES = [
    ("all passed", "OK", "1..2\nok 1 /a\nok 2 /b\n", (2, 0, 0)),
    ("one failed", "FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n", (1, 1, 0)),
    ("one skipped", "OK", "1..2\nok 1 /a\nok 2 /b # SKIP no data\n", (1, 0, 1)),
    ("crashed half-way", "ERROR", "1..2\nok 1 /a\n", (1, 1, 0)),
    ("crashed after a failure", "ERROR", "1..3\nok 1 /a\nnot ok 2 /b\n", (1, 2, 0)),
    ("timed out", "TIMEOUT", "1..9\n", (0, 1, 0)),
    ("no TAP, exit status 0", "OK", "", (1, 0, 0)),
    ("no TAP, exit status 1", "FAIL", "", (0, 1, 0)),
    ("skipped whole", "SKIP", "1..0 # SKIP no display\n", (0, 0, 1)),
    ("nested: the sum of a group is no test", "OK",
     "    ok 1 /a/x\n    ok 2 /a/y\nok 1 /a\nok 2 /b\n", (3, 0, 0)),
    ("prose that begins like a result", "OK", "okay then\nok 1 /a\n", (1, 0, 0)),
]


def main(tools):
    """Runs the table."""
    spec = importlib.util.spec_from_file_location("sum_tests", os.path.join(tools, "sum-tests.py"))
    sums = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(sums)
    print(f"1..{len(CASES)}")
    for number, (name, result, output, expected) in enumerate(CASES, 1):
        counts = sums.count_program({"result": result, "stdout": output})
        actual = tuple(counts[state] for state in ("passed", "failed", "skipped"))
        if actual != expected:
            print(f"# {actual} instead of {expected}")
        print("ok" if actual == expected else "not ok", number, name)


if __name__ == "__main__":
    main(sys.argv[1])
