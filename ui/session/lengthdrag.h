// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging a clip's right edge: from pixels to beats, and the words beside the pointer.
#pragma once

#include "core/live/ids.h"
#include "core/live/units.h"

#include <QString>

namespace clipdeck {

enum class Snap {
    Beats, ///< Whole beats
    Fine, ///< Sixteenths (Shift)
    Off, ///< As the hand goes (Alt)
};

/// A bar's width in the ghost: the cell's share of it, within what a hand can aim at and an eye can follow.
double ghostBarWidth(double cellWidth, Beats length, Signature signature);

/// How far the new edge lies right of the old one; negative when shorter. Never past the cell's left edge.
double ghostWidth(double cellWidth, Beats from, Beats to, Signature signature);

/// Whole bars of the clip that lie strictly between the two lengths, and where: the k-th is k bars from the clip's start.
struct GhostTicks {
    int firstBar = 0;
    int endBar = 0; ///< Half-open
    constexpr bool operator==(const GhostTicks &) const = default;
};
GhostTicks ghostTicks(Beats from, Beats to, Signature signature);

/// The length that a drag by `dx` pixels means; never below one step of the snap (a sixteenth without).
Beats draggedLength(double cellWidth, Beats from, double dx, Signature signature, Snap snap);

/// The two ends of `4 → 8 bars`; the arrow between them is painted.
struct LengthLabel {
    QString from;
    QString to;
    bool operator==(const LengthLabel &) const = default;
};
/// Says a unit once where both have it: `4`, `8 bars`; `1 bar`, `3 beats`; `4`, `5.2.1`.
LengthLabel lengthLabel(Beats from, Beats to, Signature signature);

/// A drag in progress.
struct LengthDrag {
    SlotId slot;
    Beats from;
    Beats to;
    Signature signature;
    double cellWidth = 0;
    double startX = 0;

    void moveTo(double x, Snap snap)
    {
        to = draggedLength(cellWidth, from, x - startX, signature, snap);
    }
};

} // namespace clipdeck
