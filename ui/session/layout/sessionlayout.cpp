// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/layout/sessionlayout.h"

#include "ui/theme/paint.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr int topMargin = 4; // room for the group bands
constexpr int bandHeight = 2;
constexpr int bottomMargin = 4;
constexpr int sceneMargin = 8; // between the last column and the scenes
constexpr int foldLeast = 20;
constexpr double footHeight = 4; // comfortable's; compact's is one less

Metrics zoomed(Metrics m, double zoom)
{
    for (int *length : {&m.gap, &m.rowPitch, &m.columnPitch, &m.columnLeast, &m.lamp,
             &m.headerHeight, &m.stopHeight, &m.sceneWidth, &m.edgeZone})
        *length = std::max(1, qRound(*length * zoom));
    return m;
}

} // namespace

SessionLayout::SessionLayout(const Input &input)
    : m_in(input)
{
    m_in.metrics = zoomed(input.metrics, input.zoom);
    const Metrics &m = m_in.metrics;
    const double width = m_in.viewport.width();
    const double height = m_in.viewport.height();
    m_sceneWidth = m.sceneWidth;
    m_sceneLeft = std::max(0.0, edge(width - measure::margin - m_sceneWidth));
    const double gridTop = topMargin + m.headerHeight;
    const double stopTop = std::max(gridTop, edge(height - bottomMargin - m.cellHeight()));
    const double gridRight = std::max(0.0, m_sceneLeft - sceneMargin + m.gap);
    fitColumns(gridRight);
    m_headers = QRectF(0, 0, gridRight, gridTop);
    // Down to the stop row's own frame: rows keep a gap and a little more from it.
    m_grid = QRectF(0, gridTop, gridRight, std::max(0.0, stopTop - m.gap - gridTop));
    m_stops = QRectF(0, stopTop, gridRight, m.cellHeight());
    m_scenes = QRectF(m_sceneLeft, gridTop, m_sceneWidth, m_grid.height());
}

// A few pixels too many are no reason to scroll: a vertical bar alone would bring a horizontal one.
void SessionLayout::fitColumns(double gridRight)
{
    constexpr double narrowest = 0.94;
    if (m_in.columns == 0)
        return;
    const int pitch = m_in.metrics.columnPitch;
    const int fitting = static_cast<int>((gridRight - measure::margin) / m_in.columns);
    if (fitting < pitch && fitting >= pitch * narrowest)
        m_in.metrics.columnPitch = fitting;
}

double SessionLayout::edge(double logical) const
{
    return snapToDevice(logical, m_in.ratio);
}

double SessionLayout::columnEdge(int column) const
{
    return edge(measure::margin + column * m_in.metrics.columnPitch - m_in.scroll.x());
}

double SessionLayout::rowEdge(int row) const
{
    const double top = m_grid.top() + m_in.metrics.gap;
    return edge(top + row * m_in.metrics.rowPitch - m_in.scroll.y());
}

double SessionLayout::gap() const
{
    return edge(m_in.metrics.gap);
}

QRectF SessionLayout::columnBox(int column, double top, double height) const
{
    const double left = columnEdge(column);
    return {left, top, columnEdge(column + 1) - gap() - left, height};
}

bool SessionLayout::contains(Place place) const
{
    const bool column = place.column >= 0 && place.column < m_in.columns;
    const bool row = place.row >= 0 && place.row < m_in.rows;
    switch (place.area) {
    case Area::Nowhere:
        return false;
    case Area::Header:
    case Area::Stop:
        return column;
    case Area::Slot:
        return column && row;
    case Area::Scene:
        return row;
    case Area::ScenesTitle:
    case Area::StopAll:
        return true;
    }
    return false;
}

QRectF SessionLayout::rect(Place place) const
{
    if (!contains(place))
        return {};
    const double rowTop = rowEdge(place.row);
    const double rowHeight = rowEdge(place.row + 1) - gap() - rowTop;
    switch (place.area) {
    case Area::Nowhere:
        break;
    case Area::Header:
        return columnBox(place.column, topMargin, m_in.metrics.headerHeight);
    case Area::ScenesTitle:
        return {m_sceneLeft, double(topMargin), m_sceneWidth, double(m_in.metrics.headerHeight)};
    case Area::Slot:
        return columnBox(place.column, rowTop, rowHeight);
    case Area::Scene:
        return {m_sceneLeft, rowTop, m_sceneWidth, rowHeight};
    case Area::Stop:
        return columnBox(place.column, m_stops.top(), m_stops.height());
    case Area::StopAll:
        return {m_sceneLeft, m_stops.top(), m_sceneWidth, m_stops.height()};
    }
    return {};
}

QRectF SessionLayout::lamp(Place place) const
{
    const QRectF box = rect(place);
    return {box.left(), box.top(), box.height(), box.height()};
}

QRectF SessionLayout::body(Place place) const
{
    const QRectF box = rect(place);
    return box.adjusted(box.height() + m_in.zoom, 0, 0, 0);
}

QRectF SessionLayout::foot(Place place) const
{
    const QRectF box = body(place);
    const double height = footHeight * m_in.zoom;
    return {box.left(), box.bottom() - height, box.width(), height};
}

QRectF SessionLayout::progress(int column, bool bar) const
{
    const double width = (bar ? 40 : 24) * m_in.zoom;
    const QRectF square = lamp(stopPlace(column));
    return {square.right() + 1, square.top(), width, square.height()};
}

