// SPDX-License-Identifier: GPL-3.0-or-later
// Free ports for tests that must name one beforehand.
#pragma once

#include <QtGlobal>

namespace clipdeck {

/// A UDP port that was free on every local address a moment ago. Where a port 0 can be given instead, give that.
quint16 freeUdpPort();

} // namespace clipdeck
