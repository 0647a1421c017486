// SPDX-License-Identifier: GPL-3.0-or-later
// Which properties of a set are listened to, and what their pushes mean for the mirror. Pure.
#pragma once

#include "core/abletonosc/listenerset.h"
#include "core/live/liveset.h"

#include <array>
#include <functional>
#include <vector>

namespace clipdeck {

std::vector<ListenerKey> songListeners();
std::vector<ListenerKey> trackListeners(int track);
/// Only for tracks that can be armed: elsewhere Live raises.
ListenerKey armListener(int track);
/// The sides of what has audio at its output, else its one level.
std::vector<ListenerKey> meterListeners(int track, bool hasAudioOutput);
/// What of a scene is listened to while it is on screen…
std::vector<ListenerKey> sceneListeners(int scene);
bool isOfSceneOnScreen(const ListenerKey &key);
/// …and whether it is queued, wherever it is.
ListenerKey sceneLaunchListener(int scene);
/// Whether a slot has a clip.
ListenerKey slotListener(SlotId slot);
/// What of a clip is listened to while it is on screen: all that its cell shows.
inline constexpr std::array clipFieldsListened{ClipField::Name, ClipField::Color, ClipField::Muted,
    ClipField::Looping, ClipField::LoopStart, ClipField::LoopEnd, ClipField::StartMarker,
    ClipField::EndMarker};
std::vector<ListenerKey> clipListeners(SlotId slot);
/// The slot whose clip a key is about, and the clip's field, if it is one of those.
std::optional<SlotId> clipOf(const ListenerKey &key);
std::optional<ClipField> clipFieldOf(const ListenerKey &key);
/// The parameter that a key is about, if it is one of those.
std::optional<ParameterId> parameterOf(const ListenerKey &key);
/// The slot that a key is about, if it is one of those.
std::optional<SlotId> slotOf(const ListenerKey &key);
ListenerKey parameterListener(ParameterId parameter);

/// The listeners that should have told of changes: to be compared with what they did.
std::vector<ListenerKey> keysOf(const Changes &changes);

/// Where an object is now: the new index of an old one, or −1 if it is gone.
using Place = std::function<int(int)>;

/// The key after tracks and scenes moved, or nothing if its object is gone.
std::optional<ListenerKey> keyAfterMove(
    const ListenerKey &key, const Place &trackNow, const Place &sceneNow);

/// A push into the mirror. `isFirst`: it answers the start and tells of no change. A slot that pushes that it has a clip,
/// where there was one already, has another one.
void applyPush(LiveSet &set, const ListenerKey &key, const LiveValue &value, bool isFirst);

} // namespace clipdeck
