// SPDX-License-Identifier: GPL-3.0-or-later
// Which readings clips that came ask for.
#pragma once

#include "core/abletonosc/tickbudget.h"
#include "core/live/changes.h"
#include "core/live/liveset.h"
#include "core/sync/readplan.h"

namespace clipdeck {

/// Two kinds of question can read a clip: whole parts of its track, or its own getters. Which is cheaper depends on how
/// many of the track's slots are wanted and on what Live charges; but getters raise where a clip has gone again, and
/// each that does costs a tick. So:
///
/// | the track's parts cost | clips that came | what is read |
/// |---|---|---|
/// | up to 15 ms | any | the parts |
/// | more | so many that their getters cost half of it | the parts |
/// | more | fewer | the clips one by one |
/// | the first reading still has the track before it | any | nothing more |
void planNewClips(ReadPlan &plan, LiveSet &set, const TickBudget &prices, const Changes &changes);

} // namespace clipdeck
