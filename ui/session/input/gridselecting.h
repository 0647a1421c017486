// SPDX-License-Identifier: GPL-3.0-or-later
// From a click with Shift or Ctrl to what is then selected. Pure.
#pragma once

#include "core/live/ids.h"

#include <set>
#include <vector>

namespace clipdeck {

/// The rectangle of slots between two corners, over the tracks that have a column.
std::set<SlotId> slotsBetween(const std::vector<TrackIndex> &columns, SlotId a, SlotId b);
std::set<TrackIndex> tracksBetween(
    const std::vector<TrackIndex> &columns, TrackIndex a, TrackIndex b);
std::set<SceneIndex> scenesBetween(SceneIndex a, SceneIndex b);

/// Adds it, or takes it out; the last one stays.
template <class Id> void toggleIn(std::set<Id> &selected, Id id)
{
    if (!selected.contains(id))
        selected.insert(id);
    else if (selected.size() > 1)
        selected.erase(id);
}

} // namespace clipdeck
