// SPDX-License-Identifier: GPL-3.0-or-later
// A rectangle of the Session grid.
#pragma once

#include "core/live/ids.h"

#include <algorithm>

namespace clipdeck {

/// The cells of some tracks in some scenes, each from a first to behind the last.
struct CellRange {
    TrackIndex firstTrack{0};
    TrackIndex endTrack{0};
    SceneIndex firstScene{0};
    SceneIndex endScene{0};

    constexpr bool contains(TrackIndex track) const
    {
        return track >= firstTrack && track < endTrack;
    }
    constexpr bool contains(SceneIndex scene) const
    {
        return scene >= firstScene && scene < endScene;
    }
    constexpr bool contains(SlotId slot) const
    {
        return contains(slot.track) && contains(slot.scene);
    }
    /// As much of it as a set of this size has.
    constexpr CellRange within(int tracks, int scenes) const
    {
        return {TrackIndex(std::clamp(firstTrack.value, 0, tracks)),
            TrackIndex(std::clamp(endTrack.value, 0, tracks)),
            SceneIndex(std::clamp(firstScene.value, 0, scenes)),
            SceneIndex(std::clamp(endScene.value, 0, scenes))};
    }
    /// With so many tracks and scenes more on each side.
    constexpr CellRange grownBy(int tracks, int scenes) const
    {
        return {TrackIndex(firstTrack.value - tracks), TrackIndex(endTrack.value + tracks),
            SceneIndex(firstScene.value - scenes), SceneIndex(endScene.value + scenes)};
    }
    constexpr bool operator==(const CellRange &) const = default;
};

} // namespace clipdeck
