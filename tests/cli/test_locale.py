# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers on disk are in the C locale, whatever the user's locale is."""

import subprocess

from harness import main


def german_numbers_stay_on_the_screen(cli):
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    german = next((name for name in known.split() if name.lower().startswith("de_de.utf")), None)
    if german is None:
        print("# de_DE.UTF-8 is not installed: run in C only")
    env = {"LC_ALL": german} if german else {}
    cli.ok("sample", "s.waymark")
    arguments = ["observations", "s.waymark", "--indicator", "CPP_rate", "--area", "Aldermoor"]
    for form in ["csv", "json"]:
        assert cli.ok(*arguments, "--format", form, env=env).out == cli.ok(*arguments, "--format", form).out
    did = ["analyse", "did", "s.waymark", "--indicator", "ReReferral", "--treated", "region:Northmoor",
           "--control", "region:Eastvale", "--start", "2020", "--format", "csv"]
    assert cli.ok(*did, env=env).out == cli.ok(*did).out


main([german_numbers_stay_on_the_screen])
