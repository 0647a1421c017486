// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double capHeight = 0.711; // of Roboto, as a share of the pixel size

bool has(Corners corners, Corners which)
{
    return static_cast<int>(corners) & static_cast<int>(which);
}

// Clockwise from the top left.
QPainterPath roundedPath(const QRectF &b, double r, Corners corners)
{
    const bool top = corners == Corners::Top;
    const bool topLeft = top || has(corners, Corners::Left);
    const bool topRight = top || has(corners, Corners::Right);
    const bool bottomLeft = !top && has(corners, Corners::Left);
    const bool bottomRight = !top && has(corners, Corners::Right);
    const double d = 2 * r;
    QPainterPath path;
    path.moveTo(b.left() + (topLeft ? r : 0), b.top());
    path.lineTo(b.right() - (topRight ? r : 0), b.top());
    if (topRight)
        path.arcTo(QRectF(b.right() - d, b.top(), d, d), 90, -90);
    path.lineTo(b.right(), b.bottom() - (bottomRight ? r : 0));
    if (bottomRight)
        path.arcTo(QRectF(b.right() - d, b.bottom() - d, d, d), 0, -90);
    path.lineTo(b.left() + (bottomLeft ? r : 0), b.bottom());
    if (bottomLeft)
        path.arcTo(QRectF(b.left(), b.bottom() - d, d, d), 270, -90);
    path.lineTo(b.left(), b.top() + (topLeft ? r : 0));
    if (topLeft)
        path.arcTo(QRectF(b.left(), b.top(), d, d), 180, -90);
    path.closeSubpath();
    return path;
}

// The dashes of two opposite sides, `length` long.
template <class Bar> void dashSide(double length, Dashes dashes, Bar bar)
{
    const double pitch = dashes.on + dashes.off;
    const int count = std::max(1, static_cast<int>(std::lround((length - dashes.on) / pitch)));
    const double step = (length - dashes.on) / count;
    for (int i = 0; i <= count; ++i)
        bar(std::round(i * step));
}

} // namespace

double deviceScale(const QPainter &painter)
{
    return painter.deviceTransform().m11();
}

double snapToDevice(double logical, double devicePixelRatio)
{
    return std::round(logical * devicePixelRatio) / devicePixelRatio;
}

void fillBox(QPainter &painter, const QRectF &box, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(box, color);
}

void fillRounded(
    QPainter &painter, const QRectF &box, double radius, const QColor &color, Corners corners)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(roundedPath(box, radius, corners));
}

void strokeRounded(
    QPainter &painter, const QRectF &box, double radius, const QColor &color, double width)
{
    const double inset = width / 2;
    const double r = std::max(0.0, radius - inset);
    QPen pen(color, width);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), r, r);
}

void fillRing(
    QPainter &painter, const QRectF &cell, double width, const QColor &ring, const QColor &inside)
{
    constexpr double radius = 2;
    fillRounded(painter, cell.adjusted(-width, -width, width, width), radius + width, ring);
    fillRounded(painter, cell, radius, inside);
}

void dashFrame(
    QPainter &painter, const QRectF &outer, int width, const QColor &color, Dashes dashes)
{
    const double on = dashes.on;
    dashSide(outer.width(), dashes, [&](double at) {
        fillBox(painter, QRectF(outer.left() + at, outer.top(), on, width), color);
        fillBox(painter, QRectF(outer.left() + at, outer.bottom() - width, on, width), color);
    });
    dashSide(outer.height(), dashes, [&](double at) {
        fillBox(painter, QRectF(outer.left(), outer.top() + at, width, on), color);
        fillBox(painter, QRectF(outer.right() - width, outer.top() + at, width, on), color);
    });
}

void hatch(QPainter &painter, const QRectF &box, const QColor &color, int step)
{
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1));
    for (double at = -box.height(); at < box.width() + box.height(); at += step) {
        painter.drawLine(QPointF(box.left() + at, box.bottom()),
            QPointF(box.left() + at + box.height(), box.top()));
    }
    painter.restore();
}

QPointF textOrigin(
    const QPainter &painter, const QRectF &box, int pixelSize, double width, TextAlign align)
{
    const double ratio = deviceScale(painter);
    double x = box.left();
    if (align != TextAlign::Left) {
        const double spare = box.width() - width;
        x += snapToDevice(align == TextAlign::Center ? spare / 2 : spare, ratio);
    }
    return {x, snapToDevice(box.top() + (box.height() + pixelSize * capHeight) / 2, ratio)};
}

void paintText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
    const QColor &color, TextAlign align)
{
    if (text.isEmpty())
        return;
    const double width = align == TextAlign::Left ? 0 : textWidth(text, font);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(textOrigin(painter, box, font.pixelSize(), width, align), text);
}

void paintElided(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
    const QColor &color, TextAlign align)
{
    paintText(painter, box, elideRight(text, font, box.width()), font, color, align);
}

double textWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

QString elideRight(const QString &text, const QFont &font, double width)
{
    constexpr double slack = 0.5; // a name that fits but for its last side bearing is not cut
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text) <= width + slack)
        return text;
    return metrics.elidedText(text, Qt::ElideRight, width);
}

} // namespace clipdeck
