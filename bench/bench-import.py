#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the import of the real bulk table against what the sqlite3 shell needs for a bare .import."""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
LIMIT = 2.0
MEMORY_LIMIT_MB = 200


def run_timed(command):
    """Wall time [s] and peak memory [MB] of one process."""
    started = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main():
    folder = os.environ.get("WAYMARK_TEST_DATA")
    if folder is None or shutil.which("sqlite3") is None:
        print("skipped: WAYMARK_TEST_DATA is not set, or there is no sqlite3 shell")
        return 77
    with tempfile.TemporaryDirectory() as work:
        table = os.path.join(work, "bds.csv")
        with gzip.open(os.path.join(folder, "lait", "bds_long.csv.gz")) as packed, open(table, "wb") as out:
            shutil.copyfileobj(packed, out)
        shell, ours = [], []
        for i in range(ROUNDS):
            bare = os.path.join(work, f"bare-{i}.db")
            shell.append(run_timed(["sqlite3", bare, ".mode csv", f".import {table} t"]))
            ours.append(run_timed([sys.argv[1], os.path.join(work, f"project-{i}.waymark"), table]))
        best_shell, best_ours = min(t for t, _ in shell), min(t for t, _ in ours)
        memory = max(m for _, m in ours)
        print(f"sqlite3 .import: {best_shell:.2f} s; waymark: {best_ours:.2f} s; "
              f"ratio {best_ours / best_shell:.2f} (at most {LIMIT}); "
              f"peak {memory:.0f} MB (under {MEMORY_LIMIT_MB})")
        return 0 if best_ours <= LIMIT * best_shell and memory < MEMORY_LIMIT_MB else 1


sys.exit(main())
