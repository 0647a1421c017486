// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging a clip's right edge: from pixels to the clip's time, and the words beside the pointer.
#pragma once

#include "core/live/cliptime.h"
#include "core/live/ids.h"

#include <QString>

namespace clipdeck {

enum class Snap {
    Whole, ///< Beats, or seconds of a clip that has them
    Fine, ///< Sixteenths, or tenths of a second (Shift)
    Off, ///< As the hand goes (Alt)
};

/// What the ghost's ticks count: a bar, or a second of a clip that has them.
ClipTime ghostTick(const ClipTimeScale &scale);

/// A tick's width in the ghost: the cell's share of it, within what a hand can aim at and an eye can follow.
double ghostTickWidth(double cellWidth, ClipTime length, const ClipTimeScale &scale);

/// How far the new edge lies right of the old one; negative when shorter. Never past the cell's left edge.
double ghostWidth(double cellWidth, ClipTime from, ClipTime to, const ClipTimeScale &scale);

/// The ticks that lie strictly between the two lengths, and where: the k-th is k ticks from the clip's start.
struct GhostTicks {
    int first = 0;
    int end = 0; ///< Half-open
    constexpr bool operator==(const GhostTicks &) const = default;
};
GhostTicks ghostTicks(ClipTime from, ClipTime to, const ClipTimeScale &scale);

/// The length that a drag by `dx` pixels means; never below one step of the snap (without, one of Snap::Fine).
ClipTime draggedLength(
    double cellWidth, ClipTime from, double dx, const ClipTimeScale &scale, Snap snap);

/// The two ends of `4 → 8 bars`; the arrow between them is painted.
struct LengthLabel {
    QString from;
    QString to;
    bool operator==(const LengthLabel &) const = default;
};
/// Says a unit once where both have it: `4`, `8 bars`; `1 bar`, `3 beats`; `4`, `5.2.1`; `20`, `24 s`.
LengthLabel lengthLabel(ClipTime from, ClipTime to, const ClipTimeScale &scale);

/// A drag in progress.
struct LengthDrag {
    SlotId slot;
    ClipTime from;
    ClipTime to;
    ClipTimeScale scale;
    double cellWidth = 0;
    double startX = 0;

    void moveTo(double x, Snap snap)
    {
        to = draggedLength(cellWidth, from, x - startX, scale, snap);
    }
};

} // namespace clipdeck
