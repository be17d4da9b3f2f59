#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a compiler cannot see, as TAP: one line per rule, one diagnostic per place.

lint.py SOURCE-FOLDER
"""
import os
import re
import subprocess
import sys

# Which room may include which system header.
HEADERS = {
    r"sqlite3\.h": {"store"},
    r"cairo[-/\w]*\.h": {"chart", "report", "app"},
    r"pango/.*\.h": {"chart", "report", "app"},
    r"zip\.h": {"table"},
    r"xlsxwriter\.h": {"table"},
    r"gsl/.*": {"stats"},
    r"libxml/.*": {"table", "chart", "import", "framework", "report"},
    r"gdk-pixbuf/.*": {"chart", "app"},
    r"gtk/.*": {"app"},
    r"(libadwaita-1/)?adwaita\.h": {"app"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
CODE = (".c", ".h")
TEXT = (".c", ".h", ".py", ".ui", ".build", ".css", ".in", ".md", ".sh", ".xml", ".1", ".txt")
TRANSLATED = re.compile(r'\b(?:N?C?_|g_dngettext|ngettext)\s*\(')
CONVERSION = re.compile(r"%(?!%)(\d+\$)?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?"
                        r"(?:hh|h|ll|l|z|j|t|q)?(?:\" *G_G[A-Z0-9]+_FORMAT *\"|[a-zA-Z])")
LITERAL = r'"(?:[^"\\]|\\.)*"'
DATE = re.compile(r"%-?[BbYHM]")                # a format of g_date_time_format()
MESSAGE = re.compile(r'\bN?C?_\s*\(\s*((?:%s|G_G[A-Z0-9]+_FORMAT|\s)+)' % LITERAL)


def list_files(top, ending):
    """Every file of the project, as paths below TOP; hidden, build and output folders left out."""
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "build", "_build"))
                            and f not in ("waymark-output", "subprojects"))
        for name in sorted(names):
            if name.endswith(ending):
                yield os.path.relpath(os.path.join(folder, name), top).replace(os.sep, "/")


def read(top, path):
    """The text of a file; bytes that are not UTF-8 do not stop the search."""
    with open(os.path.join(top, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def read_friends(top):
    """The rooms and the rooms that each may include, itself and all below its friends too."""
    block = read(top, "docs/architecture.md").split("```")[1]
    friends = {}
    for line in block.strip().splitlines():
        rooms = re.match(r"\s*((?:\w+, )*\w+)", line)[1].split(", ")
        arrow = re.search(r"-> ([a-z, ]+)$", line)
        right = arrow[1] if arrow else ""
        if right == "all of the above":
            right = ", ".join(friends)
        for room in rooms:
            direct = {name.strip() for name in right.split(",") if name.strip()}
            unknown = direct - friends.keys()
            if unknown:
                raise SystemExit(f"docs/architecture.md: {room} -> {unknown}: no such room above it")
            friends[room] = {room}.union(direct, *(friends[name] for name in direct))
    return friends


def check_system_headers(top):
    """each library is included by its own rooms only"""
    for path in list_files(top + "/src", CODE):
        room = path.split("/")[0]
        for _, name in INCLUDE.findall(read(top, "src/" + path)):
            for pattern, allowed in HEADERS.items():
                if re.fullmatch(pattern, name) and room not in allowed:
                    yield f"src/{path} includes {name}, which only {sorted(allowed)} may"


def check_rooms(top):
    """the arrows between rooms are those of docs/architecture.md"""
    friends = read_friends(top)
    files = list(list_files(top + "/src", CODE))
    home = {os.path.basename(path): path.split("/")[0] for path in files if path.endswith(".h")}
    for path in files:
        room = path.split("/")[0]
        if room not in friends:
            yield f"src/{path}: docs/architecture.md knows no room {room}"
            continue
        for _, name in INCLUDE.findall(read(top, "src/" + path)):
            target = home.get(os.path.basename(name))
            if target is not None and target not in friends[room]:
                yield f"src/{path} includes {name} of {target}: {room} may not look there"
            elif target is not None and target != room and "-private" in name:
                yield f"src/{path} includes {name}, which is private to {target}"


def check_parent_includes(top):
    """no include climbs out of its folder"""
    for path in list_files(top, CODE):
        for _, name in INCLUDE.findall(read(top, path)):
            if name.startswith("../") or "/../" in name:
                yield f"{path} includes {name}"


def check_header_names(top):
    """no two headers share a name"""
    seen = {}
    for path in list_files(top + "/src", ".h"):
        first = seen.setdefault(os.path.basename(path), path)
        if first != path:
            yield f"src/{path} and src/{first}"


def check_potfiles(top):
    """po/POTFILES.in lists what has words to translate, and nothing else"""
    listed = {line.strip() for line in read(top, "po/POTFILES.in").splitlines()
              if line.strip() and not line.startswith("#")}
    for path in sorted(listed):
        if not os.path.exists(os.path.join(top, path)):
            yield f"listed, but not there: {path}"
    for path in list_files(top, CODE + (".ui", ".desktop.in", ".metainfo.xml.in")):
        if path.startswith("tests/") or path in listed:
            continue
        text = read(top, path)
        if path.endswith(CODE):
            bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
            wanted = TRANSLATED.search(re.sub(r"^[ ]*#[ ]*define(?:[^\n\\]|\\.|\\\n)*$", "", bare,
                                              flags=re.MULTILINE))
        else:
            wanted = not path.endswith(".ui") or 'translatable="' in text
        if wanted:
            yield f"not listed: {path}"


def check_placeholders(top):
    """two or more placeholders in a translatable text are positional"""
    for path in list_files(top + "/src", ".c"):
        for match in MESSAGE.finditer(read(top, "src/" + path)):
            found = CONVERSION.findall(match[1].replace("%%", ""))
            if len(found) > 1 and not all(found) and not DATE.search(match[1]):
                yield f"src/{path}: {' '.join(match[1].split())}"


def check_licence(top):
    """every file names its licence"""
    for path in list_files(top, CODE + (".py", ".ui", ".build", ".css", ".sh")):
        if "SPDX-License-Identifier:" not in read(top, path)[:600]:
            yield path


def check_blanks(top):
    """no tabs, no blanks at line ends, a newline at the end of the file"""
    for path in list_files(top, TEXT):
        if path.startswith(("tests/data/", "data/sample/")):
            continue                            # files of others' shape keep their shape
        text = read(top, path)
        if text and not text.endswith("\n"):
            yield f"{path}: no newline at the end"
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line or line != line.rstrip(" \r"):
                yield f"{path}:{number}"


def check_scripts(top):
    """shell scripts parse"""
    for path in ["start", "check", ".ci/run", *list_files(top, ".sh")]:
        result = subprocess.run(["bash", "-n", os.path.join(top, path)], check=False,
                                capture_output=True, text=True)
        if result.returncode:
            yield f"{path}: {result.stderr.strip()}"


def check_xml(top):
    """interface files and icons are well-formed"""
    for path in list_files(top, (".ui", ".svg", ".gresource.xml", ".gschema.xml", ".mime.xml")):
        result = subprocess.run(["xmllint", "--noout", "--nonet", os.path.join(top, path)],
                                check=False, capture_output=True, text=True)
        if result.returncode:
            yield f"{path}: {result.stderr.strip()}"


CHECKS = [check_system_headers, check_rooms, check_parent_includes, check_header_names,
          check_potfiles, check_placeholders, check_licence, check_blanks, check_scripts, check_xml]


def main(top):
    """Runs every check."""
    print(f"1..{len(CHECKS)}")
    for number, check in enumerate(CHECKS, 1):
        problems = list(check(top))
        for problem in problems:
            print("#", problem.replace("\n", "\n# "))
        print("not ok" if problems else "ok", number, check.__doc__)


if __name__ == "__main__":
    main(sys.argv[1])
