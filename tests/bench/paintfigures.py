# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what bench_grid or bench_mixer print as CSV and tells the medians as `measure` does: name value unit aim.

Argument: a prefix for the names. Processor time, for a frame waits for its clock."""
import csv
import sys

MS = {"ns": 1e-6, "us": 1e-3, "ms": 1.0}
AT_MOST_MS = {"grid_repaintAll": 4.0, "grid_animationFrame": 1.0, "mixer_meterFrame/100/1920": 1.0}


def tell(name, value, unit, most=None):
    aim = "" if most is None else "<= %g%s" % (most, "" if value <= most else "  MISSED")
    print(("%-44s %12.3f %-12s %s" % (name, value, unit, aim)).rstrip())


def main():
    prefix = sys.argv[1]
    figures = {}
    lines = sys.stdin.read().splitlines()
    begin = next((i for i, line in enumerate(lines) if line.startswith("name,")), None)
    if begin is None:
        sys.exit("%s printed no figures" % prefix)
    for row in csv.DictReader(lines[begin:]):
        if row["name"].endswith("_median"):
            name = "%s_%s" % (prefix, row["name"].removesuffix("_median").split("/iterations")[0])
            figures[name] = float(row["cpu_time"]) * MS[row["time_unit"]]
    for name, value in figures.items():
        tell(name, value, "ms", AT_MOST_MS.get(name))
    if "grid_scroll/256/1024" in figures:  # a large set scrolls as a small one does, within what two runs differ
        tell("grid_scroll_large_to_small", figures["grid_scroll/256/1024"] / figures["grid_scroll/16/64"], "times", 1.2)


main()
