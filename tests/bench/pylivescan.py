# SPDX-License-Identifier: GPL-3.0-or-later
"""pylivescan.py PORT REPLY_PORT: the seconds that pylive's network scan takes.

PYLIVE_DIR is a checkout of pylive; python-osc must be importable (PYTHONPATH)."""
import os
import sys
import time

sys.path.insert(0, os.environ["PYLIVE_DIR"])

import live  # noqa: E402
from live.query import Query  # noqa: E402

Query(("127.0.0.1", int(sys.argv[1])), int(sys.argv[2]))  # one for all: what comes after uses its ports
song = live.Set()
begin = time.monotonic()
song.scan("network")
print(time.monotonic() - begin)
if not song.tracks:
    sys.exit("pylive found no tracks")
sys.stdout.flush()
os._exit(0)  # its threads do not end
