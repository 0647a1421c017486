// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one cell of the grid from a value: lamp, body, and the frames that live in the gap around it.
#pragma once

#include "ui/session/display/lamp.h"
#include "ui/session/paint/paintcache.h"
#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace clipdeck {

class CellPainter {
public:
    CellPainter(QPainter &painter, const Theme &theme, Motion motion, PaintCache &cache,
        bool fullColorAtRest = false)
        : m_painter(painter)
        , m_theme(theme)
        , m_motion(motion)
        , m_cache(cache)
        , m_fullColor(fullColorAtRest)
    {
    }

    void paint(const QRectF &box, const Cell &cell, Attention attention, bool withGhost = false);
    /// A cell as far as its lamp reaches: what an animation frame paints.
    void paintLampOf(const QRectF &box, const Cell &cell, Attention attention);
    /// Frames behind (solid) and in front of a place that is not a slot.
    void paintUnder(const QRectF &box, Attention attention, bool recording = false);
    void paintOver(const QRectF &box, Attention attention, bool pending = false);

private:
    bool isAtRest(const Cell &cell, Attention attention) const;
    void paintAtRest(const QRectF &box, const Cell &cell);
    void paintParts(const QRectF &box, const Cell &cell, Attention attention);
    void paintEmpty(const QRectF &box, const Cell &cell, const LampLook &lamp);
    bool hasFoot(const Cell &cell) const;
    void paintBody(const QRectF &body, const Cell &cell);
    void paintNames(const QRectF &body, const Cell &cell);
    void paintChip(const QRectF &box, const Chip &chip, bool stale);
    void paintChips(const QRectF &body, const Cell &cell);
    void paintFoot(const QRectF &body, const Cell &cell, QRgb fill, QRgb ink);
    QRgb fillOf(const Cell &cell) const;
    QColor inkOf(const Cell &cell) const;
    void text(const QRectF &box, const QString &text, Type type, const QColor &color,
        TextAlign align = TextAlign::Left);
    QColor color(Role role) const { return m_theme.color(role); }

    QPainter &m_painter;
    const Theme &m_theme;
    Motion m_motion;
    PaintCache &m_cache;
    bool m_fullColor;
};

} // namespace clipdeck
