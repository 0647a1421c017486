// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand waits for: from the press of a cell to its datagram.
#pragma once

#include "tests/bench/servers.h"

namespace clipdeck {

/// Presses on the real session view, at rest and in a flood of pushes; and on a bare widget, for comparison.
void measureHands(ServerKind kind);

} // namespace clipdeck
