// SPDX-License-Identifier: GPL-3.0-or-later
// What the big counter says of a track: where its clip is, and what comes next. Pure.
#pragma once

#include "ui/session/display/cell.h"

namespace clipdeck {

struct Counter {
    QString track;
    QString clip; ///< Empty: the track plays none
    int color = 0; ///< The clip's
    bool recording = false;
    /// bars.beats, or seconds of a clip that has them: to the end of the loop or clip, or recorded so far. A dash where there
    /// is nothing to count.
    QString count;
    QString elapsed; ///< Likewise, since the loop's start; empty where Live has not told
    double part = 0.0; ///< Of the loop or clip: 0..1
    QString nextIn; ///< bars.beats to the next change anywhere; empty: none waits
    QString next; ///< What it is: `Scene 7 begins: Verse 2`

    bool operator==(const Counter &) const = default;
};

/// `track` invalid: the clip is left out, what comes next is not.
Counter readCounter(const GridContext &context, TrackIndex track);
/// In one sentence, for speech.
QString counterText(const Counter &counter);

} // namespace clipdeck
