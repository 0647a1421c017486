#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes conversations that touch every address of AbletonOSC: tests/data/conversations/every_*.txt.

Run record.py on them afterwards. They hold what can be asked of any address alike; what needs thought stands in the
conversations written by hand.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
SETUP = """\
set
user {"cmd": "add_device", "track": 0, "device": "Utility"}
user {"cmd": "create_clip", "track": 2, "scene": 0, "length": 4.0, "name": "Loop_C-E"}
> /live/clip_slot/create_clip 0 0 8.0
> /live/clip/add/notes 0 0 60 0.0 0.5 100.0 false 64 1.0 0.5 90.0 true
> /live/clip/set/name 0 0 "Alpha"
> /live/clip_slot/create_clip 0 1 4.0
"""

# How each kind of address names its object: right, other ones that exist, then wrong ones.
OBJECTS = {
    "song": ([""], []), "view": ([""], []), "application": ([""], []), "api": ([""], []), "clips": ([""], []),
    "track": (["0", "2", "1.0"], ["", "9", "-1", '"x"', "nil"]),
    "clip": (["0 0", "2 0", "0.0 1.0"], ["", "0", "0 5", "9 0", "0 99", "-4 0", '"x" 0']),
    "clip_slot": (["0 0", "0 5", "2 0", "0.0 1.0"], ["", "0", "9 0", "0 99", "-1 -1"]),
    "scene": (["0", "7", "1.0"], ["", "99", "-1", '"x"']),
    "device": (["0 0", "0.0 0.0"], ["", "0", "0 5", "1 0", "-4 -1"]),
}
VALUES = ["0", "1", "2", "0.5", "1.0", "true", "false", '"text"', "nil", "-1", "1000000", ""]
NOT_GENERATED = {"/live/api/reload"}  # every answer behind it depends on what was listened to: see reload.txt
WATCH = "> /live/song/get/track_data 0 -1 " + " ".join('"%s"' % name for name in (
    "track.name", "track.playing_slot_index", "track.fired_slot_index", "clip.name", "clip.length", "clip.is_recording"))


def extra(*parts: str) -> str:
    return " ".join(p for p in parts if p)


def getter(address: str, right: list[str], wrong: list[str]) -> list[str]:
    lines = [extra(">", address, ids) for ids in right]
    lines += [extra(">", address, right[0], '7 "x" 1.5 nil true')]
    lines += [extra(">", address, ids) for ids in wrong]
    return lines


def setter(address: str, right: list[str], wrong: list[str], getters: set[str]) -> list[str]:
    reading = address.replace("/set/", "/get/")
    lines = []
    for ids in dict.fromkeys([right[0], right[-2] if len(right) > 1 else right[0]]):
        for value in VALUES:
            lines += [extra(">", address, ids, value)]
            if reading in getters:
                lines += [extra(">", reading, ids), ""]
    lines += [extra(">", address, right[0], '1 2 "x"')]
    lines += [extra(">", address, ids, "1") for ids in wrong]
    return lines


def listener(address: str, right: list[str], wrong: list[str], known: set[str]) -> list[str]:
    stop = address.replace("start_listen", "stop_listen")
    writing = address.replace("start_listen", "set")
    lines = []
    for ids in right:
        lines += [extra(">", address, ids)]
    lines += [extra(">", address, right[0], '1001 "e"'), ""]
    if writing in known:
        for value in ("1", "0", "0.5"):
            lines += [extra(">", writing, right[0], value), "run 1"]
    lines += [extra(">", stop, right[0]), extra(">", stop, right[0])]
    lines += [extra(">", address, ids) for ids in wrong]
    lines += [extra(">", stop, ids) for ids in wrong]
    return lines


def method(address: str, right: list[str], wrong: list[str]) -> list[str]:
    lines = []
    for arguments in ("", "0", "1.0", "true", "-1", "nil", "1 2", '"x"', "99"):
        for ids in right[:2]:
            lines += [extra(">", address, ids, arguments), "run 1", WATCH, ""]
    lines += [extra(">", address, ids) for ids in wrong]
    return lines


def block(address: str, known: set[str]) -> list[str]:
    words = address.split("/")
    right, wrong = OBJECTS.get(words[2], ([""], []))
    verb = words[3] if len(words) > 3 else ""
    if verb == "get":
        lines = getter(address, right, wrong)
    elif verb == "set":
        lines = setter(address, right, wrong, known)
    elif verb == "start_listen":
        lines = listener(address, right, wrong, known)
    else:
        lines = method(address, right, wrong)
    fresh = [] if verb == "get" else SETUP.splitlines()
    return ["", "# " + address, *fresh, *lines]


def main() -> int:
    known = set((DATA / "abletonosc-addresses.txt").read_text().split())
    files: dict[str, list[str]] = defaultdict(list)
    for address in sorted(known - NOT_GENERATED, key=lambda a: ("/get/" not in a, a)):
        words = address.split("/")
        if "stop_listen" in words:
            continue  # with its start_listen
        verb = words[3] if len(words) > 3 and words[3] in ("get", "set", "start_listen") else "do"
        files["%s_%s" % (words[2], verb)] += block(address, known)
    for name, lines in files.items():
        head = ["# SPDX-License-Identifier: GPL-3.0-or-later", "# Made by tests/conversations/generate.py.", *SETUP.splitlines()]
        (DATA / "conversations" / ("every_%s.txt" % name)).write_text("\n".join(head + lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
