// SPDX-License-Identifier: GPL-3.0-or-later
// What a press on a track's arm, solo or mute button writes. Pure.
#pragma once

#include "core/live/liveset.h"

#include <vector>

namespace clipdeck {

/// One track's switch to write.
struct SwitchWrite {
    TrackIndex track;
    bool on;

    bool operator==(const SwitchWrite &) const = default;
};

/// The first track is the one that is pressed: its switch goes the other way than it is shown, and the rest of `tracks`
/// become what it becomes. Where `isExclusive`, those of all other tracks go off, as Live's own arm and solo buttons do
/// where its preference says so. The pressed track comes first, so that no moment has none. `field` is Arm, Solo or Mute;
/// tracks without the switch are left alone, also if it is theirs.
std::vector<SwitchWrite> stripSwitch(
    const LiveSet &set, const std::vector<TrackIndex> &tracks, TrackField field, bool isExclusive);

} // namespace clipdeck
