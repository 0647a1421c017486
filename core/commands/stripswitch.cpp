// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/stripswitch.h"

#include <algorithm>

namespace clipdeck {

namespace {

/// As shown: the wish while one is on its way. Nothing where the track has no such switch.
std::optional<bool> shownSwitch(const LiveSet &set, TrackIndex track, TrackField field)
{
    const Track *owner = set.track(track);
    if (!owner || (field == TrackField::Arm && !owner->canBeArmed))
        return std::nullopt;
    return numberOr(set.shown(Target::track(track, field), valueOf(*owner, field)), 0.0) != 0.0;
}

} // namespace

std::vector<SwitchWrite> stripSwitch(
    const LiveSet &set, const std::vector<TrackIndex> &tracks, TrackField field, bool isExclusive)
{
    const std::optional<bool> isOn
        = tracks.empty() ? std::nullopt : shownSwitch(set, tracks.front(), field);
    if (!isOn)
        return {};
    std::vector<SwitchWrite> out;
    for (TrackIndex track : tracks) {
        if (shownSwitch(set, track, field) == isOn)
            out.push_back({track, !*isOn});
    }
    for (int t = 0; isExclusive && t < set.trackCount(); ++t) {
        const TrackIndex other(t);
        if (std::ranges::find(tracks, other) == tracks.end()
            && shownSwitch(set, other, field).value_or(false))
            out.push_back({other, false});
    }
    return out;
}

} // namespace clipdeck
