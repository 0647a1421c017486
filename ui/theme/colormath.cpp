// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colormath.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr QRgb black = 0xFF000000;
constexpr QRgb white = 0xFFFFFFFF;
constexpr double inkThreshold = 0.1791; // where black and white read equally well

constexpr double sunkDark = 0.46;
constexpr double sunkLight = 0.50;
constexpr double sunkStep = 0.02;
constexpr double sunkLeast = 0.20;
constexpr double sunkContrast = 4.6;
constexpr double halfDark = 0.66;
constexpr double halfLight = 0.78;
constexpr double glyphStep = 0.04;
constexpr double glyphContrast = 3.5;
constexpr double hatchShare = 0.3;

int mixChannel(int a, int b, double t)
{
    return static_cast<int>(std::lround(a + (b - a) * t));
}

double linear(int channel)
{
    const double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

// As deep as the name stays readable: pale colours sink further.
QRgb sunkOf(QRgb color, const ClipGround &g)
{
    const double start = g.dark ? sunkDark : sunkLight;
    for (int step = 0;; ++step) {
        const double t = start - step * sunkStep;
        const QRgb mixed = mixColors(g.ground, color, t);
        if (t <= sunkLeast || contrast(mixed, g.text) >= sunkContrast)
            return mixed;
    }
}

QRgb glyphOf(QRgb color, const ClipGround &g)
{
    for (int step = 0;; ++step) {
        const double t = std::min(1.0, step * glyphStep);
        const QRgb mixed = mixColors(color, g.dark ? white : black, t);
        if (t >= 1.0 || contrast(mixed, g.lampOff) >= glyphContrast)
            return mixed;
    }
}

} // namespace

QRgb mixColors(QRgb a, QRgb b, double t)
{
    return qRgb(mixChannel(qRed(a), qRed(b), t), mixChannel(qGreen(a), qGreen(b), t),
        mixChannel(qBlue(a), qBlue(b), t));
}

double luminance(QRgb color)
{
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color))
        + 0.0722 * linear(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QRgb inkOn(QRgb fill)
{
    return luminance(fill) > inkThreshold ? black : white;
}

ClipColors clipColors(QRgb color, const ClipGround &g)
{
    ClipColors out;
    out.lit = color | 0xFF000000;
    out.litInk = inkOn(color);
    out.half = mixColors(g.ground, color, g.dark ? halfDark : halfLight);
    out.halfInk = inkOn(out.half);
    out.sunk = sunkOf(color, g);
    out.glyph = glyphOf(color, g);
    out.stale = mixColors(out.sunk, g.ground, 0.5);
    out.staleHatch = mixColors(out.stale, g.text, hatchShare);
    return out;
}

} // namespace clipdeck
