# SPDX-License-Identifier: GPL-3.0-or-later
# The packages that Clipdeck needs, by their names in Debian 12, Debian 13 and Ubuntu 24.04 alike, and a way to install
# what is missing without removing anything. Sourced by run.sh, test.sh and the test of this file.
# shellcheck shell=bash

# Each entry is a package, or packages that serve as well, with | between them, the preferred one first.
# RtMidi's headers want those of JACK. Those of JACK 1 and JACK 2 stand against each other, each beside its own server.
# shellcheck disable=SC2034  # used by the scripts that source this file
build_packages=(
    cmake ninja-build g++ ccache mold
    qt6-base-dev qt6-base-dev-tools libgl1-mesa-dev
    liboscpack-dev 'libjack-jackd2-dev|libjack-dev' librtmidi-dev zlib1g-dev
)

# What `clipdeck` needs on a machine without a display.
# shellcheck disable=SC2034
virtual_display_packages=(xvfb xauth)

# A real window needs a window manager and a pointer, MIDI a server, speech a bus.
# shellcheck disable=SC2034
test_packages=(
    "${virtual_display_packages[@]}" xdotool openbox
    'jackd2|jackd1'
    dbus at-spi2-core python3 python3-pyatspi
    qt6-l10n-tools
)

# Tests that need one of these are skipped where apt does not know it. Only this version of clang-format decides the form of
# the code; jack_wait has a package of its own since Debian 13, and is in jackd2 before.
# shellcheck disable=SC2034
optional_test_packages=(clang-format-14 jack-example-tools)

say() { printf '%s\n' "$*" >&2; }
give_up() {
    say "$(basename "$0"): $*"
    exit 1
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | cut -c2)" = i ]
}

# unknown_of NAME…: those that apt does not know, a word each.
unknown_of() {
    local known
    known=$(apt-cache madison "$@" 2>/dev/null | awk '{ print $1 }')
    printf '%s\n' "$@" | grep -vxF "$known" || true
}

# Runs a command as root: as it is, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

update_package_lists() {
    as_root apt-get update -q >&2 || say "apt-get update failed; trying with the package lists that are here"
}

# What apt would do to install these, and nothing done.
simulated_install() {
    apt-get install -s --no-install-recommends "$@" 2>&1
}

# The packages that apt would remove to install these, a word each.
removed_by() {
    simulated_install "$@" | awk '$1 == "Remv" { print $2 }'
}

# is_satisfied ENTRY: whether one of an entry's packages is installed.
is_satisfied() {
    local names name
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        ! is_installed "$name" || return 0
    done
    return 1
}

# choose ENTRY: of an entry's packages the first that takes no installed package away, else the last.
choose() {
    local names last name
    IFS='|' read -ra names <<<"$1"
    last=${names[-1]}
    for name in "${names[@]}"; do
        if [ "$name" = "$last" ] || [ -z "$(removed_by "$name")" ]; then
            echo "$name"
            return
        fi
    done
}

# install_packages NAME…: installs them, or gives up with the reason; never removes one.
install_packages() {
    local removed
    ! as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qy --no-install-recommends --no-remove "$@" </dev/null >&2 || return 0
    removed=$(removed_by "$@" | tr '\n' ' ')
    [ -n "$removed" ] || give_up "apt-get could not install: $*"
    give_up "to install $* apt would remove: ${removed% }
These can't stand beside each other, and nothing that is installed is removed here. Either remove them yourself
(apt-get remove ${removed% }), or install what README.md names for other systems and use CMake's presets."
}

# require_packages ENTRY…: installs those that are missing. Asks the network for nothing when all are there.
require_packages() {
    local missing=() chosen=() unknown entry
    { command -v dpkg-query && command -v apt-get; } >/dev/null \
        || give_up "this script knows Debian 12, Debian 13 and Ubuntu 24.04; elsewhere install what README.md names, then use CMake's presets"
    for entry in "$@"; do
        is_satisfied "$entry" || missing+=("$entry")
    done
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null \
        || give_up "these packages are missing, and there is no sudo to install them; as root: apt-get install ${missing[*]%%|*}"

    say "Installing: ${missing[*]%%|*}"
    update_package_lists
    for entry in "${missing[@]}"; do
        chosen+=("$(choose "$entry")")
    done
    unknown=$(unknown_of "${chosen[@]}" | tr '\n' ' ')
    [ -z "$unknown" ] \
        || give_up "apt does not know: ${unknown% } (needed: Debian 12 or 13, or Ubuntu 24.04 with 'universe')"
    install_packages "${chosen[@]}"
}

# want_packages NAME…: installs those that are missing and known to apt; says which are not.
want_packages() {
    local missing=() unknown name
    for name in "$@"; do
        is_installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    unknown=$(unknown_of "${missing[@]}")
    for name in "${missing[@]}"; do
        if grep -qxF "$name" <<<"$unknown"; then
            say "Not to be had here, and done without: $name"
        else
            install_packages "$name"
        fi
    done
}
