// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/slotstate.h"

#include <QCoreApplication>

#include <limits>

namespace clipdeck {

namespace {

bool isInside(const LiveSet &set, TrackIndex child, TrackIndex group)
{
    // Groups nest; the count bounds the walk if Live should ever tell of a circle.
    for (int depth = 0; depth < set.trackCount(); ++depth) {
        const Track *track = set.track(child);
        if (!track || !track->groupTrack)
            return false;
        child = TrackIndex(*track->groupTrack);
        if (child == group)
            return true;
    }
    return false;
}

SlotState groupState(const LiveSet &set, SlotId id)
{
    const std::vector<SlotId> children = groupChildren(set, id);
    if (children.empty())
        return SlotState::Empty;
    for (SlotId child : children) {
        if (set.track(child.track)->playingSlot == child.scene.value)
            return SlotState::GroupPlaying;
    }
    return SlotState::Group;
}

SlotState clipState(const Track &track, const Clip &clip, int scene)
{
    if (track.firedSlot == scene)
        return SlotState::Queued;
    if (track.playingSlot == scene) {
        if (clip.isRecording)
            return SlotState::Recording;
        return track.firedSlot == noSlot ? SlotState::Playing : SlotState::QueuedToStop;
    }
    return clip.muted ? SlotState::Deactivated : SlotState::Stopped;
}

SlotState stateOf(const LiveSet &set, SlotId id, const Track &track, const Slot &slot)
{
    if (slot.clip)
        return clipState(track, *slot.clip, id.scene.value);
    if (track.isFoldable) {
        const SlotState state = groupState(set, id);
        if (state != SlotState::Empty)
            return state;
    } else if (track.firedSlot == id.scene.value) {
        return track.arm.value_or(false) ? SlotState::QueuedToRecord : SlotState::QueuedToStop;
    }
    if (track.arm.value_or(false))
        return SlotState::EmptyArmed;
    return slot.hasStopButton ? SlotState::Empty : SlotState::EmptyNoStop;
}

SlotOverlay overlayOf(const LiveSet &set, SlotId id, const Slot &slot, qint64 now)
{
    if (const Wish *launch = set.wish(Target::launch(id))) {
        if (launch->state == Wish::State::Refused)
            return SlotOverlay::Refused;
        return now - launch->since < pendingAfterMs ? SlotOverlay::Pressed : SlotOverlay::Pending;
    }
    if (const Wish *edit = editOf(set, id)) {
        if (edit->state == Wish::State::Refused)
            return SlotOverlay::Refused;
        // A new edge shows as pending at once, as its ghost does; a name or a colour only when Live is slow.
        bool atOnce = now - edit->since >= pendingAfterMs;
        for (ClipField field : {ClipField::Length, ClipField::LoopStart, ClipField::LoopEnd})
            atOnce = atOnce || set.wish(Target::clip(id, field));
        if (atOnce)
            return SlotOverlay::Pending;
    }
    return set.isStale() || slot.isOverdue ? SlotOverlay::Stale : SlotOverlay::None;
}

const char *nameOfState(SlotState state)
{
    switch (state) {
    case SlotState::Empty:
    case SlotState::EmptyNoStop:
    case SlotState::EmptyArmed:
        return "empty";
    case SlotState::QueuedToRecord:
        return "empty, queued";
    case SlotState::Stopped:
    case SlotState::Group:
        return "stopped";
    case SlotState::Queued:
        return "queued";
    case SlotState::Playing:
    case SlotState::GroupPlaying:
        return "playing";
    case SlotState::QueuedToStop:
        return "stopping";
    case SlotState::Recording:
        return "recording";
    case SlotState::Deactivated:
        return "deactivated";
    }
    Q_UNREACHABLE();
}

} // namespace

const Wish *editOf(const LiveSet &set, SlotId id)
{
    const std::map<Target, Wish> &wishes = set.wishes();
    const Wish *found = nullptr;
    if (wishes.empty())
        return found;
    for (Target::Kind kind : {Target::Kind::Clip, Target::Kind::Slot}) {
        const int any = std::numeric_limits<int>::min();
        auto at = wishes.lower_bound({kind, id.track.value, id.scene.value, any, 0});
        for (; at != wishes.end() && at->first.kind == kind && at->first.slot() == id; ++at) {
            if (!found || at->second.state == Wish::State::Refused)
                found = &at->second;
        }
    }
    return found;
}

SlotReading readSlot(const LiveSet &set, SlotId id, qint64 now)
{
    const Track *track = set.track(id.track);
    const Slot *slot = set.slot(id);
    if (!track || !slot)
        return {};
    return {stateOf(set, id, *track, *slot), overlayOf(set, id, *slot, now)};
}

std::vector<SlotId> groupChildren(const LiveSet &set, SlotId groupSlot)
{
    std::vector<SlotId> children;
    for (int t = groupSlot.track.value + 1; t < set.trackCount(); ++t) {
        const SlotId child{TrackIndex(t), groupSlot.scene};
        if (!isInside(set, child.track, groupSlot.track))
            break; // a group's tracks follow it without a gap
        if (set.clip(child))
            children.push_back(child);
    }
    return children;
}

QString stateName(SlotReading reading)
{
    const bool empty = reading.state == SlotState::Empty || reading.state == SlotState::EmptyNoStop
        || reading.state == SlotState::EmptyArmed;
    const char *name = nameOfState(reading.state);
    if (reading.overlay == SlotOverlay::Refused)
        name = "refused";
    else if (reading.overlay == SlotOverlay::Pressed || reading.overlay == SlotOverlay::Pending)
        name = "pending";
    else if (reading.overlay == SlotOverlay::Stale && !empty)
        name = "stale";
    return QCoreApplication::translate("SlotState", name);
}

} // namespace clipdeck
