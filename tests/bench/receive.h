// SPDX-License-Identifier: GPL-3.0-or-later
// The way of what Live says, from bytes into the mirror, without sockets.
#pragma once

namespace clipdeck {

/// Pushes and answers through codec, matching and mirror on one core, as fast as it goes.
void measureReceive();

} // namespace clipdeck
