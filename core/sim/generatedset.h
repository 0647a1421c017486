// SPDX-License-Identifier: GPL-3.0-or-later
// A set of any size for tests and measurements: the same choice gives the same set, on every machine.
#pragma once

#include "core/sim/simset.h"
#include "core/sim/simulator.h"

namespace clipdeck::sim {

/// Every eighth track is a group of three; the others take turns at MIDI and audio. Nothing plays.
Set generatedSet(const SimSetChoice &choice);

} // namespace clipdeck::sim
