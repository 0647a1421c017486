#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays conversations to the real AbletonOSC and writes down what it answers.

The script runs unmodified on the rig (a fake Live), inside this process, on a clock of our own: a recording does not
depend on the machine. Needs CLIPDECK_RIG (the rig) and ABLETONOSC_DIR (a checkout of AbletonOSC).

    CLIPDECK_RIG=… ABLETONOSC_DIR=… tests/conversations/record.py tests/data/conversations/*.txt
"""

from __future__ import annotations

import json
import os
import re
import select
import socket
import sys
import time
from pathlib import Path
from typing import Any

from notation import decode, read_datagram, write_message

STEP = 0.02  # the engine's, in seconds
STEPS_PER_TICK = 5
# Values that say nothing, by their place.
ANY = {
    "/live/application/get/average_process_usage": {0},
    "/live/track/get/output_meter_level": {1}, "/live/track/get/output_meter_left": {1}, "/live/track/get/output_meter_right": {1},
}


class Clock:
    now = 1000.0


class RealScript:
    """AbletonOSC on the rig, driven step by step."""

    def __init__(self, port: int) -> None:
        time.monotonic = lambda: Clock.now  # before the rig is imported: it keeps the function
        rig = os.environ["CLIPDECK_RIG"]
        sys.path.insert(0, rig)
        import run_abletonosc as module
        self.module = module
        module.rt.snap_colors = True
        arguments = ["--abletonosc", os.environ["ABLETONOSC_DIR"], "--port", str(port), "--reply-port", str(port + 1), "--control-port", "0"]
        self.host = module.Host(module.parse(arguments))
        self.loop = module.Loop(self.host, self.host.args)
        self.replies = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.replies.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
        self.replies.bind(("127.0.0.1", port + 1))
        self.replies.setblocking(False)
        self.out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.port = port
        self.steps = 0

    def open(self, size: dict[str, Any]) -> None:
        self.module.wire.max_dgram = 0
        self.host.load_set(self.module.sets.SetSpec(**size))
        self.run(2 * STEPS_PER_TICK)
        self.collect()

    def run(self, steps: int) -> None:
        for _ in range(steps):
            Clock.now += STEP
            self.steps += 1
            self.host.guarded(self.host.song._engine.step)
            if self.steps % STEPS_PER_TICK == 0:
                self.host.tick()
        if self.host.rig_errors:
            sys.exit("\n".join(self.host.rig_errors))

    def burst(self, datagrams: list[bytes]) -> None:
        for datagram in datagrams:
            self.out.sendto(datagram, ("127.0.0.1", self.port))
        self.run(STEPS_PER_TICK)
        while self.waiting():
            self.run(STEPS_PER_TICK)

    def waiting(self) -> bool:
        script = self.host.server._socket
        return bool(script._queue or select.select([script], [], [], 0)[0])

    def user(self, request: str) -> None:
        answer = self.loop.control.answer(request.encode())
        if not answer["ok"]:
            sys.exit("%s: %s" % (request, answer["error"]))

    def collect(self) -> list[str]:
        lines = []
        while True:
            try:
                address, values = decode(self.replies.recv(65536))
            except BlockingIOError:
                return lines
            # A traceback tells of the script's own lines and of this machine.
            values = [v.partition("Traceback")[0] + "…" if isinstance(v, str) and "Traceback" in v else v for v in values]
            values = [re.sub(r" at 0x[0-9A-F]+> .*", " at 0x…", v) if isinstance(v, str) else v for v in values]
            line = write_message(address, values)
            if address in ANY and values:
                line = " ".join([address, *("*" if i in ANY[address] else line.split()[i + 1] for i in range(len(values)))])
            lines.append("< " + line)


def record(script: RealScript, path: Path) -> None:
    """Rewrites the answers of one conversation; everything else stays as it is."""
    out: list[str] = []
    burst: list[bytes] = []

    def finish_burst() -> None:
        if burst:
            script.burst(burst)
            burst.clear()
            out.extend(script.collect())

    for line in path.read_text().splitlines():
        if line.startswith("<"):
            finish_burst()
            continue
        if line.startswith("> "):
            burst.append(read_datagram(line[2:]))
            out.append(line)
            continue
        finish_burst()
        out.append(line)
        word, _, rest = line.partition(" ")
        if word == "set":
            script.open(json.loads(rest or "{}"))
        elif word == "user":
            script.user(rest)
            out.extend(script.collect())
        elif word == "run":
            script.run(int(rest) * STEPS_PER_TICK)
            out.extend(script.collect())
        elif word == "limit":
            script.module.wire.max_dgram = int(rest)
    finish_burst()
    path.write_text("\n".join(out) + "\n")


def main() -> int:
    script = RealScript(int(os.environ.get("CLIPDECK_RECORD_PORT", "21500")))
    try:
        for name in sys.argv[1:]:
            record(script, Path(name))
    finally:
        script.host.close()
    return 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())
