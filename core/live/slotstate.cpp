// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/slotstate.h"

#include "core/live/groups.h"

#include <QCoreApplication>

#include <optional>

namespace clipdeck {

namespace {

/// What a child's state makes its group's slot; nothing for one that does nothing.
std::optional<SlotState> asGroup(SlotState child)
{
    switch (child) {
    case SlotState::Queued:
    case SlotState::QueuedToRecord:
        return SlotState::GroupQueued;
    case SlotState::Playing:
        return SlotState::GroupPlaying;
    case SlotState::QueuedToStop:
        return SlotState::GroupStopping;
    case SlotState::Recording:
        return SlotState::GroupRecording;
    default:
        return std::nullopt;
    }
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

/// Of a track that is no group.
SlotState trackSlotState(SlotId id, const Track &track, const Slot &slot)
{
    if (slot.clip)
        return clipState(track, *slot.clip, id.scene.value);
    if (track.firedSlot == id.scene.value)
        return track.arm.value_or(false) ? SlotState::QueuedToRecord : SlotState::QueuedToStop;
    if (track.arm.value_or(false))
        return SlotState::EmptyArmed;
    return slot.hasStopButton ? SlotState::Empty : SlotState::EmptyNoStop;
}

SlotState groupState(const LiveSet &set, SlotId id, const Slot &slot)
{
    bool hasClips = false;
    std::optional<SlotState> doing;
    for (int t = id.track.value + 1; t < set.trackCount(); ++t) {
        const SlotId child{TrackIndex(t), id.scene};
        if (!isInGroup(set, child.track, id.track))
            break; // a group's tracks follow it without a gap
        const Track &track = *set.track(child.track);
        const Slot *held = set.slot(child);
        if (track.isFoldable || !held)
            continue;
        const SlotState state = trackSlotState(child, track, *held);
        hasClips = hasClips || held->clip;
        // An empty slot that is fired to stop its track is no clip of this scene that stops.
        if (!held->clip && state != SlotState::QueuedToRecord)
            continue;
        const std::optional<SlotState> part = asGroup(state);
        if (part && doing && *part != *doing)
            return SlotState::GroupMixed;
        doing = part ? part : doing;
    }
    if (doing)
        return *doing;
    if (hasClips)
        return SlotState::Group;
    return slot.hasStopButton ? SlotState::Empty : SlotState::EmptyNoStop;
}

SlotOverlay overlayOf(const LiveSet &set, SlotId id, const Slot &slot, qint64 now)
{
    if (const Wish *launch = set.wish(Target::launch(id)))
        return overlayOf(*launch, now);
    if (const Wish *edit = editOf(set, id)) {
        if (edit->isRefused())
            return SlotOverlay::Refused;
        // A new edge shows as pending at once, as its ghost does; a name or a colour only when Live is slow.
        bool atOnce = edit->isPending(now);
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
    case SlotState::GroupQueued:
        return "queued";
    case SlotState::Playing:
    case SlotState::GroupPlaying:
        return "playing";
    case SlotState::QueuedToStop:
    case SlotState::GroupStopping:
        return "stopping";
    case SlotState::Recording:
    case SlotState::GroupRecording:
        return "recording";
    case SlotState::GroupMixed:
        return "mixed";
    case SlotState::Deactivated:
        return "deactivated";
    }
    Q_UNREACHABLE();
}

} // namespace

bool isEmptyState(SlotState state)
{
    return state == SlotState::Empty || state == SlotState::EmptyNoStop
        || state == SlotState::EmptyArmed || state == SlotState::QueuedToRecord;
}

bool isGroupState(SlotState state)
{
    switch (state) {
    case SlotState::Group:
    case SlotState::GroupQueued:
    case SlotState::GroupPlaying:
    case SlotState::GroupStopping:
    case SlotState::GroupRecording:
    case SlotState::GroupMixed:
        return true;
    default:
        return false;
    }
}

bool isSounding(SlotState state)
{
    return state == SlotState::Playing || state == SlotState::QueuedToStop
        || state == SlotState::Recording;
}

const Wish *editOf(const LiveSet &set, SlotId id)
{
    const std::map<Target, Wish> &wishes = set.wishes();
    const Wish *found = nullptr;
    if (wishes.empty())
        return found;
    for (const Target &first : {Target::clip(id, {}), Target::slot(id, {})}) {
        const auto isOfSameKind = [&](const Target &target) {
            return target.subject.index() == first.subject.index() && target.ownerSlot() == id;
        };
        auto at = wishes.lower_bound(first);
        for (; at != wishes.end() && isOfSameKind(at->first); ++at) {
            if (!found || at->second.isRefused())
                found = &at->second;
        }
    }
    return found;
}

SlotOverlay overlayOf(const Wish &action, qint64 now)
{
    if (action.isRefused())
        return SlotOverlay::Refused;
    return action.isPending(now) ? SlotOverlay::Pending : SlotOverlay::Pressed;
}

SlotReading readSlot(const LiveSet &set, SlotId id, qint64 now)
{
    const Track *track = set.track(id.track);
    const Slot *slot = set.slot(id);
    if (!track || !slot)
        return {};
    const SlotState state
        = track->isFoldable ? groupState(set, id, *slot) : trackSlotState(id, *track, *slot);
    return {state, overlayOf(set, id, *slot, now)};
}

std::vector<SlotId> groupChildren(const LiveSet &set, SlotId groupSlot)
{
    std::vector<SlotId> children;
    for (int t = groupSlot.track.value + 1; t < set.trackCount(); ++t) {
        const SlotId child{TrackIndex(t), groupSlot.scene};
        if (!isInGroup(set, child.track, groupSlot.track))
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
