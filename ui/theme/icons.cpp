// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QPolygonF>

namespace clipdeck {

namespace {

constexpr double iconUnits = 16.0;

/// Draws in units of the icon's grid.
class IconPen {
public:
    IconPen(QPainter &painter, const QRectF &box, const QColor &color)
        : m_painter(painter)
        , m_origin(box.topLeft())
        , m_unit(box.width() / iconUnits)
        , m_color(color)
    {
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }

    void fill(std::initializer_list<QPointF> points)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_color);
        m_painter.drawPolygon(polygon(points));
    }
    void stroke(std::initializer_list<QPointF> points, bool closed = false)
    {
        setPen(1.5);
        if (closed)
            m_painter.drawPolygon(polygon(points));
        else
            m_painter.drawPolyline(polygon(points));
    }
    void box(double x, double y, double w, double h)
    {
        fillBox(m_painter, QRectF(at(x, y), QSizeF(w, h) * m_unit), m_color);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }
    void frame(double x, double y, double w, double h, double width)
    {
        strokeRounded(
            m_painter, QRectF(at(x, y), QSizeF(w, h) * m_unit), m_unit, m_color, width * m_unit);
    }
    void disc(double x, double y, double radius)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_color);
        m_painter.drawEllipse(at(x, y), radius * m_unit, radius * m_unit);
    }
    void circle(double x, double y, double radius)
    {
        setPen(1.5);
        m_painter.drawEllipse(at(x, y), radius * m_unit, radius * m_unit);
    }
    void halfCircle(double x, double y, double radius)
    {
        constexpr int degree = 16;
        setPen(1.5);
        m_painter.drawArc(
            QRectF(at(x - radius, y - radius), at(x + radius, y + radius)), 0, 180 * degree);
    }
    /// The arrow that turns back; mirrored for redo.
    void turn(bool mirrored)
    {
        const auto p = [&](double x, double y) { return at(mirrored ? iconUnits - x : x, y); };
        QPainterPath path;
        path.moveTo(p(6.5, 2.5));
        path.lineTo(p(3, 6));
        path.lineTo(p(6.5, 9.5));
        path.moveTo(p(3, 6));
        path.lineTo(p(9, 6));
        path.cubicTo(p(11.6, 6), p(13, 7.6), p(13, 9.6));
        path.cubicTo(p(13, 11.8), p(11.6, 13.25), p(9, 13.25));
        path.lineTo(p(6, 13.25));
        setPen(1.5);
        m_painter.drawPath(path);
    }
    /// Bars that must stand on whole pixels at 16 px: in logical px from the corner.
    void pixelBox(double x, double y, double w, double h)
    {
        fillBox(m_painter, QRectF(m_origin.x() + x, m_origin.y() + y, w, h), m_color);
    }

private:
    QPointF at(double x, double y) const { return m_origin + QPointF(x, y) * m_unit; }
    QPolygonF polygon(std::initializer_list<QPointF> points) const
    {
        QPolygonF out;
        for (QPointF p : points)
            out << at(p.x(), p.y());
        return out;
    }
    void setPen(double width)
    {
        QPen pen(m_color, width * m_unit);
        pen.setJoinStyle(Qt::MiterJoin);
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
    }

    QPainter &m_painter;
    QPointF m_origin;
    double m_unit;
    QColor m_color;
};

void paintTransport(IconPen &pen, Icon icon)
{
    if (icon == Icon::Play) {
        pen.fill({{4, 2.5}, {4, 13.5}, {13.5, 8}});
    } else if (icon == Icon::Stop) {
        pen.box(3.5, 3.5, 9, 9);
    } else if (icon == Icon::Record) {
        pen.disc(8, 8, 5);
    } else if (icon == Icon::Metronome) {
        pen.stroke({{5.5, 2.5}, {10.5, 2.5}, {13, 13.5}, {3, 13.5}}, true);
        pen.stroke({{8, 11}, {12.2, 4.2}});
    }
}

