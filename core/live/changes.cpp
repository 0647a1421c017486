// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/changes.h"

#include <algorithm>

namespace clipdeck {

namespace {

// What playing, recording, automation and meters change by themselves.
constexpr FieldSet ofPlayingTracks{TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex,
    TrackField::Volume, TrackField::Panning, TrackField::Sends, TrackField::OutputMeterLevel,
    TrackField::OutputMeterLeft, TrackField::OutputMeterRight};
constexpr FieldSet ofPlayingScenes{SceneField::IsTriggered, SceneField::IsEmpty};
constexpr FieldSet ofPlayingClips{ClipField::IsPlaying, ClipField::IsTriggered,
    ClipField::IsRecording, ClipField::IsOverdubbing, ClipField::WillRecordOnStart,
    ClipField::PlayingPosition, ClipField::Length, ClipField::LoopEnd, ClipField::EndMarker};
// And what is our own account.
constexpr FieldSet ofPlayingSlots{
    SlotField::PlayingStatus, SlotField::IsTriggered, SlotField::IsOverdue};

template <class Map, class Field> bool hasMoreThan(const Map &changes, FieldSet<Field> usual)
{
    return std::any_of(changes.begin(), changes.end(),
        [usual](const auto &change) { return !change.second.without(usual).isEmpty(); });
}

} // namespace

bool hasEdits(const Changes &changes)
{
    return changes.moved || hasMoreThan(changes.tracks, ofPlayingTracks)
        || hasMoreThan(changes.scenes, ofPlayingScenes)
        || hasMoreThan(changes.clips, ofPlayingClips)
        || hasMoreThan(changes.slotFields, ofPlayingSlots);
}

} // namespace clipdeck
