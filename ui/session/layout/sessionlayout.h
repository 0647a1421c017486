// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry of the session surface: fixed headers above, scenes at the right, stop row below, slots scrolling between.
#pragma once

#include "ui/session/layout/gridplace.h"
#include "ui/theme/metrics.h"

#include <QPoint>
#include <QRectF>
#include <QSize>

namespace clipdeck {

/// Pure; logical pixels of the viewport. Edges of columns and rows lie on device pixels, so that gaps stay even at any
/// scale; headers, slots and stop cells share a column's edges.
class SessionLayout {
public:
    struct Input {
        Metrics metrics; ///< As at zoom 1
        QSize viewport;
        int columns = 0;
        int rows = 0;
        QPoint scroll; ///< How far the content has moved left and up
        double ratio = 1.0; ///< Device pixels a logical one
        double zoom = 1.0; ///< Of everything: 0.5..2
    };
    /// Half-open: [first, end).
    struct Range {
        int firstColumn = 0;
        int endColumn = 0;
        int firstRow = 0;
        int endRow = 0;
        constexpr bool operator==(const Range &) const = default;
    };

    SessionLayout() = default;
    explicit SessionLayout(const Input &input);

    const Input &input() const { return m_in; }
    const Metrics &metrics() const { return m_in.metrics; } ///< Zoomed
    double zoom() const { return m_in.zoom; }

    QRectF grid() const { return m_grid; } ///< What slots may paint on, frames included
    QRectF headers() const
    {
        return m_headers;
    } ///< Likewise for the headers and the group bands above
    QRectF scenes() const { return m_scenes; }
    QRectF stops() const { return m_stops; }

    /// The box of a place, whether it is in sight or not; empty for places that do not exist.
    QRectF rect(Place place) const;
    QRectF lamp(Place place) const; ///< The square at the left of a slot, scene or stop cell
    QRectF body(Place place) const; ///< What is right of the lamp
    QRectF foot(Place place) const; ///< The strip at the body's foot where a one-shot's bar runs
    QRectF progress(int column, bool bar) const; ///< Of a stop cell, where its bar or pie is
    QRectF fold(int column) const; ///< A header's triangle
    /// The group's colour over its columns [first, last], above the headers.
    QRectF groupBand(int firstColumn, int lastColumn) const;
    bool contains(Place place) const; ///< It exists

    Hit hit(QPointF position) const;
    Range visible() const; ///< Slots that are at least partly in sight
    /// Those of them that reach into `box` of the viewport, frames in the gap included.
    Range visible(const QRect &box) const;
    QSize scrollRange() const; ///< The largest scroll()
    QPoint scrolledTo(Place place) const; ///< The least move that brings it into sight
    Place moved(Place from, Step step) const;

private:
    void fitColumns(double gridRight);
    double edge(double logical) const;
    double columnEdge(int column) const;
    double rowEdge(int row) const;
    double gap() const;
    QRectF columnBox(int column, double top, double height) const;
    Place placeAt(QPointF position) const;
    Place steppedInRow(Place from, int by) const;
    Place steppedInColumn(Place from, int by) const;

    Input m_in;
    QRectF m_headers;
    QRectF m_grid;
    QRectF m_scenes;
    QRectF m_stops;
    double m_sceneLeft = 0;
    double m_sceneWidth = 0;
};

} // namespace clipdeck
