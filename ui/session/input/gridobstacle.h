// SPDX-License-Identifier: GPL-3.0-or-later
// Why an action of the grid can do nothing with what is selected: said where a key would do nothing. Pure.
#pragma once

#include "core/live/liveset.h"
#include "ui/session/gridaction.h"

#include <vector>

namespace clipdeck {

/// What an action would act on: `last` is where keys act, and what is selected beside it is of the same kind.
struct ActionSubjects {
    GridSubject last;
    bool onHeader = false; ///< Of a track: else it is the track's stop button
    std::vector<SlotId> slotIds;
    std::vector<TrackIndex> tracks;
    std::vector<SceneIndex> scenes;
};

/// In a sentence; empty where the action can do something.
QString obstacleTo(GridAction action, const ActionSubjects &selection, const LiveSet &set);

} // namespace clipdeck
