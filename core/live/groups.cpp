// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/groups.h"

namespace clipdeck {

bool isInGroup(const LiveSet &set, TrackIndex track, TrackIndex group)
{
    // Groups nest; the count bounds the walk if Live should ever tell of a circle.
    const Track *at = set.track(track);
    for (int depth = 0; at && at->groupTrack && depth < set.trackCount(); ++depth) {
        if (*at->groupTrack == group.value)
            return true;
        at = set.track(TrackIndex(*at->groupTrack));
    }
    return false;
}

std::vector<TrackIndex> leafTracks(const LiveSet &set, TrackIndex group)
{
    std::vector<TrackIndex> out;
    for (int t = group.value + 1; t < set.trackCount(); ++t) {
        if (!isInGroup(set, TrackIndex(t), group))
            break; // a group's tracks follow it without a gap
        if (!set.track(TrackIndex(t))->isFoldable)
            out.push_back(TrackIndex(t));
    }
    return out;
}

} // namespace clipdeck
