#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh: lets apt simulate what run.sh and test.sh install, in both orders and each twice, on machines in several
# states, and fails if anything would be removed or something be missing in the end. Nothing is installed, and the
# network is not asked. Ends with 77 (skipped) where apt has no package lists.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source-path=SCRIPTDIR/..
. "$root/packaging/packages.sh"

if ! command -v apt-get >/dev/null || [ -n "$(unknown_of librtmidi-dev)" ]; then
    echo "apt, or its package lists, are not here: not checked"
    exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=$work/admin/status
mkdir -p "$work/admin"/{info,updates}
cat >"$work/apt.conf" <<EOF
Dir::Etc::parts "/dev/null"; # Docker's images turn apt's caches off there, which makes each look take seconds
Dir::State::status "$status";
Dir::Cache::srcpkgcache "$work/srcpkgcache.bin";
Dir::Cache::pkgcache "$work/pkgcache.bin";
APT::Get::Simulate "true";
Debug::NoLocking "true";
EOF
export APT_CONFIG=$work/apt.conf DPKG_ADMINDIR=$work/admin

# What packages.sh does as root only simulates here.
as_root() { "$@"; }
update_package_lists() { :; }
say() { :; }

failures=0
fail() {
    printf 'FAIL: %s\n' "$*"
    failures=$((failures + 1))
}

# Every package that apt knows, without what only its archive has.
apt-cache dumpavail | grep -vE '^(Filename|Size|MD5sum|SHA[0-9]+): ' >"$work/available"

# add_installed NAME…: puts these into the simulated machine's list of what is installed.
add_installed() {
    awk -v RS= -v names="$*" '
        BEGIN { split(names, list, " "); for (i in list) wanted[list[i]] = 1 }
        { split($0, lines, "\n"); name = substr(lines[1], 10) }
        name in wanted { delete wanted[name]; sub(/\n/, "\nStatus: install ok installed\n"); print $0 "\n" }
    ' "$work/available" >>"$status"
}

# apply OUTPUT: makes the simulated machine what apt says that it would be.
apply() {
    local installed
    installed=$(awk '$1 == "Inst" { sub(/:.*/, "", $2); print $2 }' "$1")
    # shellcheck disable=SC2086  # one word a package
    [ -z "$installed" ] || add_installed $installed
}

# machine PACKAGE…: a simulated machine on which nothing but these and what they need is installed.
machine() {
    : >"$status"
    [ $# -eq 0 ] && return
    simulated_install "$@" >"$work/out"
    apply "$work/out"
}

# run_step NAME STEP: what a script would do now; says so where it removes something or fails.
run_step() {
    if ! ("step_$2") >"$work/out" 2>&1; then
        fail "$1: $2 gives up: $(tail -n 3 "$work/out")"
        return
    fi
    if grep -q '^Remv' "$work/out"; then
        fail "$1: $2 removes $(awk '$1 == "Remv" { printf "%s ", $2 }' "$work/out")"
    fi
    apply "$work/out"
}

# These are called by name in run_step.
# shellcheck disable=SC2317
step_run() { require_packages "${build_packages[@]}" "${virtual_display_packages[@]}"; }
# shellcheck disable=SC2317
step_test() { require_packages "${build_packages[@]}" "${test_packages[@]}"; }
# What test.sh does next; a step of its own, since it finds the machine as the one before has left it.
# shellcheck disable=SC2317
step_want() { want_packages "${optional_test_packages[@]}"; }

# check NAME PACKAGE…: both orders on a machine with these packages; in the end they and all that is needed are there.
check() {
    local name=$1 order step package
    shift
    for order in "run run test want test want" "test want test want run run"; do
        machine "$@"
        for step in $order; do
            run_step "$name, in the order $order" "$step"
        done
        for package in librtmidi-dev qt6-base-dev xdotool "$@"; do
            is_installed "$package" || fail "$name, in the order $order: $package is not there in the end"
        done
        # The second time nothing is left to do.
        for step in run test want; do
            run_step "$name, again" "$step"
            ! grep -q '^Inst' "$work/out" || fail "$name: $step is never done: $(grep '^Inst' "$work/out" | head -n 2)"
        done
    done
    echo "checked: $name"
}

check "a fresh machine"
check "a musician's machine with JACK 2" jackd2
[ -n "$(unknown_of jackd1)" ] || check "a musician's machine with JACK 1" jackd1
check "a machine with PipeWire for JACK" pipewire-jack
[ -n "$(unknown_of libjack-dev)" ] || check "a machine that built against JACK 1's headers" libjack-dev librtmidi-dev

# The check itself can fail: a package that stands against what is needed is named, and stays.
machine
cat >>"$status" <<'EOF'
Package: hermit
Status: install ok installed
Architecture: all
Version: 1
Maintainer: Nobody <nobody@example.org>
Conflicts: qt6-base-dev
Description: stands beside no Qt
EOF
if (step_run) >"$work/out" 2>&1; then
    fail "a package that stands against Qt: run does not give up"
fi
say() { printf '%s\n' "$*"; }
(step_run) >"$work/out" 2>&1 || true
grep -q 'would remove: hermit' "$work/out" || fail "a package that stands against Qt is not named: $(cat "$work/out")"
! grep -q '^Remv' "$work/out" || fail "a package that stands against Qt is removed"
echo "checked: a package that stands against what is needed"

[ $failures -eq 0 ] && echo "1 passed, 0 failed"
exit $((failures > 0))
