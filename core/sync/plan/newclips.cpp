// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/newclips.h"

#include "core/sync/plan/readjobs.h"
#include "core/sync/plan/setplan.h"
#include "core/sync/playstate.h"

#include <algorithm>
#include <map>
#include <set>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

bool cellsAreWorthIt(
    const ReadPlan &plan, TrackIndex track, const TickBudget &prices, std::size_t count)
{
    constexpr double muchMs = 15; // below, the whole track is read, which can't fail
    ReadCost whole;
    for (const ReadJob &job : plan.chunks(Kind::Slots, track))
        whole += plan.costOf(job);
    const int clips = static_cast<int>(count);
    const double cellsMs = prices.msFor({80 * clips, 18 * clips});
    return prices.msFor(whole) > std::max(muchMs, 2 * cellsMs);
}

/// What was read of a track before its slots' first part, which found the clip, has to be read again for it.
void expediteWhatIsOlder(ReadPlan &plan, TrackIndex track)
{
    const qint64 foundAt = plan.readAt({Kind::Slots, TrackChunk{track, 0}});
    for (Kind kind : {Kind::Slots, Kind::AudioClips}) {
        for (const ReadJob &job : plan.chunks(kind, track)) {
            if (!plan.isUnread(job) && plan.readAt(job) < foundAt)
                plan.expedite(job);
        }
    }
}

/// The clips that came into one track.
struct NewOnes {
    std::vector<SlotId> pushed;
    bool wereFound = false; ///< Some of them, by a reading
};

void readNewClips(ReadPlan &plan, const TickBudget &prices, TrackIndex track, const NewOnes &clips)
{
    if (clips.wereFound)
        expediteWhatIsOlder(plan, track);
    if (clips.pushed.empty())
        return;
    if (cellsAreWorthIt(plan, track, prices, clips.pushed.size())) {
        for (SlotId slot : clips.pushed)
            planCell(plan, slot);
        expediteChunks(plan, Kind::AudioClips, track);
    } else {
        expediteSlots(plan, track);
    }
}

} // namespace

void planAfterRecording(ReadPlan &plan, const LiveSet &set, const Changes &changes)
{
    std::set<TrackIndex> mayHaveGrown;
    for (const auto &[slot, fields] : changes.clips) {
        const Clip *clip = set.clip(slot);
        if (clip && fields.has(ClipField::IsRecording) && !clip->isRecording)
            mayHaveGrown.insert(slot.track);
    }
    const auto isArmed = [&](TrackIndex track) {
        const Track *owner = set.track(track);
        return owner && owner->arm.value_or(false);
    };
    for (const auto &[track, fields] : changes.tracks) {
        if (fields.has(TrackField::Arm)
            || (fields.has(TrackField::PlayingSlotIndex) && isArmed(track)))
            mayHaveGrown.insert(track);
    }
    const bool ofSong
        = changes.song.has(SongField::IsPlaying) || changes.song.has(SongField::SessionRecord);
    for (int t = 0; ofSong && t < set.trackCount(); ++t) {
        if (isArmed(TrackIndex(t)))
            mayHaveGrown.insert(TrackIndex(t));
    }
    for (TrackIndex track : mayHaveGrown)
        expediteSlots(plan, track);
}

void planNewClips(ReadPlan &plan, LiveSet &set, const TickBudget &prices, const Changes &changes,
    const std::set<SlotId> &pushed)
{
    std::map<TrackIndex, NewOnes> came;
    for (const auto &[slot, fields] : changes.slotFields) {
        if (!fields.has(SlotField::Clip))
            continue;
        plan.expedite({Kind::Scene, slot.scene}); // whether it is empty has no listener
        if (!set.clip(slot))
            continue;
        NewOnes &ofTrack = came[slot.track];
        if (pushed.contains(slot))
            ofTrack.pushed.push_back(slot);
        else
            ofTrack.wereFound = true;
    }
    for (const auto &[track, clips] : came) {
        applyPlayState(set, track);
        applyClipKinds(set, track);
        readNewClips(plan, prices, track, clips);
    }
}

} // namespace clipdeck
