// SPDX-License-Identifier: GPL-3.0-or-later
// What the program itself takes of the machine.
#pragma once

#include "tests/bench/servers.h"

namespace clipdeck {

/// From start to complete mirror, with a new server and a new engine each time, as on the morning of a show.
void measureConnect(ServerKind kind);
/// Start to first paint, processor time at rest and while 64 tracks play, memory.
void measurePrograms(ServerKind kind);

} // namespace clipdeck
