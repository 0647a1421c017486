// SPDX-License-Identifier: GPL-3.0-or-later
// A property's value as Live's API has it, for the code that works on any property.
#pragma once

#include <QString>

#include <variant>

namespace clipdeck {

/// Nothing (Live does not have it here), a bool, a whole number, a number, or text.
using LiveValue = std::variant<std::monostate, bool, int, double, QString>;

inline bool isNothing(const LiveValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// Equal as Live would see them: 1, 1.0 and true alike, numbers within the rounding of a 32-bit float.
bool sameValue(const LiveValue &a, const LiveValue &b);

/// As a number: bools are 1 and 0, what is no number gives `otherwise`.
double numberOr(const LiveValue &value, double otherwise);

/// For messages and logs.
QString describe(const LiveValue &value);

} // namespace clipdeck
