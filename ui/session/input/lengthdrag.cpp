// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/input/lengthdrag.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace clipdeck {

namespace {

constexpr double leastTickWidth = 12;
constexpr double mostTickWidth = 48;
constexpr double tolerance = 1e-6;

/// Nothing moves in steps.
std::optional<ClipTime> stepOf(Snap snap, ClipTimeUnit unit)
{
    const bool isBeats = unit == ClipTimeUnit::Beat;
    switch (snap) {
    case Snap::Whole:
        return ClipTime{1.0};
    case Snap::Fine:
        return ClipTime{isBeats ? 0.25 : 0.1};
    case Snap::Off:
        break;
    }
    return std::nullopt;
}

/// "4 bars" -> {"4", "bars"}; "5.2.1" -> {"5.2.1", ""}.
std::pair<QString, QString> amountAndUnit(const QString &length)
{
    const qsizetype space = length.indexOf(QLatin1Char(' '));
    return space < 0 ? std::pair(length, QString())
                     : std::pair(length.left(space), length.mid(space + 1));
}

/// Both read in bars: "1 bar" and "8 bars"; or neither.
bool sameUnit(ClipTime a, ClipTime b, const ClipTimeScale &scale)
{
    const auto inBars = [&](ClipTime length) {
        const double n = length / scale.bar();
        return std::abs(n - std::round(n)) < tolerance && n > 0.5;
    };
    return scale.unit() == ClipTimeUnit::Second || inBars(a) == inBars(b);
}

} // namespace

ClipTime ghostTick(const ClipTimeScale &scale)
{
    return scale.unit() == ClipTimeUnit::Beat ? scale.bar() : ClipTime{1.0};
}

double ghostTickWidth(double cellWidth, ClipTime length, const ClipTimeScale &scale)
{
    const double ticks = std::max(tolerance, length / ghostTick(scale));
    return std::clamp(cellWidth / ticks, leastTickWidth, mostTickWidth);
}

double ghostWidth(double cellWidth, ClipTime from, ClipTime to, const ClipTimeScale &scale)
{
    const double ticks = (to - from) / ghostTick(scale);
    return std::max(-cellWidth, std::round(ticks * ghostTickWidth(cellWidth, from, scale)));
}

GhostTicks ghostTicks(ClipTime from, ClipTime to, const ClipTimeScale &scale)
{
    const ClipTime tick = ghostTick(scale);
    const auto [low, high] = std::minmax({from / tick, to / tick});
    const int first = static_cast<int>(std::floor(low + tolerance)) + 1;
    const int end = static_cast<int>(std::ceil(high - tolerance));
    return {first, std::max(first, end)};
}

ClipTime draggedLength(
    double cellWidth, ClipTime from, double dx, const ClipTimeScale &scale, Snap snap)
{
    const ClipTime moved = ghostTick(scale) * (dx / ghostTickWidth(cellWidth, from, scale));
    const ClipTime wanted = from + moved;
    const std::optional<ClipTime> step = stepOf(snap, scale.unit());
    if (!step)
        return std::max(*stepOf(Snap::Fine, scale.unit()), wanted);
    // Less than half a step of movement is a click: the length stays, even if it lies off the grid.
    if (std::abs(moved.value) < step->value / 2)
        return from;
    return std::max(*step, *step * std::round(wanted / *step));
}

LengthLabel lengthLabel(ClipTime from, ClipTime to, const ClipTimeScale &scale)
{
    const QString was = scale.lengthText(from);
    const QString becomes = scale.lengthText(to);
    const auto [amount, unit] = amountAndUnit(was);
    const QString newUnit = amountAndUnit(becomes).second;
    const bool isBeats = scale.unit() == ClipTimeUnit::Beat; // bars may go on as bars.beats
    const bool once = !unit.isEmpty() && (newUnit.isEmpty() ? isBeats : sameUnit(from, to, scale));
    return {once ? amount : was, becomes};
}

} // namespace clipdeck
