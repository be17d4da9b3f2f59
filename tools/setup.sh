# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./start and ./check share: the packages that Waymark stands on (Debian names; the
# reasons are in docs/dependencies.md) and how to install the missing ones.
# shellcheck shell=bash disable=SC2034

# To build and run.
BUILD_PACKAGES=(
  gcc libc6-dev meson ninja-build pkgconf gettext python3
  libglib2.0-dev libglib2.0-bin libgtk-4-dev libgtk-4-bin libadwaita-1-dev
  libcairo2-dev libpango1.0-dev libgdk-pixbuf-2.0-dev
  libgsl-dev libsqlite3-dev libxml2-dev libzip-dev libxlsxwriter-dev
  desktop-file-utils shared-mime-info
  adwaita-icon-theme librsvg2-common dconf-gsettings-backend fonts-dejavu-core
)

# On top of these, to test.
TEST_PACKAGES=(
  xvfb xauth dbus libxml2-utils appstream
)

LOG_DIR=build-logs

say ()
{
  printf '%s\n' "$*"
}

fail ()
{
  printf '%s\n' "$*" >&2
  exit 1
}

# quietly NAME COMMAND...: the output goes to a log, which is named when the command fails.
quietly ()
{
  local log=$LOG_DIR/$1.log
  shift
  mkdir -p "$LOG_DIR"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2
    fail "This did not work: $*
The whole log: $log"
  fi
}

is_installed ()
{
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# wrap WORD...: in indented lines.
wrap ()
{
  printf '%s\n' "$*" | fold -s -w 92 | sed 's/^/  /'
}

# On a terminal, one question; elsewhere none.
agree ()
{
  local answer
  [[ -t 0 && -t 1 ]] || return 0
  read -r -p 'Install them now? [Y/n] ' answer
  [[ -z $answer || $answer == [Yy]* ]]
}

# install_missing WHY PACKAGE...
install_missing ()
{
  local why=$1 package
  local -a missing=() as_root=()
  shift

  # For a system with other package names, where a person has seen to them.
  [[ -z ${WAYMARK_SKIP_PACKAGES:-} ]] || return 0

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "Waymark needs these packages $why (Debian names; yours may differ):"
    wrap "$@"
    fail "When they are there: WAYMARK_SKIP_PACKAGES=1 $0"
  fi

  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]} > 0)) || return 0

  say "Waymark needs ${#missing[@]} more packages $why:"
  wrap "${missing[@]}"

  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail 'Installing needs root, and there is no sudo here.'
    as_root=(sudo)
    [[ -t 0 ]] || as_root=(sudo -n)
  fi
  agree || fail 'Nothing was installed.'
  # sudo asks for its password here, where it can be seen.
  ((EUID == 0)) || "${as_root[@]}" true || fail 'Installing needs root; sudo refused.'

  say 'Installing them with apt-get ...'
  quietly apt-update "${as_root[@]}" apt-get update
  quietly apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "${missing[@]}"
}

# build_in FOLDER MESON-OPTION...: configures once, then builds what has changed.
build_in ()
{
  local folder=$1
  shift
  if [[ ! -f $folder/build.ninja ]]; then
    quietly "configure-$folder" meson setup "$folder" "$@"
  fi
  quietly "compile-$folder" ninja -C "$folder"
}