QRectF SessionLayout::fold(int column) const
{
    const QRectF box = rect(headerPlace(column));
    const double width = std::max(foldLeast, m_in.metrics.lamp);
    return {box.left(), box.top(), width, box.height() / 2 + measure::frame};
}

QRectF SessionLayout::groupBand(int firstColumn, int lastColumn) const
{
    const double left = columnEdge(firstColumn);
    return {left, 1, columnEdge(lastColumn + 1) - gap() - left, bandHeight};
}

Place SessionLayout::placeAt(QPointF p) const
{
    // The gap belongs to the cells beside it, half and half: no dead pixels under a fast hand.
    const double half = m_in.metrics.gap / 2.0;
    const auto column = static_cast<int>(
        std::floor((p.x() + m_in.scroll.x() - measure::margin + half) / m_in.metrics.columnPitch));
    const auto row = static_cast<int>(
        std::floor((p.y() + m_in.scroll.y() - m_grid.top() - half) / m_in.metrics.rowPitch));
    const bool atScenes = p.x() >= m_sceneLeft && p.x() < m_sceneLeft + m_sceneWidth;
    const bool overColumns = p.x() >= 0 && p.x() < m_grid.right();
    if (p.y() >= 0 && p.y() < m_headers.bottom())
        return atScenes ? scenesTitlePlace() : overColumns ? headerPlace(column) : Place{};
    if (p.y() >= m_stops.top() && p.y() < m_stops.bottom())
        return atScenes ? stopAllPlace() : overColumns ? stopPlace(column) : Place{};
    if (p.y() >= m_grid.top() && p.y() < m_grid.bottom())
        return atScenes ? scenePlace(row) : overColumns ? slotPlace(column, row) : Place{};
    return {};
}

Hit SessionLayout::hit(QPointF position) const
{
    const Place place = placeAt(position);
    if (!contains(place))
        return {};
    const QRectF box = rect(place);
    if (place.area == Area::Header)
        return {place, fold(place.column).contains(position) ? Zone::Fold : Zone::Body};
    if (place.area == Area::Slot && position.x() >= box.right() - m_in.metrics.edgeZone)
        return {place, Zone::Edge};
    const bool lamp = place.area != Area::ScenesTitle && position.x() < this->lamp(place).right();
    return {place, lamp ? Zone::Lamp : Zone::Body};
}

SessionLayout::Range SessionLayout::visible() const
{
    const auto from = [](double scroll, int pitch) {
        return std::max(0, static_cast<int>(std::floor(scroll / pitch)));
    };
    const auto to = [](double far, int pitch, int count) {
        return std::clamp(static_cast<int>(std::ceil(far / pitch)), 0, count);
    };
    const Metrics &m = m_in.metrics;
    Range range;
    range.endColumn
        = to(m_in.scroll.x() + m_grid.right() - measure::margin, m.columnPitch, m_in.columns);
    range.endRow = to(m_in.scroll.y() + m_grid.height() - m.gap, m.rowPitch, m_in.rows);
    range.firstColumn
        = std::min(from(m_in.scroll.x() - measure::margin, m.columnPitch), range.endColumn);
    range.firstRow = std::min(from(m_in.scroll.y() - m.gap, m.rowPitch), range.endRow);
    return range;
}

SessionLayout::Range SessionLayout::visible(const QRect &box) const
{
    // Rows of the scenes are wanted by boxes right of all columns, too: each way is cut by itself.
    const Metrics &m = m_in.metrics;
    const double reach = m.gap + measure::frame;
    const auto index
        = [](double at, int pitch) { return static_cast<int>(std::floor(at / pitch)); };
    const double left = box.left() + m_in.scroll.x() - measure::margin;
    const double top = box.top() + m_in.scroll.y() - m_grid.top() - m.gap;
    Range range = visible();
    range.firstColumn = std::max(range.firstColumn, index(left - reach, m.columnPitch));
    range.endColumn
        = std::min(range.endColumn, index(left + box.width() + reach, m.columnPitch) + 1);
    range.firstRow = std::max(range.firstRow, index(top - reach, m.rowPitch));
    range.endRow = std::min(range.endRow, index(top + box.height() + reach, m.rowPitch) + 1);
    return range;
}

QSize SessionLayout::scrollRange() const
{
    const Metrics &m = m_in.metrics;
    const double width = measure::margin + m_in.columns * m.columnPitch;
    const double height = m.gap + m_in.rows * m.rowPitch;
    return {std::max(0, static_cast<int>(std::ceil(width - m_grid.width()))),
        std::max(0, static_cast<int>(std::ceil(height - m_grid.height())))};
}

QPoint SessionLayout::scrolledTo(Place place) const
{
    const QRectF box = rect(place);
    QPoint scroll = m_in.scroll;
    const double gap = m_in.metrics.gap;
    if (place.column >= 0) {
        if (box.left() < measure::margin)
            scroll.rx() += static_cast<int>(std::floor(box.left() - measure::margin));
        else if (box.right() + gap > m_grid.right())
            scroll.rx() += static_cast<int>(std::ceil(box.right() + gap - m_grid.right()));
    }
    if (place.row >= 0) {
        if (box.top() < m_grid.top() + gap)
            scroll.ry() += static_cast<int>(std::floor(box.top() - m_grid.top() - gap));
        else if (box.bottom() + gap > m_grid.bottom())
            scroll.ry() += static_cast<int>(std::ceil(box.bottom() + gap - m_grid.bottom()));
    }
    const QSize most = scrollRange();
    return {std::clamp(scroll.x(), 0, most.width()), std::clamp(scroll.y(), 0, most.height())};
}

} // namespace clipdeck
