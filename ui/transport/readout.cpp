// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/readout.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int labelTop = 3;
constexpr int labelHeight = 12;
constexpr int valueTop = 16;
constexpr int valueHeight = 22;

} // namespace

void paintReadout(QPainter &painter, const QRect &box, const Readout &readout, const Theme &theme)
{
    const Role labelRole = readout.hovered && readout.known ? Role::Text2 : Role::Text3;
    paintText(painter, QRectF(box.left(), box.top() + labelTop, box.width(), labelHeight),
        readout.label, theme.font(Type::Micro), theme.color(labelRole));
    const QString value = readout.known ? readout.value : QStringLiteral("–");
    const QRect valueBox = readoutValueBox(box);
    paintText(painter, valueBox, value, theme.font(Type::Readout),
        theme.color(readout.known ? Role::Text : Role::Text3));
    if (!readout.pending || !readout.known)
        return;
    const double width
        = std::min<double>(textWidth(value, theme.font(Type::Readout)), valueBox.width());
    fillBox(painter, QRectF(valueBox.left(), valueBox.bottom(), width, 2), theme.color(Role::Own));
}

QRect readoutValueBox(const QRect &box)
{
    return {box.left(), box.top() + valueTop, box.width(), valueHeight};
}

} // namespace clipdeck
