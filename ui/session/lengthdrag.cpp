// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/lengthdrag.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double leastBarWidth = 12;
constexpr double mostBarWidth = 48;
constexpr double sixteenth = 0.25; // beats
constexpr double tolerance = 1e-6;

double stepOf(Snap snap)
{
    switch (snap) {
    case Snap::Beats:
        return 1.0;
    case Snap::Fine:
        return sixteenth;
    case Snap::Off:
        break;
    }
    return 0.0;
}

/// "4 bars" -> {"4", "bars"}; "5.2.1" -> {"5.2.1", ""}.
std::pair<QString, QString> amountAndUnit(const QString &length)
{
    const qsizetype space = length.indexOf(QLatin1Char(' '));
    return space < 0 ? std::pair(length, QString())
                     : std::pair(length.left(space), length.mid(space + 1));
}

/// Counts in the same thing, singular or plural: "1 bar" and "8 bars".
bool sameUnit(Beats a, Beats b, Signature signature)
{
    const auto bars = [&](Beats length) {
        const double n = length / signature.bar();
        return std::abs(n - std::round(n)) < tolerance && n > 0.5;
    };
    return bars(a) == bars(b);
}

} // namespace

double ghostBarWidth(double cellWidth, Beats length, Signature signature)
{
    const double bars = std::max(tolerance, length / signature.bar());
    return std::clamp(cellWidth / bars, leastBarWidth, mostBarWidth);
}

double ghostWidth(double cellWidth, Beats from, Beats to, Signature signature)
{
    const double bars = (to - from) / signature.bar();
    return std::max(-cellWidth, std::round(bars * ghostBarWidth(cellWidth, from, signature)));
}

GhostTicks ghostTicks(Beats from, Beats to, Signature signature)
{
    const auto [low, high] = std::minmax({from / signature.bar(), to / signature.bar()});
    const int first = static_cast<int>(std::floor(low + tolerance)) + 1;
    const int end = static_cast<int>(std::ceil(high - tolerance));
    return {first, std::max(first, end)};
}

Beats draggedLength(double cellWidth, Beats from, double dx, Signature signature, Snap snap)
{
    const double moved = dx / ghostBarWidth(cellWidth, from, signature) * signature.bar().value;
    const double wanted = from.value + moved;
    const double step = stepOf(snap);
    if (step <= 0)
        return {std::max(sixteenth, wanted)};
    // Less than half a step of movement is a click: the length stays, even if it lies off the grid.
    if (std::abs(moved) < step / 2)
        return from;
    return {std::max(step, std::round(wanted / step) * step)};
}

LengthLabel lengthLabel(Beats from, Beats to, Signature signature)
{
    const QString was = lengthText(from, signature);
    const QString becomes = lengthText(to, signature);
    const auto [amount, unit] = amountAndUnit(was);
    const QString newUnit = amountAndUnit(becomes).second;
    const bool once = !unit.isEmpty() && (newUnit.isEmpty() || sameUnit(from, to, signature));
    return {once ? amount : was, becomes};
}

} // namespace clipdeck
