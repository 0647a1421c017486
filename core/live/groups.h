// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracks lie in which group. Groups nest.
#pragma once

#include "core/live/liveset.h"

#include <vector>

namespace clipdeck {

/// Whether a track lies in a group, or in a group within it. A group does not lie in itself.
bool isInGroup(const LiveSet &set, TrackIndex track, TrackIndex group);
/// The tracks in a group, and in the groups within it, that are no groups themselves.
std::vector<TrackIndex> leafTracks(const LiveSet &set, TrackIndex group);

} // namespace clipdeck
