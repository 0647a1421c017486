// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/numbers.h"

#include <cmath>

namespace clipdeck {

std::optional<double> numberFrom(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<int> indexFrom(const QString &text)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace clipdeck
