// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/parameter.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// A knob that runs from `low` to `high` in equal ratios.
double exponential(double position, double low, double high)
{
    return low * std::pow(high / low, position);
}

QString fixed(double value, int digits, QLatin1String unit)
{
    return QString::number(value, 'f', digits) + unit;
}

QString decibels(double value)
{
    return std::isinf(value) ? u"-inf dB"_s : fixed(value, 1, " dB"_L1);
}

QString hertz(double value)
{
    if (value >= 1000.0)
        return fixed(value / 1000.0, 2, " kHz"_L1);
    return fixed(value, value >= 100.0 ? 0 : 1, " Hz"_L1);
}

QString millisecondsText(double value)
{
    if (value >= 1000.0)
        return fixed(value / 1000.0, 2, " s"_L1);
    return fixed(value, value >= 100.0 ? 0 : 1, " ms"_L1);
}

QString pan(double value)
{
    const int side = static_cast<int>(std::lround(std::abs(value) * 50.0));
    if (side == 0)
        return u"C"_s;
    return QString::number(side) + (value < 0 ? u'L' : u'R');
}

QString semitones(double value)
{
    const long steps = std::lround(value);
    return (steps > 0 ? u"+"_s : QString()) + QString::number(steps) + " st"_L1;
}

} // namespace

double faderDecibels(double position)
{
    // docs/abletonosc.md, Levels: three pieces, the upper one a straight line.
    if (position <= 0.0)
        return -std::numeric_limits<double>::infinity();
    if (position >= 0.4)
        return 40.0 * position - 34.0;
    if (position >= 0.15)
        return -(std::pow(399.751894 * position - 201.871345, 2) + 12630.61132) / 799.503788;
    return 118.426374 * std::pow(position, 5567.0 / 7504.0) - 70.0;
}

QString ParameterSpec::text(double value) const
{
    switch (display) {
    case Display::Number:
        return QString::number(value, 'f', 2);
    case Display::Percent:
        return fixed(value * 100.0, 0, " %"_L1);
    case Display::Percent100:
        return fixed(value, 0, " %"_L1);
    case Display::Decibel:
        return decibels(value);
    case Display::Fader:
        return decibels(faderDecibels(value));
    case Display::Send:
        return decibels(faderDecibels(value) - 6.0);
    case Display::Pan:
        return pan(value);
    case Display::Frequency:
        return hertz(exponential(value, 20.0, 20000.0));
    case Display::Rate:
        return fixed(exponential(value, 0.01, 30.0), 2, " Hz"_L1);
    case Display::Time:
        return millisecondsText(exponential(value, 1.0, 20000.0));
    case Display::Semitones:
        return semitones(value);
    case Display::Whole:
        return QString::number(std::lround(value));
    case Display::Ratio:
        return fixed(value, 2, " : 1"_L1);
    case Display::Degrees:
        return QString(fixed(value, 0, ""_L1) + u'\u00b0');
    case Display::Quality:
        return QString::number(exponential(value, 0.1, 18.0), 'f', 2);
    case Display::Items:
        return items.value(
            std::clamp(static_cast<qsizetype>(std::lround(value)), qsizetype{0}, items.size() - 1));
    }
    return {};
}

ParameterSpec knob(
    const QString &name, double initial, Display display, double minimum, double maximum)
{
    return {name, minimum, maximum, initial, display, {}};
}

ParameterSpec choice(const QString &name, const QStringList &items, int initial)
{
    return {name, 0.0, static_cast<double>(items.size() - 1), static_cast<double>(initial),
        Display::Items, items};
}

ParameterSpec onOff(const QString &name, bool initial)
{
    return choice(name, {u"Off"_s, u"On"_s}, initial ? 1 : 0);
}

} // namespace clipdeck::sim
