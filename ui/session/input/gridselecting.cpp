// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/input/gridselecting.h"

#include <algorithm>

namespace clipdeck {

std::set<SceneIndex> scenesBetween(SceneIndex a, SceneIndex b)
{
    std::set<SceneIndex> out;
    const auto [first, last] = std::minmax(a, b);
    for (int scene = first.value; scene <= last.value; ++scene)
        out.insert(SceneIndex(scene));
    return out;
}

std::set<TrackIndex> tracksBetween(
    const std::vector<TrackIndex> &columns, TrackIndex a, TrackIndex b)
{
    std::set<TrackIndex> out;
    const auto [left, right] = std::minmax(a, b);
    for (TrackIndex track : columns) {
        if (track >= left && track <= right)
            out.insert(track);
    }
    return out;
}

std::set<SlotId> slotsBetween(const std::vector<TrackIndex> &columns, SlotId a, SlotId b)
{
    std::set<SlotId> out;
    for (TrackIndex track : tracksBetween(columns, a.track, b.track)) {
        for (SceneIndex scene : scenesBetween(a.scene, b.scene))
            out.insert({track, scene});
    }
    return out;
}

} // namespace clipdeck
