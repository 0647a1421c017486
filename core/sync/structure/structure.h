// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracks and scenes there are, and how they moved since the last look. Pure.
#pragma once

#include "core/live/value.h"

#include <QString>

#include <optional>
#include <vector>

namespace clipdeck {

/// What tells one track (or scene) from another: Live's own object identity where it can be read, else the name.
using Identity = QString;

/// The identity that Live gave as a number (`_live_ptr`), or nothing if this is none. Identities are addresses in memory:
/// no count, index or switch of Live's comes near them.
std::optional<Identity> identityOf(const LiveValue &value);

/// For each of `now`, its place in `before`, or −1 if it is new. Equal identities (two tracks of one name) are matched in
/// order of appearance, so that an unchanged list always maps onto itself.
std::vector<int> oldPlaces(const std::vector<Identity> &before, const std::vector<Identity> &now);

/// True if nothing moved, came or went.
bool isUnmoved(const std::vector<int> &oldPlaces, int countBefore);

} // namespace clipdeck
