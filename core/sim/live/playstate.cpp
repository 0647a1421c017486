// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/playstate.h"

#include <algorithm>
#include <cmath>

namespace clipdeck::sim {

namespace {

template <class Test> bool anyInRow(const Set &set, const Slot &groupSlot, Test test)
{
    const std::vector<const Slot *> row = rowOf(set, groupSlot);
    return std::any_of(row.begin(), row.end(), [&](const Slot *slot) { return test(*slot); });
}

bool isGroupSlot(const Slot &slot)
{
    return slot.track->kind == TrackKind::Group;
}

} // namespace

std::vector<const Slot *> rowOf(const Set &set, const Slot &groupSlot)
{
    std::vector<const Slot *> row;
    for (const Track *member : set.members(*groupSlot.track))
        row.push_back(member->slots[static_cast<std::size_t>(groupSlot.index)].get());
    return row;
}

int playingSlotIndex(const Set &set, const Track &track)
{
    if (track.kind != TrackKind::Group)
        return track.playing ? track.playing->index : track.stopped ? -2 : -1;
    int shown = -1;
    for (const Track *member : set.members(track)) {
        const int own = playingSlotIndex(set, *member);
        if (own >= 0)
            shown = std::max(shown, own);
        else if (own == -2 && shown == -1)
            shown = -2;
    }
    return shown;
}

int firedSlotIndex(const Set &set, const Track &track)
{
    if (track.kind != TrackKind::Group) {
        if (!track.launch || !track.launch->shown)
            return -1;
        return track.launch->stop || !track.launch->slot ? -2 : track.launch->slot->index;
    }
    std::optional<int> highest;
    for (const Track *member : set.members(track)) {
        if (const int own = firedSlotIndex(set, *member); own != -1)
            highest = std::max(own, highest.value_or(own));
    }
    return highest.value_or(-1);
}

bool isTriggered(const Set &set, const Slot &slot)
{
    if (isGroupSlot(slot))
        return anyInRow(set, slot, [&](const Slot &each) { return isTriggered(set, each); });
    const std::optional<Launch> &launch = slot.track->launch;
    return launch && launch->shown && launch->slot == &slot;
}

bool isPlaying(const Set &set, const Slot &slot)
{
    if (isGroupSlot(slot))
        return anyInRow(set, slot, [&](const Slot &each) { return isPlaying(set, each); });
    return slot.track->playing == &slot;
}

bool isRecording(const Set &set, const Slot &slot)
{
    if (isGroupSlot(slot))
        return anyInRow(set, slot, [&](const Slot &each) { return isRecording(set, each); });
    return slot.clip && slot.clip->recording;
}

bool controlsOtherClips(const Set &set, const Slot &slot)
{
    return isGroupSlot(slot)
        && anyInRow(set, slot, [](const Slot &each) { return each.clip && !each.clip->muted; });
}

int sessionRecordStatus(const Set &set)
{
    constexpr int off = 0;
    constexpr int on = 1;
    constexpr int waiting = 2;
    int status = off;
    for (const auto &track : set.tracks) {
        if (track->playing && track->playing->clip && track->playing->clip->recording)
            return on;
        const std::optional<Launch> &launch = track->launch;
        if (launch && launch->shown && !launch->stop && launch->slot && !launch->slot->clip)
            status = waiting;
    }
    return status;
}

double playingPosition(const Clip &clip, const Clock &clock)
{
    const Track &track = *clip.slot->track;
    if (track.playing != clip.slot || !track.running)
        return 0.0;
    const Running &running = *track.running;
    if (clip.recording)
        return clock.beat() - running.launchedBeat;
    const double played = clip.warped() ? clock.beat() - running.launchedBeat
                                        : clock.second() - running.launchedSecond;
    const double place = clip.markers.start + played + running.offset;
    if (!clip.looping || place < clip.loop.end)
        return place;
    const double since
        = clip.markers.start < clip.loop.end ? place - clip.loop.end : place - clip.markers.start;
    return clip.loop.start + std::fmod(since, clip.loop.length());
}

} // namespace clipdeck::sim
