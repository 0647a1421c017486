// SPDX-License-Identifier: GPL-3.0-or-later
// How `measure` tells what it found: one line a figure, `name value unit`.
#pragma once

#include <QtGlobal>

#include <vector>

namespace clipdeck {

/// Nanoseconds of the system's steady clock, the same for every process of the machine.
qint64 steadyNow();

/// One line on the standard output.
void tell(const char *name, double value, const char *unit);

/// Median, 99th percentile and largest of `values`, as name_p50, name_p99 and name_max; and name_count.
void tellSpread(const char *name, std::vector<double> values, const char *unit);

/// Median and largest of a few runs.
void tellRuns(const char *name, std::vector<double> values, const char *unit);

} // namespace clipdeck
