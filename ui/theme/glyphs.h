// SPDX-License-Identifier: GPL-3.0-or-later
// The lamp: a square that tells a state by a shape on a known ground. Its shapes lie on a grid of
// 20 units.
#pragma once

#include "ui/theme/paint.h"

namespace clipdeck {

enum class Glyph {
    None,
    Triangle,
    TriangleHollow,
    Group, ///< Bar and triangle: a group's slot
    Stop,
    StopSmall,
    Record,
    RecordHollow,
    Pie, ///< Ring and wedge; takes a part
    Dots,
    Fault, ///< !
    Check,
    Cross,
};

/// Draws `glyph` over the square at `topLeft`. `part` (0..1) is the pie's wedge, clockwise from
/// twelve.
void paintGlyph(QPainter &painter, Glyph glyph, QPointF topLeft, double side, const QColor &color,
    double part = 0.0);

/// A ring with a wedge about a centre, as the stop row shows it.
void paintPie(QPainter &painter, QPointF center, double radius, const QColor &ring,
    double ringWidth, const QColor &wedge, double part);

/// The wedge alone.
void paintWedge(QPainter &painter, QPointF center, double radius, const QColor &color, double part);

} // namespace clipdeck
