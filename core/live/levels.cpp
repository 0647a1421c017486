// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/levels.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace clipdeck {

namespace {

// The law's three parts meet at these values.
constexpr double straightFrom = 0.4;
constexpr double straightFromDecibels = -18.0;
constexpr double curveFrom = 0.15;
constexpr double bottomDecibels = -70.0;
constexpr double sendBelowVolume = 6.0;

constexpr double slope = 399.751894;
constexpr double offset = 201.871345;
constexpr double lift = 12630.61132;
constexpr double scale = 799.503788;
constexpr double power = 5567.0 / 7504.0;
constexpr double reach = 118.426374;

double curve(double volume)
{
    return -(std::pow(slope * volume - offset, 2) + lift) / scale;
}

} // namespace

double decibelsOfVolume(double volume)
{
    if (volume <= 0.0)
        return -std::numeric_limits<double>::infinity();
    if (volume >= straightFrom)
        return 40.0 * volume - 34.0;
    if (volume >= curveFrom)
        return curve(volume);
    return reach * std::pow(volume, power) + bottomDecibels;
}

double volumeOfDecibels(double decibels)
{
    if (!(decibels > bottomDecibels)) // also what is no number
        return 0.0;
    if (decibels >= straightFromDecibels)
        return std::min(1.0, (decibels + 34.0) / 40.0);
    if (decibels >= curve(curveFrom))
        return std::min(straightFrom, (offset - std::sqrt(-scale * decibels - lift)) / slope);
    return std::min(curveFrom, std::pow((decibels - bottomDecibels) / reach, 1.0 / power));
}

double decibelsOfSend(double value)
{
    return decibelsOfVolume(value) - sendBelowVolume;
}

double sendOfDecibels(double decibels)
{
    return volumeOfDecibels(decibels + sendBelowVolume);
}

double decibelsOfMeter(double meter)
{
    constexpr double perUnit = 76.0;
    return meter <= 0.0 ? -std::numeric_limits<double>::infinity()
                        : perUnit * meter + bottomDecibels;
}

QString decibelsText(double decibels, int decimals)
{
    if (!(decibels > bottomDecibels))
        return QStringLiteral("\u2212\u221E");
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(decibels * unit) / unit;
    QString text = QString::number(rounded == 0.0 ? 0.0 : rounded, 'f', decimals);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

std::optional<double> decibelsTyped(const QString &text)
{
    QString plain = text.trimmed().toLower();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    if (plain.endsWith(QLatin1String("db")))
        plain = plain.chopped(2).trimmed();
    if (plain == QLatin1String("-inf") || plain == QLatin1String("inf")
        || plain == QStringLiteral("-\u221E") || plain == QStringLiteral("\u221E"))
        return -std::numeric_limits<double>::infinity();
    bool ok = false;
    const double decibels = plain.toDouble(&ok);
    return ok && std::isfinite(decibels) ? std::optional(decibels) : std::nullopt;
}

QString panText(double panning)
{
    const int steps = static_cast<int>(std::lround(std::clamp(panning, -1.0, 1.0) * 50.0));
    if (steps == 0)
        return QStringLiteral("C");
    return QString::number(std::abs(steps)) + QLatin1Char(steps < 0 ? 'L' : 'R');
}

std::optional<double> panTyped(const QString &text)
{
    QString plain = text.trimmed().toUpper();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    if (plain == QLatin1String("C"))
        return 0.0;
    static const QRegularExpression form(
        QStringLiteral("^([LR]?)\\s*(-?\\d+(?:\\.\\d+)?)\\s*([LR]?)$"));
    const QRegularExpressionMatch match = form.match(plain);
    const QString side = match.captured(1) + match.captured(3);
    if (!match.hasMatch() || side.size() > 1)
        return std::nullopt;
    const double steps = match.captured(2).toDouble();
    return std::clamp((side == QLatin1String("L") ? -steps : steps) / 50.0, -1.0, 1.0);
}

} // namespace clipdeck
