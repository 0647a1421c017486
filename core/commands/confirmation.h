// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what Live says now means that it took a wish. Pure.
#pragma once

#include "core/live/liveset.h"

namespace clipdeck {

/// What the mirror had when a wish was sent, as far as the wish can change it.
struct Before {
    LiveValue value; ///< The property's value
    int playingSlot = noSlot; ///< For launches and stops: the track's
    int firedSlot = noSlot;
};

enum class Verdict {
    Confirmed, ///< Live has it
    Adjusted, ///< It changed, but not to what was wanted: rounded, cut, snapped; or an older value of ours
    Open, ///< Not seen yet
    Unseen, ///< Live need not show anything (a clip that plays is launched again): it is enough that Live had it
};

/// The confirmed value that a wish is about; nothing for actions and for what is not there.
LiveValue confirmedValue(const LiveSet &set, const Target &target);
Before before(const LiveSet &set, const Target &target);
Verdict judge(
    const LiveSet &set, const Target &target, const LiveValue &wanted, const Before &before);

} // namespace clipdeck
