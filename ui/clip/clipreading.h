// SPDX-License-Identifier: GPL-3.0-or-later
// What the clip page says of a clip, read from the mirror. Pure.
#pragma once

#include "core/live/liveset.h"

namespace clipdeck {

/// All empty for an empty slot, or one that does not exist.
struct ClipReading {
    bool isClip = false;
    QString name; ///< "Unnamed" where Live has none
    int color = 0; ///< 0xRRGGBB
    QString where; ///< "Sub, scene 6"
    QString
        start; ///< Positions as Live writes them, from 1.1.1, or `0:03.300` where the clip has seconds
    QString end;
    QString loopStart; ///< A dash while the loop is off
    QString loopEnd;
    QString length; ///< In words where it is whole: "4 bars"; "20 s"
    ClipTime span; ///< The length, or the wish for one that is on its way
    ClipTime bar; ///< Of the clip's signature
    bool looping = false;
    bool lengthPending = false; ///< Live has not confirmed the length yet

    bool operator==(const ClipReading &) const = default;
};

ClipReading readClip(const LiveSet &set, SlotId slot);

} // namespace clipdeck
