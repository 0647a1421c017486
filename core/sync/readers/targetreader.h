// SPDX-License-Identifier: GPL-3.0-or-later
// What tells the value behind a target.
#pragma once

#include "core/live/target.h"
#include "core/sync/readers/readercontext.h"

#include <vector>

namespace clipdeck {

/// The queries that show whether Live has taken a request about `target`. None where nothing of the kind can be asked.
std::vector<Query> readTarget(const ReaderContext &context, const Target &target);

} // namespace clipdeck
