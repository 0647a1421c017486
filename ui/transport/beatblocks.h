// SPDX-License-Identifier: GPL-3.0-or-later
// The row of blocks that shows which beat of the bar sounds. Pure geometry.
#pragma once

#include "core/live/units.h"

#include <QRect>

#include <vector>

namespace clipdeck {

/// The counted beat of the bar at a position, from 0.
int beatOfBar(Beats position, Signature signature);

/// For 80 ms from each counted beat on (docs/look.md, Motion).
bool isOnBeat(Beats position, Signature signature, double bpm);

/// One block a counted beat, side by side within `area`: 12 px wide where they fit, narrower in long bars. More beats than
/// fit at 2 px give no blocks at all.
std::vector<QRect> beatBlocks(const QRect &area, Signature signature);

} // namespace clipdeck
