// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/currentscene.h"

#include <algorithm>
#include <map>

namespace clipdeck {

namespace {

int clipCount(const LiveSet &set, SceneIndex scene)
{
    int count = 0;
    for (int t = 0; t < set.trackCount(); ++t)
        count += set.clip({TrackIndex(t), scene}) ? 1 : 0;
    return count;
}

} // namespace

std::optional<SceneIndex> currentScene(const LiveSet &set)
{
    std::map<int, int> playing; // clips by scene
    for (const Track &track : set.tracks()) {
        if (!track.isFoldable && track.playingSlot >= 0)
            ++playing[track.playingSlot];
    }
    const auto fewer = [](const auto &a, const auto &b) { return a.second < b.second; };
    const auto most = std::ranges::max_element(playing, fewer);
    if (most == playing.end())
        return std::nullopt;
    const auto level = [&](const auto &one) { return one.second == most->second; };
    const SceneIndex scene(most->first);
    const bool alone = std::ranges::count_if(playing, level) == 1;
    return alone && 2 * most->second >= clipCount(set, scene) ? std::optional(scene) : std::nullopt;
}

} // namespace clipdeck
