#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes conversations that touch every address of AbletonOSC: tests/data/conversations/every_*.txt,
and odd_*.txt: every place of a message that takes a number, with what is no number there.

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
# What stands where a number is wanted. 3.4e38 is the largest real that fits a message.
ODD_VALUES = ["nan", "inf", "-inf", "1e30", "3.4e38", "-1.0", "-1", "0.0", "0", "2147483647", '"x"', "b:00ff", "nil"]
ODD_TIMES = ["clip/set/loop_", "clip/set/position", "clip/set/start_marker", "clip/set/end_marker", "song/set/current_song_time",
    "song/set/loop_", "song/jump_by", "song/trigger_session_record", "clip_slot/create_clip 0 3", "clip_slot/fire 0 5 V",
    "clip/add/notes 0 0 60 V", "clip/add/notes 0 0 60 2.0"]
# Messages with numbers behind the ids, V in each place once; and what to read afterwards.
ODD_NOTE = ["60 2.0 1.0 100.0 false", "V 2.0 1.0 100.0 false", "60 V 1.0 100.0 false", "60 2.0 V 100.0 false",
    "60 2.0 1.0 V false", "60 2.0 1.0 100.0 V"]
ODD_WINDOW = ["V 128 0.0 8.0", "0 V 0.0 8.0", "0 128 V 8.0", "0 128 0.0 V"]
NOTES = "/live/clip/get/notes 0 0"
ODD_CALLS = {
    "song": [("jump_by V", "/live/song/get/current_song_time"), ("trigger_session_record V", ""), ("stop_all_clips V", ""),
             ("cue_point/jump V", ""), ("create_scene V", "/live/song/get/num_scenes"),
             ("create_midi_track V", "/live/song/get/num_tracks"), ("delete_return_track V", ""), ("get/track_names 0 V", ""),
             ("get/track_names V 2", ""), ("get/scenes/name 0 V", ""), ('get/track_data 0 V "track.name"', ""),
             ('get/track_data V 2 "track.name"', "")],
    "track": [("set/send 0 0 V", "/live/track/get/send 0 0"), ("set/send 0 V 0.5", "/live/track/get/send 0 0"),
              ("set/send V 0 0.5", "/live/track/get/send 0 0"), ("get/send 0 V", ""), ("stop_all_clips 0 V", ""), ("delete_clip 0 V", ""),
              ("delete_device 0 V", ""), ("get/volume V", "")],
    "clip": [("add/notes 0 0 " + note, NOTES) for note in ODD_NOTE] + [("get/notes 0 0 " + window, "") for window in ODD_WINDOW]
            + [("remove/notes 0 0 " + window, NOTES) for window in ODD_WINDOW] + [("get/name V 0", ""), ("get/name 0 V", "")],
    "clip_slot": [("create_clip 0 3 V", "/live/clip/get/length 0 3"), ("create_clip 0 V 4.0", ""), ("fire 0 5 V", ""), ("fire 0 5 4.0 V", ""),
                  ("fire 0 5 4.0 4 V", ""), ("duplicate_clip_to 0 0 V 1", ""), ("duplicate_clip_to 0 0 0 V", "")],
    "scene": [("fire 0 V", ""), ("fire V", ""), ("get/name V", "")],
    "device": [("set/parameter/value 0 0 1 V", "/live/device/get/parameter/value 0 0 1"),
               ("set/parameter/value 0 0 0 V", "/live/device/get/parameter/value 0 0 0"),
               ("set/parameter/value 0 0 V 0.5", ""), ("set/parameters/value 0 0 1 V", "/live/device/get/parameter/value 0 0 1"),
               ("get/parameter/value 0 0 V", ""), ("get/parameter/value V 0 1", ""), ("get/parameter/value 0 V 1", "")],
    "view": [("set/selected_clip V 0", ""), ("set/selected_clip 0 V", ""), ("set/selected_device 0 V", "")],
    "midimap": [("map_cc V 0 1 0 20", ""), ("map_cc 0 V 1 0 20", ""), ("map_cc 0 0 V 0 20", ""), ("map_cc 0 0 1 V 20", ""),
                ("map_cc 0 0 1 0 V", "")],
}
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


def odd_values(message: str) -> list[str]:
    """A time that is not finite is refused by the stand-in and kept by the rig: known_differences.txt has these."""
    is_time = any(message.startswith("/live/" + time) for time in ODD_TIMES)
    return [v for v in ODD_VALUES if not (is_time and v in ("nan", "inf", "-inf"))]


def odd(kind: str, known: set[str]) -> list[str]:
    """Each setter and call of a kind of address with each odd value."""
    right = OBJECTS.get(kind, ([""], []))[0]
    lines = []
    setters = [a for a in sorted(known) if a.startswith("/live/%s/set/" % kind) and a.replace("/set/", "/get/") in known]
    listed = {"/live/%s/%s" % (kind, call.split()[0]) for call, _ in ODD_CALLS.get(kind, [])}
    for address in setters:
        if address in listed:
            continue
        lines += ["", "# " + address, *SETUP.splitlines()]
        for ids in dict.fromkeys([right[0], right[1] if kind == "clip" else right[0]]):
            for value in odd_values(address):
                lines += [extra(">", address, ids, value), extra(">", address.replace("/set/", "/get/"), ids), ""]
    for call, reading in ODD_CALLS.get(kind, []):
        lines += ["", "# /live/%s/%s" % (kind, call), *SETUP.splitlines()]
        for value in odd_values("/live/%s/%s" % (kind, call)):
            lines += [extra(">", "/live/%s/%s" % (kind, call.replace("V", value, 1))), *([extra(">", reading)] if reading else []), ""]
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
    for kind in ("song", "track", "clip", "clip_slot", "scene", "device", "view", "midimap"):
        if lines := odd(kind, known):
            files["odd/" + kind] = lines
    for name, lines in files.items():
        head = ["# SPDX-License-Identifier: GPL-3.0-or-later", "# Made by tests/conversations/generate.py.", *SETUP.splitlines()]
        file = name.replace("odd/", "odd_") if name.startswith("odd/") else "every_" + name
        (DATA / "conversations" / (file + ".txt")).write_text("\n".join(head + lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
