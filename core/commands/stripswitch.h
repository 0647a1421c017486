// SPDX-License-Identifier: GPL-3.0-or-later
// What a press on a track's arm or solo button writes. Pure.
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

/// The track's switch goes the other way than it is shown, and those of all other tracks go off, as Live's own buttons
/// do where its preference is "exclusive". `adds` (Ctrl): the others stay. The pressed track comes first, so that no
/// moment has none. `field` is Arm or Solo; tracks without the switch are left alone, also if it is theirs.
std::vector<SwitchWrite> stripSwitch(
    const LiveSet &set, TrackIndex track, TrackField field, bool adds);

} // namespace clipdeck
