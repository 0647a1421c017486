#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything with warnings as errors, and runs every test. Writes only below build/.
# Arguments go to ctest: packaging/test.sh -R tst_window
#
# With ABLETONOSC_DIR set to a checkout of AbletonOSC the tests against the real script run too; else they say that
# they were skipped.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source-path=SCRIPTDIR
. packaging/packages.sh

require_packages "${build_packages[@]}" "${test_packages[@]}"
want_packages "${optional_test_packages[@]}"

# Compiler and font caches, and whatever the tested programs keep of their own, stay here.
export XDG_CACHE_HOME="${XDG_CACHE_HOME:-$root/build/cache}"
export XDG_CONFIG_HOME="$root/build/home/config" XDG_DATA_HOME="$root/build/home/data"
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR="$root/build/runtime"
    mkdir -p "$XDG_RUNTIME_DIR"
    chmod 700 "$XDG_RUNTIME_DIR"
fi

cmake --preset ci
cmake --build --preset ci
ctest --preset ci "$@"
