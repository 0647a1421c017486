// SPDX-License-Identifier: GPL-3.0-or-later
// Where playing clips are between Live's reports: each report is carried on with the song's clock.
#pragma once

#include "core/live/clip.h"
#include "core/live/ids.h"
#include "core/live/songclock.h"

#include <map>
#include <optional>

namespace clipdeck {

/// Pure; `song` is the song at the moment of the call.
class PlayPositions {
public:
    void hear(SlotId slot, ClipTime position, SongMoment song)
    {
        m_heard[slot] = {position, song.position};
    }
    /// The same for a position that Live was asked for, which happens every three seconds. A difference of less than half a beat is
    /// the answer's delay, and is taken up gradually. A larger one is a jump of Live's own.
    void hear(SlotId slot, const Clip &clip, ClipTime position, SongMoment song);
    void forgetTrack(TrackIndex track); ///< Another clip plays there now, or none
    void clear() { m_heard.clear(); }

    /// Inside the loop where the clip loops, else up to its end; a take has none. Nothing until Live has told of it.
    std::optional<ClipTime> position(SlotId slot, const Clip &clip, SongMoment song) const;

private:
    struct Heard {
        ClipTime position;
        Beats song;
    };
    std::map<SlotId, Heard> m_heard;
};

/// Finer than any pie or bar shows, coarse enough to spare most repaints.
constexpr int partSteps = 128;
/// How far into the loop (or the clip, where it does not loop) a position is: 0..1, in steps of 1/partSteps.
double partOf(const Clip &clip, ClipTime position);

} // namespace clipdeck
