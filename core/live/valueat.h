// SPDX-License-Identifier: GPL-3.0-or-later
// The mirror's value behind a target.
#pragma once

#include "core/live/liveset.h"

#include <optional>

namespace clipdeck {

/// What Live said last, whatever has been requested. Nothing where there is no such object in the mirror, and for what has no
/// single value: launches, stops, routing choices.
std::optional<LiveValue> valueAt(const LiveSet &set, const Target &target);

} // namespace clipdeck
