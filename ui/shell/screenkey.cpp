// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenkey.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

/// Cheap screens have a serial number of zeros, all the same.
bool tellsApart(const QString &serial)
{
    return std::ranges::any_of(
        serial, [](QChar c) { return c.isLetterOrNumber() && c != u'0' && c != u'x'; });
}

} // namespace

QString screenKey(const QString &name, const QString &serial, QSize size)
{
    const QString which = tellsApart(serial) ? serial.trimmed() : name;
    return QStringLiteral("%1 %2x%3").arg(which).arg(size.width()).arg(size.height());
}

QSize unscaledSize(QSize size, int percent)
{
    if (percent == 100)
        return size;
    const auto even = [percent](int length) {
        return 2 * static_cast<int>(std::lround(length * percent / 200.0));
    };
    return {even(size.width()), even(size.height())};
}

QString openingScreen(const QString &left, const QStringList &attached)
{
    return attached.contains(left) ? left : attached.value(0);
}

} // namespace clipdeck
