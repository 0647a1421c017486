# SPDX-License-Identifier: GPL-3.0-or-later
# The packages that Clipdeck needs, by their names in Debian 12 and Ubuntu 24.04 alike, and a way to install what is
# missing. Sourced by run.sh and test.sh.
# shellcheck shell=bash

# shellcheck disable=SC2034  # used by the scripts that source this file
build_packages=(
    cmake ninja-build g++ pkg-config ccache
    qt6-base-dev qt6-base-dev-tools libgl1-mesa-dev
    liboscpack-dev librtmidi-dev zlib1g-dev
)

# What `clipdeck` needs on a machine without a display.
# shellcheck disable=SC2034
virtual_display_packages=(xvfb xauth)

# A real window needs a window manager and a pointer, MIDI a server, speech a bus.
# shellcheck disable=SC2034
test_packages=(
    "${virtual_display_packages[@]}" xdotool openbox
    jackd2
    dbus at-spi2-core python3 python3-pyatspi
    clang-format-14
)

say() { printf '%s\n' "$*" >&2; }
give_up() {
    say "$(basename "$0"): $*"
    exit 1
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | cut -c2)" = i ]
}

# Runs a command as root: as it is, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# require_packages NAME…: installs those that are missing. Asks the network for nothing when all are there.
require_packages() {
    local missing=() unknown=() name
    { command -v dpkg-query && command -v apt-get; } >/dev/null \
        || give_up "this script knows Debian 12 and Ubuntu 24.04; elsewhere install what README.md names, then use CMake's presets"
    for name in "$@"; do
        is_installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null \
        || give_up "these packages are missing, and there is no sudo to install them; as root: apt-get install ${missing[*]}"

    say "Installing: ${missing[*]}"
    as_root apt-get update -q >&2 || say "apt-get update failed; trying with the package lists that are here"
    for name in "${missing[@]}"; do
        [ -n "$(apt-cache madison "$name" 2>/dev/null)" ] || unknown+=("$name")
    done
    [ ${#unknown[@]} -eq 0 ] \
        || give_up "apt does not know: ${unknown[*]} (needed: Debian 12, or Ubuntu 24.04 with 'universe')"
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qy --no-install-recommends "${missing[@]}" </dev/null >&2 \
        || give_up "apt-get could not install: ${missing[*]}"
}
