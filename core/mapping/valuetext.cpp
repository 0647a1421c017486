// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/valuetext.h"

#include "core/live/device.h"

#include <cmath>
#include <limits>

namespace clipdeck {

namespace {

QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

/// One decimal, and no minus before a zero.
QString oneDecimal(double value)
{
    const double rounded = std::round(value * 10.0) / 10.0;
    return withMinus(QString::number(rounded == 0.0 ? 0.0 : rounded, 'f', 1));
}

} // namespace

QString numberText(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 100.0 ? 0 : size >= 10.0 ? 1 : 2;
    QString text = QString::number(value, 'f', decimals);
    while (decimals > 0 && text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : withMinus(text);
}

QString valueText(const Parameter &parameter)
{
    if (!parameter.valueString.isEmpty())
        return parameter.valueString;
    return numberText(parameter.isQuantized ? std::round(parameter.value) : parameter.value);
}

double volumeDecibels(double volume)
{
    if (volume <= 0.0)
        return -std::numeric_limits<double>::infinity();
    if (volume >= 0.4)
        return 40.0 * volume - 34.0;
    // Fitted to Live's display within its rounding; the two parts meet at 0.15.
    if (volume >= 0.15)
        return -(std::pow(399.751894 * volume - 201.871345, 2) + 12630.61132) / 799.503788;
    return 118.426374 * std::pow(volume, 5567.0 / 7504.0) - 70.0;
}

QString volumeText(double volume)
{
    const double decibels = volumeDecibels(volume);
    if (std::isinf(decibels))
        return QStringLiteral("\u2212\u221E dB");
    return oneDecimal(decibels) + QStringLiteral(" dB");
}

} // namespace clipdeck
