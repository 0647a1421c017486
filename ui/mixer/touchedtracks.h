// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracks a hand in the mixer acts on. Pure.
#pragma once

#include "core/live/ids.h"

#include <set>
#include <vector>

namespace clipdeck {

/// All that are selected where the touched track is one of them (Live manual, Multi-select), else that one alone. The
/// touched one comes first; none where there is no such track.
std::vector<TrackIndex> touchedTracks(TrackIndex touched, const std::set<TrackIndex> &selected);

} // namespace clipdeck
