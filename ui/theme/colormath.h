// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic of colours: mixing in sRGB, luminance and contrast (WCAG 2), and what becomes of a
// clip's colour.
#pragma once

#include <QRgb>

namespace clipdeck {

/// `a` towards `b` by `t` (0..1), per sRGB channel, rounded. Opaque.
QRgb mixColors(QRgb a, QRgb b, double t);
/// Relative luminance, 0 black .. 1 white.
double luminance(QRgb color);
/// Contrast ratio, 1..21; the order does not matter.
double contrast(QRgb a, QRgb b);
/// Pure black or white, whichever reads on `fill`: never below 4.58:1.
QRgb inkOn(QRgb fill);

/// The theme's colours that clip colours are mixed with.
struct ClipGround {
    QRgb ground = 0;
    QRgb text = 0;
    QRgb lampOff = 0;
    bool dark = true;
};

/// One of Live's colours in every form that the surface needs.
struct ClipColors {
    QRgb lit = 0; ///< Sounding: Live's colour, untouched
    QRgb litInk = 0;
    QRgb half = 0; ///< Queued
    QRgb halfInk = 0;
    QRgb sunk = 0; ///< At rest; text in the theme's text, at least 4.6:1
    QRgb glyph = 0; ///< On a lamp that is off, at least 3.5:1
    QRgb stale = 0; ///< Half-way from sunk to ground
    QRgb staleHatch = 0;

    bool operator==(const ClipColors &) const = default;
};

ClipColors clipColors(QRgb color, const ClipGround &ground);

} // namespace clipdeck
