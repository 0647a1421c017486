// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the whole session surface, or what of it needs it: decides the order, leaves the drawing to the painters.
#pragma once

#include "ui/session/display/cell.h"
#include "ui/session/input/clipdrag.h"
#include "ui/session/input/gridselection.h"
#include "ui/session/layout/sessionlayout.h"
#include "ui/session/paint/cellpainter.h"
#include "ui/session/paint/ghostpainter.h"
#include "ui/session/paint/gridframepainter.h"
#include "ui/session/sessionmodel.h"

#include <QRect>

#include <optional>

namespace clipdeck {

/// Where the hands and the eyes are.
struct SessionViewState {
    Hit hover;
    Place pressed;
    Place focus; ///< Where keys act
    bool showFocus = false; ///< Shown after a key, hidden by the pointer
    GridSelection selection;
    std::optional<LengthDrag> drag;
    std::optional<ClipDrag> clipDrag;
    MotionSetting motion = MotionSetting::Full;
    bool fullColorAtRest = false;
};

class SessionCanvas {
public:
    SessionCanvas(QPainter &painter, const Theme &theme, const SessionLayout &layout,
        const SessionModel &model, const GridContext &context, const SessionViewState &state,
        PaintCache &cache);

    /// All of the surface that lies in `dirty`; the painter is clipped to it.
    void paint(const QRect &dirty);

private:
    void paintSlots(const QRect &dirty);
    void paintGhosts();
    void paintDropTarget();
    void paintHeaders(const QRect &dirty);
    void paintGroupBands();
    void paintScenes(const QRect &dirty);
    void paintStops(const QRect &dirty);
    void paintSkeleton();
    Attention attention(Place place) const;
    bool isLampOnly(Place place, const QRect &dirty, Attention attention) const;
    QRectF unit(const QRectF &box) const;
    bool hasGhost(SlotId slot) const;
    std::optional<Ghost> ghostOf(SlotId slot, const QRectF &cell) const;

    QPainter &m_painter;
    const Theme &m_theme;
    const SessionLayout &m_layout;
    const SessionModel &m_model;
    GridContext m_context;
    const SessionViewState &m_state;
    PaintCache &m_cache;
    Motion m_motion;
};

} // namespace clipdeck
