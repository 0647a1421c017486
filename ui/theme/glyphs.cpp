// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr double glyphUnits = 20.0;

/// Draws in units of the glyph's grid.
class GlyphPen {
public:
    GlyphPen(QPainter &painter, QPointF origin, double side, const QColor &color)
        : m_painter(painter)
        , m_origin(origin)
        , m_unit(side / glyphUnits)
        , m_color(color)
    {
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }

    double thin() const { return std::max(1.5, 1.5 * m_unit); }
    double units(double n) const { return n * m_unit; }
    QPointF at(double x, double y) const { return m_origin + QPointF(x, y) * m_unit; }

    void fill(std::initializer_list<QPointF> points)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_color);
        m_painter.drawPolygon(polygon(points));
    }
    void outline(std::initializer_list<QPointF> points)
    {
        setPen(thin());
        m_painter.drawPolygon(polygon(points));
    }
    void line(std::initializer_list<QPointF> points)
    {
        setPen(2 * m_unit);
        m_painter.drawPolyline(polygon(points));
    }
    void box(double x, double y, double w, double h)
    {
        fillBox(m_painter, QRectF(at(x, y), QSizeF(w, h) * m_unit), m_color);
    }
    void disc(double x, double y, double radius)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_color);
        m_painter.drawEllipse(at(x, y), units(radius), units(radius));
    }
    void circle(double x, double y, double radius)
    {
        setPen(thin());
        m_painter.drawEllipse(at(x, y), units(radius), units(radius));
    }

private:
    QPolygonF polygon(std::initializer_list<QPointF> points) const
    {
        QPolygonF out;
        for (QPointF p : points)
            out << at(p.x(), p.y());
        return out;
    }
    void setPen(double width)
    {
        QPen pen(m_color, width);
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

} // namespace

void paintGlyph(
    QPainter &painter, Glyph glyph, QPointF topLeft, double side, const QColor &color, double part)
{
    GlyphPen pen(painter, topLeft, side, color);
    switch (glyph) {
    case Glyph::None:
        break;
    case Glyph::Triangle:
        pen.fill({{6.5, 5}, {6.5, 15}, {15, 10}});
        break;
    case Glyph::TriangleHollow:
        pen.outline({{6.75, 5.6}, {6.75, 14.4}, {14.2, 10}});
        break;
    case Glyph::Group:
        pen.box(4, 5, 2, 10);
        painter.setRenderHint(QPainter::Antialiasing, true);
        pen.fill({{8, 5}, {8, 15}, {16, 10}});
        break;
    case Glyph::Stop:
        pen.box(6, 6, 8, 8);
        break;
    case Glyph::StopSmall:
        pen.box(7, 7, 6, 6);
        break;
    case Glyph::Record:
        pen.disc(10, 10, 5);
        break;
    case Glyph::RecordHollow:
        pen.circle(10, 10, 4.25);
        break;
    case Glyph::Pie:
        pen.circle(10, 10, 6.25);
        paintWedge(painter, pen.at(10, 10), pen.units(6.25), color, part);
        break;
    case Glyph::Dots:
        for (double x : {5.0, 10.0, 15.0})
            pen.disc(x, 10, 1.6);
        break;
    case Glyph::Fault:
        pen.box(9, 4, 2, 7.5);
        pen.box(9, 13.5, 2, 2.5);
        break;
    case Glyph::Check:
        pen.line({{5, 10.5}, {8.6, 14}, {15, 6.4}});
        break;
    case Glyph::Cross:
        pen.line({{6, 6}, {14, 14}});
        pen.line({{14, 6}, {6, 14}});
        break;
    }
}

void paintPie(QPainter &painter, QPointF center, double radius, const QColor &ring,
    double ringWidth, const QColor &wedge, double part)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(ring, ringWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, radius, radius);
    paintWedge(painter, center, radius, wedge, part);
}

void paintWedge(QPainter &painter, QPointF center, double radius, const QColor &color, double part)
{
    constexpr int degree = 16; // of drawPie
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius),
        90 * degree, static_cast<int>(-360 * degree * std::clamp(part, 0.0, 1.0)));
}

} // namespace clipdeck
