// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging a clip to another slot: when a press becomes a drag, and what letting go would do. Pure.
#pragma once

#include "core/live/liveset.h"

#include <QPointF>
#include <QString>

#include <optional>

namespace clipdeck {

struct ClipDrag {
    SlotId from;
    QPointF pressedAt;
    qint64 pressedSince = 0; ///< ms of the engine's clock
    bool launched = false; ///< The press was a launch, and is taken back when the drag begins
    bool began = false;
    std::optional<SlotId> over; ///< Under the pointer, if it is another slot
    bool copies = false;
    QString obstacle; ///< Why it cannot be dropped here

    bool canDrop() const { return began && over && obstacle.isEmpty(); }
    bool operator==(const ClipDrag &) const = default;
};

/// A press that launched becomes a drag only when it left the clip and lasted this long: a hand that slips while it
/// launches must not move clips about.
constexpr qint64 launchedDragAfterMs = 300;

/// True when the pointer at `position`, over another place or not, makes a drag of the press.
bool beginsDrag(
    const ClipDrag &drag, QPointF position, bool overAnother, qint64 now, int startDistance);

/// What the status bar says while the clip hangs at the pointer.
QString dragHint(const LiveSet &set, const ClipDrag &drag);

} // namespace clipdeck
