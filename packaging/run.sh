#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Clipdeck, and opens it: on the built-in demo set, or with the arguments given.
#
#   packaging/run.sh                        the demo
#   packaging/run.sh --host 192.168.1.20    Live on that machine
#
# Without a display it runs on a virtual one and leaves a screenshot. Writes only below build/.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source-path=SCRIPTDIR
. packaging/packages.sh

# True if one of the arguments behind the first is the option $1.
has_option() {
    local option=$1 argument
    shift
    for argument in "$@"; do
        case $argument in
        "$option" | "$option"=*) return 0 ;;
        esac
    done
    return 1
}

display=yes
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || display=no

needed=("${build_packages[@]}")
[ $display = yes ] || needed+=("${virtual_display_packages[@]}")
[ -n "${DISPLAY:-}" ] || [ -z "${WAYLAND_DISPLAY:-}" ] || needed+=(qt6-wayland)
require_packages "${needed[@]}"

# Compiler and font caches stay here too.
export XDG_CACHE_HOME="${XDG_CACHE_HOME:-$root/build/cache}"
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR="$root/build/runtime"
    mkdir -p "$XDG_RUNTIME_DIR"
    chmod 700 "$XDG_RUNTIME_DIR"
fi
cmake --preset release >&2
cmake --build --preset release >&2

arguments=("$@")
[ $# -gt 0 ] || arguments=(--demo)
has_option --config "$@" || arguments+=(--config "$root/build/config")
program=build/release/bin/clipdeck

if [ $display = yes ]; then
    exec "$program" "${arguments[@]}"
fi

say "No display here (DISPLAY is not set): running on a virtual one and taking a screenshot."
screenshot=$root/build/screenshot.png
if ! has_option --screenshot "$@"; then
    rm -f "$screenshot"
    arguments+=(--screenshot "$screenshot")
    # Long enough for a set to be read and to play a little; where Live does not answer, the picture shows that.
    has_option --after "$@" || arguments+=(--after 5)
fi
env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb \
    xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24" "$program" "${arguments[@]}"
has_option --screenshot "$@" || printf 'Screenshot: %s\n' "$screenshot"
