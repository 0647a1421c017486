// SPDX-License-Identifier: GPL-3.0-or-later
// What Live says about playing: the indexes, flags and positions that follow from the launches.
#pragma once

#include "core/sim/live/clock.h"

namespace clipdeck::sim {

/// playing_slot_index: the row, -1 nothing (the arrangement plays), -2 stopped by a stop button.
int playingSlotIndex(const Set &set, const Track &track);
/// fired_slot_index: the row that blinks, -1 none, -2 a stop is pending.
int firedSlotIndex(const Set &set, const Track &track);
/// Whether a slot (a group's: any of its row) waits for its launch.
bool isTriggered(const Set &set, const Slot &slot);
bool isPlaying(const Set &set, const Slot &slot);
bool isRecording(const Set &set, const Slot &slot);
/// Whether a group slot has clips below it that are not deactivated.
bool controlsOtherClips(const Set &set, const Slot &slot);
/// The slots of a group's tracks in the row of its slot.
std::vector<const Slot *> rowOf(const Set &set, const Slot &groupSlot);
/// 0 off, 1 on, 2 waiting for its beat.
int sessionRecordStatus(const Set &set);
/// Where in its clip a track is, in the clip's own time; 0 if it does not play.
double playingPosition(const Clip &clip, const Clock &clock);
/// Whether the track plays, or keeps silent, against its arrangement.
inline bool overridesArranger(const Track &track)
{
    return track.playing || track.stopped;
}

} // namespace clipdeck::sim
