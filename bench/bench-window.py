#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the process to the first painted chart of a project, against the first paint
of a bare libadwaita window: at most three times as long. The project holds the real table where
WAYMARK_TEST_DATA names its folder, else the sample.

    bench-window.py BENCH-WINDOW WAYMARK-CLI"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
LIMIT = 3.0


def measure(*command):
    started = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return int(done.stdout.split()[-1]) / 1e6 - started


def make_project(cli, folder):
    path = os.path.join(folder, "p.waymark")
    data = os.environ.get("WAYMARK_TEST_DATA")
    if data:
        subprocess.run([cli, "new", path, "--authority", "Barnsley"], check=True)
        subprocess.run([cli, "import", path, os.path.join(data, "lait", "bds_long.csv.gz")], check=True,
                       stdout=subprocess.DEVNULL)
        return path, "the real table"
    subprocess.run([cli, "sample", path], check=True, stderr=subprocess.DEVNULL)
    return path, "the sample"


def main(program, cli):
    if not shutil.which("xvfb-run") or not shutil.which("dbus-run-session"):
        print("skipped: xvfb-run and dbus-run-session are needed")
        return 77
    if "WAYMARK_BENCH_INSIDE" not in os.environ:
        env = dict(os.environ, WAYMARK_BENCH_INSIDE="1", GSK_RENDERER="cairo",
                   GSETTINGS_BACKEND="memory", GTK_A11Y="none")
        return subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x1024x24", "dbus-run-session", "--",
                               sys.executable, __file__, program, cli], env=env, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        path, what = make_project(cli, folder)
        bare, chart = [], []
        for _ in range(RUNS):
            bare.append(measure(program, "bare"))
            chart.append(measure(program, path, "CPP_rate"))
    ratio = statistics.median(chart) / statistics.median(bare)
    print(f"bare window: {statistics.median(bare):.3f} s; first chart of {what}: "
          f"{statistics.median(chart):.3f} s; ratio {ratio:.2f} (at most {LIMIT})")
    return 0 if ratio <= LIMIT else 1


sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
