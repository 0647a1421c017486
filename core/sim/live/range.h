// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers from outside, held against the ranges that Live takes. NaN is in no range.
#pragma once

#include "core/sim/live/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace clipdeck::sim {

/// Throws unless lowest <= value <= highest.
template <class V> V within(V value, V lowest, V highest, const char *error)
{
    if (!(value >= lowest && value <= highest))
        refuse(QString::fromLatin1(error));
    return value;
}

/// Throws unless the value is finite. Which times Live takes is not known; no clock runs on infinite ones.
inline double finite(double value)
{
    constexpr double most = std::numeric_limits<double>::max();
    return within(value, -most, most, "Value is out of range");
}

inline double validTempo(double bpm)
{
    return within(bpm, 20.0, 999.0, "Tempo is out of range");
}

/// As a whole number; what does not fit becomes the nearest that does.
inline int saturated(double value)
{
    constexpr double lowest = std::numeric_limits<int>::min();
    constexpr double highest = std::numeric_limits<int>::max();
    return std::isnan(value) ? 0 : static_cast<int>(std::clamp(value, lowest, highest));
}

} // namespace clipdeck::sim
