// SPDX-License-Identifier: GPL-3.0-or-later
// The set that the demo shows: a band's three songs, made by hand, in the middle of a rehearsal.
#pragma once

#include "core/sim/live/live.h"

namespace clipdeck::sim {

/// How many seconds before "now" the demo's rehearsal began.
constexpr double demoLead = 63.0;

Set demoSet();
/// Rehearses `live` (a demo set opened demoLead seconds ago) up to `now`: a chorus plays, something waits.
void playDemo(Live &live, double now);

} // namespace clipdeck::sim
