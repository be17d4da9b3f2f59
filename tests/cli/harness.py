# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command share: running it, and reporting as TAP."""

import json
import os
import subprocess
import sys
import tempfile
import traceback


class Cli:
    """The command, run in a folder of its own."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return self.path(name)

    def run(self, *arguments, env=None):
        environment = dict(os.environ, **(env or {}))
        done = subprocess.run([self.program, *arguments], cwd=self.folder, env=environment,
                              capture_output=True, timeout=120)
        done.out = done.stdout.decode("utf-8")
        done.err = done.stderr.decode("utf-8")
        return done

    def ok(self, *arguments, env=None):
        done = self.run(*arguments, env=env)
        assert done.returncode == 0, (arguments, done.returncode, done.err)
        return done

    def fails(self, status, *arguments, words=""):
        done = self.run(*arguments)
        assert done.returncode == status, (arguments, done.returncode, done.out, done.err)
        assert done.err.strip() != "", "it must say why"
        assert words in done.err, (words, done.err)
        return done

    def json(self, *arguments):
        return json.loads(self.ok(*arguments, "--format", "json").out)


def close(actual, expected, tolerance=1e-8):
    scale = max(1.0, abs(expected))
    assert actual is not None and abs(actual - expected) <= tolerance * scale, (actual, expected)


def main(tests):
    program = os.path.abspath(sys.argv[1])
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="waymark-cli-") as folder:
            try:
                test(Cli(program, folder))
                print(f"ok {number} {test.__name__}")
            except Exception:
                for line in traceback.format_exc().splitlines():
                    print("# " + line)
                print(f"not ok {number} {test.__name__}")
        sys.stdout.flush()
