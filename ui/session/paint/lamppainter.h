// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a lamp: the square at the left of slots, scenes and stop cells.
#pragma once

#include "ui/session/display/lamp.h"
#include "ui/session/paint/paintcache.h"
#include "ui/theme/paint.h"

namespace clipdeck {

void paintLamp(QPainter &painter, PaintCache &cache, const QRectF &square, const LampLook &look,
    Corners corners = Corners::Left);

/// The lamp's square in a cell's box.
inline QRectF lampOf(const QRectF &box)
{
    return {box.topLeft(), QSizeF(box.height(), box.height())};
}

/// Comfortable density: bars and rings are heavier.
inline bool isBig(const QRectF &box)
{
    return box.height() >= 30;
}

} // namespace clipdeck
