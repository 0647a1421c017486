// SPDX-License-Identifier: GPL-3.0-or-later
// A set of any size for tests and measurements: the same choice gives the same set, on every machine.
#pragma once

#include "core/sim/live/set.h"
#include "core/sim/simulator.h"

namespace clipdeck::sim {

/// Groups first, with their share of the tracks behind them; the others take turns at MIDI and audio. Nothing plays.
Set generatedSet(const SimSetChoice &choice);
/// What Live opens when it starts, and what AbletonOSC's own tests expect.
Set emptySet();

} // namespace clipdeck::sim
