// SPDX-License-Identifier: GPL-3.0-or-later
// The set as JSON, under Live's own names of things: what tests compare the mirror with.
#pragma once

#include "core/osc/oscmessage.h"
#include "core/sim/live/live.h"

#include <QJsonObject>

namespace clipdeck::sim {

/// How much a dump tells.
struct DumpDetail {
    bool parameters = true; ///< Else their number
    bool notes = true; ///< Else their number
    bool clips = true;
    bool emptySlots = false; ///< Slots without a clip, too
};

/// The whole set; its form is described in README.md. A property that an object lacks is null.
QJsonObject dumpSet(const Live &live, DumpDetail detail = {});
QJsonObject dumpTrack(const Live &live, const Track &track, DumpDetail detail = {});
QJsonObject dumpParameter(const Parameter &parameter);
/// A value as JSON; nil is null.
QJsonValue oscToJson(const OscArgument &value);

} // namespace clipdeck::sim
