// SPDX-License-Identifier: GPL-3.0-or-later
// Where playing clips are between Live's reports: each report is carried on with the song's clock.
#pragma once

#include "core/live/clip.h"
#include "core/live/ids.h"

#include <map>
#include <optional>

namespace clipdeck {

/// Pure; positions in beats of the clip's own time, `song` is the song's position at the moment of the call.
class PlayPositions {
public:
    void hear(SlotId slot, double position, Beats song) { m_heard[slot] = {position, song}; }
    void forgetTrack(TrackIndex track); ///< Another clip plays there now, or none
    void clear() { m_heard.clear(); }

    /// Inside the loop where the clip loops, else up to its end. Nothing until Live has told of it.
    std::optional<double> position(SlotId slot, const Clip &clip, Beats song) const;

private:
    struct Heard {
        double position;
        Beats song;
    };
    std::map<SlotId, Heard> m_heard;
};

/// How far into the loop (or the clip, where it does not loop) a position is: 0..1, in steps of 1/256.
double partOf(const Clip &clip, double position);

} // namespace clipdeck
