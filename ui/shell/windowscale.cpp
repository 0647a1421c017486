// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowscale.h"

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace clipdeck {

namespace {

constexpr const char *factorVariable = "QT_SCALE_FACTOR"; // multiplies whatever factor a screen has
constexpr std::array scales{75, 100, 125, 150, 175, 200};

} // namespace

std::span<const int> WindowScale::all()
{
    return scales;
}

int WindowScale::valid(int percent)
{
    return *std::ranges::min_element(
        scales, {}, [percent](int scale) { return std::abs(qint64{scale} - qint64{percent}); });
}

int WindowScale::stepped(int percent, int steps)
{
    const auto now = std::ranges::find(scales, valid(percent)) - scales.begin();
    const auto last = static_cast<std::ptrdiff_t>(scales.size()) - 1;
    const auto then = std::clamp<std::ptrdiff_t>(now + steps, 0, last);
    return scales.at(static_cast<std::size_t>(then));
}

bool WindowScale::isDrawable(int percent, int now, double ratio)
{
    constexpr double rounding = 1e-6;
    return ratio * percent / now >= 1.0 - rounding;
}

WindowScale::WindowScale()
{
    bool isNumber = false;
    const double given = qgetenv(factorVariable).toDouble(&isNumber);
    if (isNumber && std::isfinite(given) && given > 0.0)
        m_given = given;
}

void WindowScale::apply(int percent) const
{
    if (!m_given && percent == usual) {
        qunsetenv(factorVariable);
        return;
    }
    const double factor = m_given.value_or(1.0) * percent / usual;
    qputenv(factorVariable, QByteArray::number(factor));
}

} // namespace clipdeck