void paintArrow(IconPen &pen, Icon icon)
{
    if (icon == Icon::Down)
        pen.stroke({{4, 6}, {8, 10}, {12, 6}});
    else if (icon == Icon::Up)
        pen.stroke({{4, 10}, {8, 6}, {12, 10}});
    else if (icon == Icon::Right)
        pen.stroke({{6, 4}, {10, 8}, {6, 12}});
    else if (icon == Icon::Left)
        pen.stroke({{10, 4}, {6, 8}, {10, 12}});
    else if (icon == Icon::FoldOpen)
        pen.fill({{3.5, 5.5}, {12.5, 5.5}, {8, 11}});
    else if (icon == Icon::FoldShut)
        pen.fill({{5.5, 3.5}, {5.5, 12.5}, {11, 8}});
}

void paintTrackKind(IconPen &pen, Icon icon)
{
    if (icon == Icon::Midi) {
        pen.pixelBox(0, 2, 5, 2);
        pen.pixelBox(4, 5, 4, 2);
        pen.pixelBox(7, 8, 5, 2);
    } else {
        for (const auto &[x, height] : {std::pair{0, 2}, {3, 6}, {6, 10}, {9, 4}})
            pen.pixelBox(x, 6 - height / 2, 2, height);
    }
}

void paintTool(IconPen &pen, Icon icon)
{
    switch (icon) {
    case Icon::Arrangement:
        pen.box(2, 4, 8, 2);
        pen.box(5, 7, 9, 2);
        pen.box(2, 10, 6, 2);
        break;
    case Icon::Lock:
        pen.box(3.5, 7, 9, 6.5);
        pen.halfCircle(8, 7, 3);
        break;
    case Icon::Search:
        pen.circle(7, 7, 4);
        pen.stroke({{10, 10}, {13.5, 13.5}});
        break;
    case Icon::Dock:
        pen.frame(2.5, 3.5, 11, 9, 1);
        pen.box(3, 8.5, 10, 3.5);
        break;
    case Icon::Close:
        pen.stroke({{4, 4}, {12, 12}});
        pen.stroke({{12, 4}, {4, 12}});
        break;
    case Icon::Plus:
        pen.box(7.25, 3, 1.5, 10);
        pen.box(3, 7.25, 10, 1.5);
        break;
    case Icon::Target:
        pen.circle(8, 8, 4.5);
        pen.box(7.25, 1, 1.5, 4);
        pen.box(7.25, 11, 1.5, 4);
        pen.box(1, 7.25, 4, 1.5);
        pen.box(11, 7.25, 4, 1.5);
        break;
    case Icon::Copy:
        pen.frame(2.5, 2.5, 8, 8, 1.5);
        pen.frame(5.5, 5.5, 8, 8, 1.5);
        break;
    case Icon::Check:
        pen.stroke({{3.5, 8.5}, {6.5, 11.5}, {12.5, 4.5}});
        break;
    default:
        break;
    }
}

QPixmap iconPixmap(Icon icon, int side, double ratio, const QColor &color)
{
    const int pixels = qRound(side * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, icon, QRectF(0, 0, side, side), color);
    return pixmap;
}

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &color)
{
    IconPen pen(painter, box, color);
    switch (icon) {
    case Icon::Play:
    case Icon::Stop:
    case Icon::Record:
    case Icon::Metronome:
        paintTransport(pen, icon);
        break;
    case Icon::Undo:
    case Icon::Redo:
        pen.turn(icon == Icon::Redo);
        break;
    case Icon::Down:
    case Icon::Up:
    case Icon::Right:
    case Icon::Left:
    case Icon::FoldOpen:
    case Icon::FoldShut:
        paintArrow(pen, icon);
        break;
    case Icon::Midi:
    case Icon::Audio:
        paintTrackKind(pen, icon);
        break;
    default:
        paintTool(pen, icon);
        break;
    }
}

QIcon themeIcon(const Theme &theme, Icon icon, int side)
{
    QIcon out;
    for (double ratio : {1.0, 1.5, 2.0}) {
        out.addPixmap(
            iconPixmap(icon, side, ratio, theme.color(Role::Text)), QIcon::Normal, QIcon::Off);
        out.addPixmap(
            iconPixmap(icon, side, ratio, theme.inkOn(Role::Text)), QIcon::Normal, QIcon::On);
        out.addPixmap(
            iconPixmap(icon, side, ratio, theme.color(Role::Text3)), QIcon::Disabled, QIcon::Off);
        out.addPixmap(
            iconPixmap(icon, side, ratio, theme.color(Role::Text3)), QIcon::Disabled, QIcon::On);
    }
    return out;
}

} // namespace clipdeck
