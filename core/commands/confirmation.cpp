// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/confirmation.h"

#include "core/live/valueat.h"

namespace clipdeck {

namespace {

Verdict judgeLaunch(const Track &track, const Slot &slot, int scene, const Before &before)
{
    if (track.isFoldable)
        return Verdict::Unseen; // its children launch, and tell so themselves
    const bool changed
        = track.playingSlot != before.playingSlot || track.firedSlot != before.firedSlot;
    if (slot.clip || track.arm.value_or(false)) {
        if (track.firedSlot == scene || (track.playingSlot == scene && changed))
            return Verdict::Confirmed;
        // Launched again while it plays, or toggled off: both may pass between two looks.
        return before.playingSlot == scene ? Verdict::Unseen : Verdict::Open;
    }
    // An empty slot stops its track.
    if (before.playingSlot < 0 && before.firedSlot < 0)
        return Verdict::Unseen;
    return changed || track.firedSlot == stopFired ? Verdict::Confirmed : Verdict::Open;
}

Verdict judgeStop(const Track &track, const Before &before)
{
    if (before.playingSlot < 0 && before.firedSlot < 0)
        return Verdict::Unseen;
    const bool stops
        = track.firedSlot == stopFired || (track.playingSlot < 0 && track.firedSlot < 0);
    return stops ? Verdict::Confirmed : Verdict::Open;
}

} // namespace

LiveValue confirmedValue(const LiveSet &set, const Target &target)
{
    return valueAt(set, target).value_or(LiveValue());
}

Before before(const LiveSet &set, const Target &target)
{
    Before out;
    out.value = confirmedValue(set, target);
    if (!target.is<SlotLaunch, TrackStop>())
        return out;
    if (const Track *track = set.track(*target.ownerTrack())) {
        out.playingSlot = track->playingSlot;
        out.firedSlot = track->firedSlot;
    }
    return out;
}

Verdict judge(
    const LiveSet &set, const Target &target, const LiveValue &wanted, const Before &before)
{
    if (const auto *launch = target.as<SlotLaunch>()) {
        const Track *track = set.track(launch->slot.track);
        const Slot *slot = set.slot(launch->slot);
        return track && slot ? judgeLaunch(*track, *slot, launch->slot.scene.value, before)
                             : Verdict::Open;
    }
    if (const auto *stop = target.as<TrackStop>()) {
        const Track *track = set.track(stop->track);
        return track ? judgeStop(*track, before) : Verdict::Open;
    }
    if (target.is<SceneLaunch>())
        return Verdict::Unseen; // its clips tell
    const LiveValue now = confirmedValue(set, target);
    if (sameValue(now, wanted))
        return Verdict::Confirmed;
    return sameValue(now, before.value) ? Verdict::Open : Verdict::Adjusted;
}

} // namespace clipdeck
