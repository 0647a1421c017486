// SPDX-License-Identifier: GPL-3.0-or-later
// Sets that are too large to be read in a moment: how soon what is needed is there, and what it costs Live.
#pragma once

#include "tests/bench/servers.h"

namespace clipdeck {

/// 64×128 with reads that cost Live nothing, and with reads that cost what they do in Live 12, from start on.
void measureLarge(ServerKind kind);
/// The same set, read, while 30 of its clips play.
void measureSteady(ServerKind kind);
/// Seconds from the start of an engine until its mirror holds what pylive's network scan reads.
double secondsToScan(OscServer &server);
/// 256×1,024, half filled: the cells in sight, and the memory of a process that has it all.
void measureHuge(ServerKind kind);

} // namespace clipdeck
