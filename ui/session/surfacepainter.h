// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what stands around the slots: track headers, scenes, the stop row.
#pragma once

#include "core/live/track.h"
#include "ui/session/cellpainter.h"

namespace clipdeck {

struct HeaderLook {
    QString name;
    int color = 0;
    TrackKind kind = TrackKind::Midi;
    int number = 0; ///< Counted from 1
    bool folded = false;
    int children = 0; ///< Groups
    bool armed = false;
};

struct SceneLook {
    int number = 0; ///< Counted from 1
    QString name;
    std::optional<int> color;
    std::optional<double> tempo; ///< Its own
    bool queued = false;
    SlotOverlay overlay = SlotOverlay::None;
};

class SurfacePainter {
public:
    SurfacePainter(QPainter &painter, const Theme &theme, Motion motion, PaintCache &cache);

    void header(const QRectF &box, const HeaderLook &look, Attention attention);
    void scenesTitle(const QRectF &box, int count, Attention attention);
    void scene(const QRectF &box, const SceneLook &look, Attention attention);
    void stop(const QRectF &box, const StopCell &cell, Attention attention);
    void stopAll(const QRectF &box, Attention attention);

private:
    void headerDetails(const QRectF &line, const HeaderLook &look);
    LampLook sceneLamp(const SceneLook &look, Attention attention) const;
    void stopLamp(const QRectF &square, const StopCell &cell, Attention attention);
    void stopProgress(const QRectF &box, const StopCell &cell);
    void text(const QRectF &box, const QString &text, Type type, Role role,
        TextAlign align = TextAlign::Left);
    QColor color(Role role) const { return m_theme.color(role); }

    QPainter &m_painter;
    const Theme &m_theme;
    Motion m_motion;
    PaintCache &m_cache;
    CellPainter m_cells;
};

} // namespace clipdeck
