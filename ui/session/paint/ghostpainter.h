// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the length ghost: what a clip would become, over the columns to its right.
#pragma once

#include "ui/session/input/lengthdrag.h"
#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace clipdeck {

struct Ghost {
    QRectF cell;
    QRectF room; ///< The grid: the label stays inside of it
    ClipTime from;
    ClipTime to;
    ClipTimeScale scale;
    bool labelled = true; ///< Once let go, only the frame stays
};

/// The painter is clipped to the grid.
void paintGhost(QPainter &painter, const Theme &theme, const Ghost &ghost);

/// All that a ghost may touch: for repaints.
QRectF ghostBounds(const Ghost &ghost);

} // namespace clipdeck
