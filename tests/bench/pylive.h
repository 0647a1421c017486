// SPDX-License-Identifier: GPL-3.0-or-later
// pylive's network scan, the measure to beat.
#pragma once

#include "tests/bench/servers.h"

namespace clipdeck {

/// pylive and an engine of ours, one after the other, with the same server of 64×128 and until they have the same content.
void measurePylive(ServerKind kind);

} // namespace clipdeck
