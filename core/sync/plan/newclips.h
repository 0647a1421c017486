// SPDX-License-Identifier: GPL-3.0-or-later
// Which readings clips ask for that came or were recorded.
#pragma once

#include "core/abletonosc/tickbudget.h"
#include "core/live/changes.h"
#include "core/live/liveset.h"
#include "core/sync/plan/readplan.h"

#include <set>

namespace clipdeck {

/// A clip that a reading of names found is read by what has not been read since. Of one that Live pushed nothing is known
/// but that it is there. Two kinds of question can read it: whole parts of its track, or its own getters. Which is cheaper
/// depends on how many of the track's slots are wanted and on what Live charges; but getters raise where a clip has gone
/// again, and each that does costs a tick. So:
///
/// | the track's parts cost | clips that were pushed | what is read |
/// |---|---|---|
/// | any | none: they were found | the parts that are older than the names |
/// | up to 15 ms | any | the parts |
/// | more | so many that their getters cost half of it | the parts |
/// | more | fewer | the clips one by one |
void planNewClips(ReadPlan &plan, LiveSet &set, const TickBudget &prices, const Changes &changes,
    const std::set<SlotId> &pushed);

/// A clip grows while it is recorded; that no listener tells. So once a recording has ended, or may have, its track is
/// read again. It may have wherever an armed track plays another clip, arms or disarms, and when the song stops.
void planAfterRecording(ReadPlan &plan, const LiveSet &set, const Changes &changes);

} // namespace clipdeck
