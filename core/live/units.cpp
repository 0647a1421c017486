// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double longestTime = 1e9; // seconds: what lies further out is written as this

struct Split {
    qint64 bars;
    qint64 counts;
    qint64 sixteenths;
    bool whole; ///< Nothing is left below a sixteenth
};

Split split(Beats time, Signature signature)
{
    constexpr double sixteenth = 0.25;
    constexpr double tolerance = 1e-4; // of a sixteenth: float positions come a hair below the line
    const double sixteenths = time.value / sixteenth;
    const auto whole = static_cast<qint64>(std::floor(sixteenths + tolerance));
    const double perBar = signature.bar().value / sixteenth;
    const double perCount = std::max(1.0, signature.count().value / sixteenth);
    const auto bars = static_cast<qint64>(std::floor(static_cast<double>(whole) / perBar));
    const double inBar = static_cast<double>(whole) - static_cast<double>(bars) * perBar;
    const auto counts = static_cast<qint64>(std::floor(inBar / perCount));
    const auto rest = static_cast<qint64>(inBar - static_cast<double>(counts) * perCount);
    return {bars, counts, rest, std::abs(sixteenths - static_cast<double>(whole)) < tolerance * 10};
}

QString words(const char *one, const char *many, qint64 n)
{
    return QCoreApplication::translate("units", n == 1 ? one : many).arg(n);
}

} // namespace

QString positionText(Beats position, Signature signature)
{
    const Split s = split(position, signature);
    const qint64 bar = s.bars < 0 ? s.bars : s.bars + 1; // there is no bar 0
    return QStringLiteral("%1.%2.%3").arg(bar).arg(s.counts + 1).arg(s.sixteenths + 1);
}

QString countText(Beats duration, Signature signature)
{
    // What is left is rounded up, so that "0.0" is never shown before it is over.
    const double counts = std::ceil(std::max(0.0, duration.value) / signature.count().value - 1e-4);
    const auto whole = static_cast<qint64>(counts);
    return QStringLiteral("%1.%2")
        .arg(whole / signature.numerator)
        .arg(whole % signature.numerator);
}

QString lengthText(Beats length, Signature signature)
{
    const Split s = split(length, signature);
    const bool onCount = s.whole && s.sixteenths == 0;
    if (onCount && s.counts == 0 && s.bars > 0)
        return words("%1 bar", "%1 bars", s.bars);
    if (onCount && s.bars == 0)
        return words("%1 beat", "%1 beats", s.counts);
    return QStringLiteral("%1.%2.%3").arg(s.bars).arg(s.counts).arg(s.sixteenths);
}

QString positionText(Seconds position)
{
    const auto ms
        = static_cast<qint64>(std::round(std::min(std::abs(position.value), longestTime) * 1000.0));
    return QStringLiteral("%1%2:%3.%4")
        .arg(position.value < 0.0 && ms > 0 ? QStringLiteral("\u2212") : QString())
        .arg(ms / 60000)
        .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

QString lengthText(Seconds length)
{
    const auto hundredths
        = static_cast<qint64>(std::round(std::clamp(length.value, 0.0, longestTime) * 100.0));
    const qint64 whole = hundredths / 100;
    QString fraction;
    if (hundredths % 100 > 0)
        fraction = QStringLiteral(".%1").arg(hundredths % 100, 2, 10, QLatin1Char('0'));
    if (fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    if (whole < 60) //: Seconds
        return QCoreApplication::translate("units", "%1 s").arg(QString::number(whole) + fraction);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'))
        + fraction;
}

} // namespace clipdeck
