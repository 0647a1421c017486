// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenkey.h"

#include <algorithm>

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

QString openingScreen(const QString &left, const QStringList &attached)
{
    return attached.contains(left) ? left : attached.value(0);
}

} // namespace clipdeck
