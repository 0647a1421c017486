// SPDX-License-Identifier: GPL-3.0-or-later
// Which properties of a set are listened to, and what their pushes mean for the mirror. Pure.
#pragma once

#include "core/abletonosc/listenerset.h"
#include "core/live/liveset.h"

#include <functional>
#include <vector>

namespace clipdeck {

std::vector<ListenerKey> songListeners();
std::vector<ListenerKey> trackListeners(int track);
/// Only for tracks that can be armed: elsewhere Live raises.
ListenerKey armListener(int track);
/// The sides of what has audio at its output, else its one level.
std::vector<ListenerKey> meterListeners(int track, bool hasAudioOutput);
ListenerKey parameterListener(ParameterId parameter);

/// The key after tracks moved: `placeNow` gives a track's new index, or −1 if it is gone.
std::optional<ListenerKey> keyAfterMove(
    const ListenerKey &key, const std::function<int(int)> &placeNow);

/// A push into the mirror.
void applyPush(LiveSet &set, const ListenerKey &key, const LiveValue &value);

} // namespace clipdeck
