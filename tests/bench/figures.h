// SPDX-License-Identifier: GPL-3.0-or-later
// How `measure` tells what it found: one line a figure, `name value unit aim`.
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace clipdeck {

/// What a figure should be.
struct Aim {
    double value = 0.0;
    bool isFloor = false; ///< At least `value`; else at most

    bool isMet(double figure) const { return isFloor ? figure >= value : figure <= value; }
};
constexpr Aim atMost(double value)
{
    return {value, false};
}
constexpr Aim atLeast(double value)
{
    return {value, true};
}

/// Nanoseconds of the system's steady clock, the same for every process of the machine.
qint64 steadyNow();

/// One line on the standard output; says so where the aim is missed. A figure that could not be had is a NaN and misses.
void tell(const char *name, double value, const char *unit, std::optional<Aim> aim = {});

/// How many figures were told with an aim, and how many of them missed it.
struct AimCount {
    int told = 0;
    int missed = 0;
};
AimCount aimCount();

/// One line on the standard error: what is going on, for whoever waits.
void progress(const char *text);

/// Median, 99th percentile and largest of `values`, as name_p50, name_p99 and name_max; and name_count.
void tellSpread(const char *name, std::vector<double> values, const char *unit,
    std::optional<Aim> aimOfP99 = {});

/// Median and largest of a few runs.
void tellRuns(const char *name, std::vector<double> values, const char *unit);

} // namespace clipdeck
