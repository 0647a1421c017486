// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing that every painted view shares: flat boxes on whole pixels, half-rounded boxes, frames
// that live in the gap, text on the surface's baseline. Logical pixels; anything that must be even
// is rounded to the device's.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;

namespace clipdeck {

/// Device pixels a unit of the painter, its own scale included.
double deviceScale(const QPainter &painter);

/// To the nearest device pixel.
double snapToDevice(double logical, double devicePixelRatio);

/// A box without antialiasing.
void fillBox(QPainter &painter, const QRectF &box, const QColor &color);

enum class Corners { None = 0, Left = 1, Right = 2, Top = 4, All = 3 };
/// A box with the named corners rounded; drawn as a path, for clip paths are not antialiased.
void fillRounded(QPainter &painter, const QRectF &box, double radius, const QColor &color,
    Corners corners = Corners::All);
/// A line of `width` that lies inside of `box`.
void strokeRounded(
    QPainter &painter, const QRectF &box, double radius, const QColor &color, double width);
/// A solid frame in the gap around `cell`, filled, with `inside` behind the cell: to be painted
/// before the cell, so that no corner shows a notch.
void fillRing(
    QPainter &painter, const QRectF &cell, double width, const QColor &ring, const QColor &inside);

struct Dashes {
    int on = 5;
    int off = 3;
};
/// A dashed frame inside of `outer`, made of filled bars: each side begins and ends with a dash.
void dashFrame(
    QPainter &painter, const QRectF &outer, int width, const QColor &color, Dashes dashes);
/// Lines at 45° over `box`.
void hatch(QPainter &painter, const QRectF &box, const QColor &color, int step = 6);

enum class TextAlign { Left, Center, Right };
/// One line; the baseline is round(y + (h + 0.711·px)/2), of the device's pixels. Never elides.
void paintText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
    const QColor &color, TextAlign align = TextAlign::Left);
/// As above, elided at the right to the box's width.
void paintElided(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
    const QColor &color, TextAlign align = TextAlign::Left);
/// Where a text of `width` begins: left end of its baseline.
QPointF textOrigin(
    const QPainter &painter, const QRectF &box, int pixelSize, double width, TextAlign align);
double textWidth(const QString &text, const QFont &font);
QString elideRight(const QString &text, const QFont &font, double width);

} // namespace clipdeck
