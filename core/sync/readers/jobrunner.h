// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the questions of a reading, and tells when all of them have ended.
#pragma once

#include "core/abletonosc/querypipe.h"

namespace clipdeck {

/// How a reading ended.
enum class JobEnd {
    Read, ///< All were answered, or Live refused some: then it would refuse them again
    Misfit, ///< Some answers were about something else: tracks, scenes or devices have changed
    Lost, ///< Some were lost for good, or the connection was reset
};

/// Asks `queries`, which are about one object, through `pipe`, and calls `ended` once. A question that Live refuses is
/// asked again in two halves, one after the other, as long as it has halves, so that one bad attribute does not hide its
/// neighbours.
void runJob(QueryPipe &pipe, std::vector<Query> queries, std::function<void(JobEnd)> ended);

} // namespace clipdeck
