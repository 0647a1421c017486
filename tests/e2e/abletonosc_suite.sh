#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# AbletonOSC's own test suite against the stand-in: abletonosc_suite.sh CLIPDECKCTL. Its ports (11000, 11001) are fixed, so
# it runs in a network of its own, where nobody else has them. Skips (77) without ABLETONOSC_DIR, pytest or such a network.
set -euo pipefail
clipdeckctl=$1
[ -n "${ABLETONOSC_DIR:-}" ] || { echo "ABLETONOSC_DIR is not set: its suite is not tried"; exit 77; }
for python in python3 /usr/bin/python3 none; do
    "$python" -m pytest --version >/dev/null 2>&1 && break
done
[ "$python" != none ] || { echo "python3-pytest is not installed"; exit 77; }
if [ "${2:-}" != inside ]; then
    unshare --user --map-root-user --net true 2>/dev/null || { echo "no network of its own to be had"; exit 77; }
    exec unshare --user --map-root-user --net "$0" "$clipdeckctl" inside
fi
ip link set lo up
"$clipdeckctl" sim --empty &
server=$!
trap 'kill $server' EXIT
cd "$ABLETONOSC_DIR"
PYTHONDONTWRITEBYTECODE=1 "$python" -m pytest -q -p no:cacheprovider tests
