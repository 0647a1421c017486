// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/lamppainter.h"

#include <cmath>

namespace clipdeck {

namespace {

// Curves cost more than all the rest of a frame, and there are few of them: they are kept as pictures.
QPixmap lampPart(PaintCache &cache, const LampKey &key, double side)
{
    if (const QPixmap *known = cache.lamps.object(key))
        return *known;
    QPixmap made(key.pixels, key.pixels);
    made.setDevicePixelRatio(key.pixels / side);
    made.fill(Qt::transparent);
    QPainter painter(&made);
    if (key.glyph == Glyph::None)
        fillRounded(painter, QRectF(0, 0, side, side), measure::cellRadius, QColor(key.color),
            static_cast<Corners>(key.corners));
    else
        paintGlyph(painter, key.glyph, {0, 0}, side, QColor(key.color),
            static_cast<double>(key.part) / partSteps);
    painter.end();
    cache.lamps.insert(key, new QPixmap(made)); // the cache owns it
    return made;
}

// Flash-safe: the ground never changes, the ring tells what comes.
void paintRinged(QPainter &painter, const QRectF &square, const LampLook &look)
{
    const int width = isBig(square) ? 3 : 2;
    strokeRounded(painter, square, measure::cellRadius, look.ring, width);
    const double inset = std::round(square.width() * 0.1);
    const QRectF inner = square.adjusted(inset, inset, -inset, -inset);
    if (look.glyph == Glyph::Stop || look.glyph == Glyph::Group) { // they have no hollow form
        paintGlyph(painter, look.glyph, inner.topLeft(), inner.width(), look.color);
        return;
    }
    const Glyph hollow = look.glyph == Glyph::Record ? Glyph::RecordHollow : Glyph::TriangleHollow;
    const QRgb inside = mixColors(look.ground.rgb(), look.color.rgb(), look.part);
    paintGlyph(painter, look.glyph, inner.topLeft(), inner.width(), QColor(inside));
    paintGlyph(painter, hollow, inner.topLeft(), inner.width(), look.color);
}

} // namespace

void paintLamp(QPainter &painter, PaintCache &cache, const QRectF &square, const LampLook &look,
    Corners corners)
{
    const int pixels = qRound(square.width() * deviceScale(painter));
    const auto part = [&](const LampKey &key) {
        painter.drawPixmap(square.topLeft(), lampPart(cache, key, square.width()));
    };
    part({look.ground.rgb(), Glyph::None, 0, static_cast<int>(corners), pixels});
    if (look.ring.isValid()) {
        paintRinged(painter, square, look);
        return;
    }
    const int place = look.glyph == Glyph::Pie ? qRound(look.part * partSteps) : 0;
    if (look.glyph != Glyph::None)
        part({look.color.rgb(), look.glyph, place, 0, pixels});
}

} // namespace clipdeck
