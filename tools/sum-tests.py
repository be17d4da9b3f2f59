#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the subtests of a meson test log.

sum-tests.py testlog.json [NAME=passed|failed|skipped]...

Prints the output of every test program that failed and ends with "N passed, N failed"
(", N skipped" where some were). A program that crashed, timed out or promised more than it ran
counts as one failure beside its subtests. Exit status 1 when anything failed or nothing passed.
"""
import collections
import json
import re
import sys

RESULT = re.compile(r"^( *)(not )?ok\b(.*)$")
SKIP = re.compile(r"#\s*(skip|todo)\b", re.IGNORECASE)
FAILED = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}


def count_tap(output):
    """Counts the leaves: a line that follows deeper ones is their sum, not a test."""
    counts = collections.Counter()
    deepest = 0
    for line in output.splitlines():
        match = RESULT.match(line)
        if not match:
            continue
        indent = len(match[1])
        is_sum = deepest > indent
        deepest = indent
        if is_sum:
            continue
        if SKIP.search(match[3]):
            counts["skipped"] += 1
        else:
            counts["failed" if match[2] else "passed"] += 1
    return counts


def count_program(test):
    """Counts one test program of the log."""
    counts = count_tap(test.get("stdout") or "")
    if test["result"] in FAILED:
        if not counts["failed"] or test["result"] != "FAIL":
            counts["failed"] += 1
    elif not counts:
        counts["skipped" if test["result"] == "SKIP" else "passed"] += 1
    return counts


def read_log(path):
    """The log's tests; none when the run did not get as far as writing one."""
    try:
        with open(path, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return []


def main(path, *others):
    """Prints the failures and the sum."""
    tests = read_log(path)
    total = collections.Counter()
    for test in tests:
        counts = count_program(test)
        total += counts
        if counts["failed"]:
            print(f"\n== {test['name']}: {test['result']}, exit status {test['returncode']}")
            print(test.get("stdout") or "", test.get("stderr") or "", sep="\n")
    for other in others:
        name, _, state = other.partition("=")
        total[state] += 1
        if state == "failed":
            print(f"\n== {name}: failed")
    if not tests:
        print("\nNo test ran.")
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"\n{total['passed']} passed, {total['failed']} failed{skipped}")
    return 1 if total["failed"] or not tests else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
