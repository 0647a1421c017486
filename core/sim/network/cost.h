// SPDX-License-Identifier: GPL-3.0-or-later
// What a request costs Live: each access of the script to one of Live's objects takes a while on its main thread.
#pragma once

#include "core/osc/oscmessage.h"

namespace clipdeck::sim {

/// How often AbletonOSC's script reaches into Live to handle `request`, given what it answers (nothing: no answer).
/// Measured with the unmodified script, whose accesses were made to take a millisecond each; between the measured sizes it
/// is in proportion.
int objectAccesses(const OscMessage &request, const OscArguments &answer);
/// Likewise for a push of a listener.
constexpr int pushAccesses = 2;

} // namespace clipdeck::sim
