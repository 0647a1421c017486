// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a track, as a menu: for mixer strips and track headers alike.
#pragma once

#include "core/live/ids.h"
#include "ui/mixer/mixercontext.h"

#include <vector>

class QMenu;

namespace clipdeck {

/// Rename, colour, monitoring, routings, fade, duplicate, insert, delete. `rename` opens the place where the name is typed.
/// The first track is the menu's own; colour, monitoring, fades, duplicate and delete are for all of them.
void fillStripMenu(QMenu &menu, const MixerContext &context, const std::vector<TrackIndex> &tracks,
    std::function<void()> rename);

} // namespace clipdeck
