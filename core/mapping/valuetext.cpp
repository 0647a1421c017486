// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/valuetext.h"

#include "core/live/device.h"
#include "core/live/levels.h"

#include <cmath>

namespace clipdeck {

namespace {

QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
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

QString volumeText(double volume)
{
    return decibelsText(decibelsOfVolume(volume)) + QStringLiteral(" dB");
}

} // namespace clipdeck
