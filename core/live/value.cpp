// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/value.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace clipdeck {

namespace {

std::optional<double> asNumber(const LiveValue &value)
{
    if (const auto *b = std::get_if<bool>(&value))
        return *b ? 1.0 : 0.0;
    if (const auto *i = std::get_if<int>(&value))
        return *i;
    if (const auto *d = std::get_if<double>(&value))
        return *d;
    return std::nullopt;
}

} // namespace

bool sameValue(const LiveValue &a, const LiveValue &b)
{
    const std::optional<double> x = asNumber(a);
    const std::optional<double> y = asNumber(b);
    if (!x || !y)
        return a == b;
    // A float carries 24 bits; twice its step leaves room for one rounding on each side.
    constexpr double floatStep = 1.2e-7;
    return std::abs(*x - *y) <= 2 * floatStep * std::max({1.0, std::abs(*x), std::abs(*y)});
}

double numberOr(const LiveValue &value, double otherwise)
{
    return asNumber(value).value_or(otherwise);
}

QString describe(const LiveValue &value)
{
    if (const auto *b = std::get_if<bool>(&value))
        return *b ? QStringLiteral("on") : QStringLiteral("off");
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    const std::optional<double> number = asNumber(value);
    if (!number)
        return QStringLiteral("–");
    constexpr int floatDigits = 7; // more would show a 32-bit float's rounding
    const bool isWhole = *number == std::trunc(*number) && std::abs(*number) < 1e15;
    return isWhole ? QString::number(*number, 'f', 0) : QString::number(*number, 'g', floatDigits);
}

} // namespace clipdeck
