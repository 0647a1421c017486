// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to messages as AbletonOSC's OSC library (python-osc) reads them: kinder than the standard in some places, and with
// its own ways to fail in others. Apart from the codec, so that what the real script takes is taken here.
#pragma once

#include "core/osc/oscmessage.h"

#include <QByteArrayView>

namespace clipdeck::sim {

/// The messages of a datagram, a bundle's in order. Throws Error: of kind Parse where the script reports a bad message and
/// reads on, of another kind where the failure ends the tick's reading. Bounded in time, depth and memory.
std::vector<OscMessage> readDatagram(QByteArrayView bytes);

} // namespace clipdeck::sim
