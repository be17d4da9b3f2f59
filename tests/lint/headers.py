#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header of src/ compiles alone, as TAP.

headers.py SOURCE-FOLDER BUILD-FOLDER COMPILER...

Finds each room's include paths in the compilation database that meson writes.
"""
import json
import os
import shlex
import subprocess
import sys


def read_flags(build):
    """The -I, -D and -std arguments that each room's sources are compiled with."""
    flags = {}
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        for entry in json.load(database):
            parts = entry["file"].replace(os.sep, "/").split("/src/")
            if len(parts) == 2 and "/" in parts[1]:
                flags[parts[1].split("/")[0]] = [
                    word for word in shlex.split(entry["command"])
                    if word.startswith(("-I", "-D", "-std=", "-isystem", "-pthread"))]
    return flags


def main(source, build, *compiler):
    """Compiles them."""
    flags = read_flags(build)
    headers = []
    for room in sorted(flags):
        folder = os.path.join(source, "src", room)
        headers += [(room, os.path.join(folder, name)) for name in sorted(os.listdir(folder))
                    if name.endswith(".h")]
    print(f"1..{len(headers)}")
    for number, (room, header) in enumerate(headers, 1):
        result = subprocess.run(
            [*compiler, *flags[room], "-fsyntax-only", "-Wall", "-Werror", "-x", "c", "-"],
            input=f'#include "{os.path.basename(header)}"\n', cwd=build, check=False,
            capture_output=True, text=True)
        for line in result.stderr.splitlines():
            print("#", line)
        print("not ok" if result.returncode else "ok", number, os.path.relpath(header, source))


if __name__ == "__main__":
    main(*sys.argv[1:])
