// SPDX-License-Identifier: GPL-3.0-or-later
// How a fader is painted, and where its throw lies.
#pragma once

#include <QRectF>

class QPainter;

namespace clipdeck {

class Theme;
struct FaderFace;

/// The throw of a fader within its widget: where the middle of the thumb can be.
struct FaderThrow {
    double center = 0.0; ///< x of the groove's middle
    double top = 0.0; ///< y at 1
    double bottom = 0.0; ///< y at 0

    double length() const { return bottom - top; }
    /// The y of a position, on a whole pixel.
    double at(double position) const;
};

FaderThrow faderThrow(const QSizeF &size, const QSize &thumb);

void paintFader(QPainter &painter, const QSizeF &size, const FaderFace &face, const Theme &theme,
    bool isHovered);

} // namespace clipdeck
