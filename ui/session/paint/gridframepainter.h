// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what stands around the slots: track headers, scenes, the stop row.
#pragma once

#include "ui/session/paint/cellpainter.h"

namespace clipdeck {

/// The room for a scene's number where so many scenes are: that of the widest.
double sceneNumberWidth(const Theme &theme, int scenes);

class GridFramePainter {
public:
    GridFramePainter(QPainter &painter, const Theme &theme, Motion motion, PaintCache &cache);

    void header(const QRectF &box, const HeaderCell &look, Attention attention);
    void scenesTitle(const QRectF &box, int count, Attention attention);
    void scene(const QRectF &box, const SceneCell &look, Attention attention);
    /// A scene as far as its lamp reaches: what an animation frame paints.
    void sceneLamp(const QRectF &box, const SceneCell &look, Attention attention);
    void stop(const QRectF &box, const StopCell &cell, Attention attention);
    /// The pie or bar of a stop cell by itself, on its ground.
    void stopMark(const QRectF &box, const StopCell &cell);
    /// `cell`: what all tracks together do.
    void stopAll(const QRectF &box, const StopCell &cell, bool live, Attention attention);

private:
    void paintHeader(const QRectF &box, const HeaderCell &look, bool selected);
    void paintScene(const QRectF &box, const SceneCell &look, Attention attention);
    void headerDetails(const QRectF &line, const HeaderCell &look);
    void paintMark(const QRectF &box, const StopCell &cell);
    void stopProgress(const QRectF &box, const StopCell &cell);
    void text(const QRectF &box, const QString &text, Type type, Role role,
        TextAlign align = TextAlign::Left);
    QColor color(Role role) const { return m_theme.color(role); }

    QPainter &m_painter;
    const Theme &m_theme;
    Motion m_motion;
    Lamps m_lamps;
    PaintCache &m_cache;
    CellPainter m_cells;
};

} // namespace clipdeck
