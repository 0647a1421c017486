// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/confirmation.h"

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
    switch (target.kind) {
    case Target::Kind::Song:
        return valueOf(set.song(), static_cast<SongField>(target.field));
    case Target::Kind::Track:
        if (const Track *track = set.track(TrackIndex(target.a)))
            return valueOf(*track, static_cast<TrackField>(target.field));
        return {};
    case Target::Kind::Send: {
        const Track *track = set.track(TrackIndex(target.a));
        const auto send = static_cast<std::size_t>(target.b);
        return track && target.b >= 0 && send < track->sends.size() ? LiveValue(track->sends[send])
                                                                    : LiveValue();
    }
    case Target::Kind::Scene:
        if (const Scene *scene = set.scene(SceneIndex(target.a)))
            return valueOf(*scene, static_cast<SceneField>(target.field));
        return {};
    case Target::Kind::Clip:
        if (const Clip *clip = set.clip(target.slot()))
            return valueOf(*clip, static_cast<ClipField>(target.field));
        return {};
    case Target::Kind::Slot:
        if (const Slot *slot = set.slot(target.slot())) {
            const bool isClip = static_cast<SlotField>(target.field) == SlotField::Clip;
            return isClip ? slot->clip.has_value() : slot->hasStopButton;
        }
        return {};
    case Target::Kind::Parameter:
        if (const Parameter *parameter = set.parameter(target.parameter()))
            return parameter->value;
        return {};
    case Target::Kind::TrackStop:
    case Target::Kind::SceneLaunch:
    case Target::Kind::Launch:
        return {};
    }
    Q_UNREACHABLE();
}

Before before(const LiveSet &set, const Target &target)
{
    Before out;
    out.value = confirmedValue(set, target);
    if (target.kind == Target::Kind::Launch || target.kind == Target::Kind::TrackStop) {
        if (const Track *track = set.track(TrackIndex(target.a))) {
            out.playingSlot = track->playingSlot;
            out.firedSlot = track->firedSlot;
        }
    }
    return out;
}

Verdict judge(
    const LiveSet &set, const Target &target, const LiveValue &wanted, const Before &before)
{
    const Track *track = set.track(TrackIndex(target.a));
    switch (target.kind) {
    case Target::Kind::Launch: {
        const Slot *slot = set.slot(target.slot());
        return track && slot ? judgeLaunch(*track, *slot, target.b, before) : Verdict::Open;
    }
    case Target::Kind::TrackStop:
        return track ? judgeStop(*track, before) : Verdict::Open;
    case Target::Kind::SceneLaunch:
        return Verdict::Unseen; // its clips tell
    default:
        break;
    }
    const LiveValue now = confirmedValue(set, target);
    if (sameValue(now, wanted))
        return Verdict::Confirmed;
    return sameValue(now, before.value) ? Verdict::Open : Verdict::Adjusted;
}

} // namespace clipdeck
