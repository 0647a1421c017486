// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/ghostpainter.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double longerVeil = 0.82;
constexpr double longerTint = 0.22;
constexpr double shorterVeil = 0.60;
constexpr double tickHeight = 7;
constexpr double newEdge = 4;
constexpr double labelHeight = 22;
constexpr double labelPad = 7;
constexpr double arrowWidth = 9;
constexpr double arrowGap = 5;

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

double addedWidth(const Ghost &g)
{
    return ghostWidth(g.cell.width(), g.from, g.to, g.scale);
}

void paintTicks(QPainter &painter, const QColor &color, const Ghost &g)
{
    const double width = ghostTickWidth(g.cell.width(), g.from, g.scale);
    const double ticksFrom = g.from / ghostTick(g.scale);
    const GhostTicks ticks = ghostTicks(g.from, g.to, g.scale);
    for (int k = ticks.first; k < ticks.end; ++k) {
        const double x = g.cell.right() + std::round((k - ticksFrom) * width);
        fillBox(painter, QRectF(x, g.cell.bottom() - tickHeight, 1, tickHeight), color);
    }
}

void paintLonger(QPainter &painter, const Theme &theme, const Ghost &g, double added)
{
    const QRectF grown(g.cell.right(), g.cell.top(), added, g.cell.height());
    fillBox(painter, grown, withAlpha(theme.color(Role::Void), longerVeil));
    fillBox(painter, grown, withAlpha(theme.color(Role::Own), longerTint));
}

void paintShorter(QPainter &painter, const Theme &theme, const Ghost &g, double added)
{
    const QRectF lost(g.cell.right() + added, g.cell.top(), -added, g.cell.height());
    fillBox(painter, lost, withAlpha(theme.color(Role::Void), shorterVeil));
    hatch(painter, lost, theme.color(Role::Own));
}

void paintArrow(QPainter &painter, QPointF left, const QColor &color)
{
    QPen pen(color, 1.5);
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(pen);
    const QPointF tip = left + QPointF(arrowWidth, 0);
    painter.drawLine(left, tip - QPointF(1, 0));
    painter.drawPolyline(QPolygonF({tip - QPointF(4, 3.5), tip, tip - QPointF(4, -3.5)}));
}

QRectF labelBox(const Ghost &g, double width)
{
    const double edge = g.cell.right() + addedWidth(g) + 2;
    const double left
        = std::clamp(edge - width, g.room.left(), std::max(g.room.left(), g.room.right() - width));
    const double above = g.cell.top() - 2 - labelHeight;
    const double top = above >= g.room.top() ? above : g.cell.bottom() + 2;
    return {std::round(left), top, width, labelHeight};
}

void paintLabel(QPainter &painter, const Theme &theme, const Ghost &g)
{
    const QFont &font = theme.font(Type::Strong);
    const LengthLabel label = lengthLabel(g.from, g.to, g.scale);
    const double fromWidth = textWidth(label.from, font);
    const double toWidth = textWidth(label.to, font);
    const double width = std::round(fromWidth + toWidth + arrowWidth + 2 * arrowGap + 2 * labelPad);
    const QRectF box = labelBox(g, width);
    const QColor ink = theme.color(Role::OnOwn);
    fillRounded(painter, box, measure::cellRadius, theme.color(Role::Own));
    paintText(painter, box.adjusted(labelPad, 0, 0, 0), label.from, font, ink);
    const double arrow = box.left() + labelPad + fromWidth + arrowGap;
    paintArrow(painter, {std::round(arrow), box.center().y()}, ink);
    paintText(painter, box.adjusted(0, 0, -labelPad, 0), label.to, font, ink, TextAlign::Right);
}

} // namespace

void paintGhost(QPainter &painter, const Theme &theme, const Ghost &g)
{
    const double added = addedWidth(g);
    const QColor own = theme.color(Role::Own);
    if (added > 0)
        paintLonger(painter, theme, g, added);
    else if (added < 0)
        paintShorter(painter, theme, g, added);
    paintTicks(painter, own, g);
    const QRectF whole = g.cell.adjusted(-2, -2, std::max(0.0, added) + 2, 2);
    dashFrame(painter, whole, measure::frame, own, {5, 3});
    if (added > 0)
        fillBox(painter, QRectF(g.cell.right() - 1, g.cell.top(), 1, g.cell.height()), own);
    fillBox(painter,
        QRectF(g.cell.right() + added - newEdge / 2, whole.top(), newEdge, whole.height()), own);
    if (g.labelled)
        paintLabel(painter, theme, g);
}

QRectF ghostBounds(const Ghost &g)
{
    const QRectF whole = g.cell.adjusted(-2, -2, std::max(0.0, addedWidth(g)) + newEdge, 2);
    constexpr double labelMost = 160;
    return whole.united(labelBox(g, labelMost)).adjusted(-labelMost, 0, 2, 0).intersected(g.room);
}

} // namespace clipdeck
