// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/setplan.h"

#include "core/sync/readers.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

// The order of the first reading: what a performer looks for comes first. A slot's parts follow each other, hence the gaps.
enum Rank : int {
    StructureRank = 0,
    SongRank = 100,
    TracksRank = 200,
    VisibleNamesRank = 300,
    PositionsRank = 390,
    SceneNamesRank = 400,
    OtherNamesRank = 500,
    VisibleSlotsRank = 600,
    OtherSlotsRank = 700,
    MixerRank = 800,
    AudioClipsRank = 850,
    GroupSlotsRank = 850,
    ScenesRank = 900,
    SendsRank = 1000,
    RoutingsRank = 1050,
    DevicesRank = 1100,
    ParametersRank = 1200,
};

int slotRank(bool visible, int part)
{
    if (part == 0)
        return visible ? VisibleNamesRank : OtherNamesRank;
    return (visible ? VisibleSlotsRank : OtherSlotsRank) + part;
}

void planTrack(ReadPlan &plan, const LiveSet &set, int track, const PlanOptions &options)
{
    const bool visible = track >= options.firstVisible && track < options.endVisible;
    for (int part = 0; part < slotParts(set.sceneCount()); ++part) {
        // Names, colours and what plays come first and most often.
        const qint64 every = (visible ? 1000 : 2500) * (part == 0 ? 1 : 2);
        plan.set({Kind::Slots, track, part},
            {slotRank(visible, part), every, readsOfSlotPart(part, set.sceneCount()), 1});
    }
    // The mixer's values are pushed; this reading is for what a push may have missed.
    plan.set({Kind::Mixer, track}, {MixerRank, visible ? 6000 : 12000, 11, 8});
    plan.set({Kind::Routings, track}, {RoutingsRank, visible ? 10000 : 30000, 68, 8});
    if (options.sends >= 0)
        plan.set({Kind::Sends, track},
            {SendsRank, visible ? 2000 : 8000, 2 * options.sends, options.sends});
    if (options.devices)
        plan.set({Kind::Devices, track}, {DevicesRank, visible ? 4000 : 8000, 12, 3});
}

/// The parts of one kind for a track, which has none of them if it is not of that kind.
void planParts(ReadPlan &plan, Kind kind, int track, int parts, const ReadTerms &terms)
{
    for (int part = 0; part < parts; ++part)
        plan.set({kind, track, part}, terms);
    for (int part = parts; plan.contains({kind, track, part}); ++part)
        plan.remove({kind, track, part});
}

} // namespace

void planStructure(ReadPlan &plan, int tracks, int scenes)
{
    plan.set({Kind::Structure}, {StructureRank, 400, std::max(16, tracks + scenes), 2});
}

void planSet(ReadPlan &plan, const LiveSet &set, const PlanOptions &options)
{
    planStructure(plan, set.trackCount(), set.sceneCount());
    plan.set({Kind::SongTime}, {SongRank, 400, 4, 4});
    plan.set({Kind::Song}, {SongRank, 3000, 36, 28});
    plan.set({Kind::Selection}, {SongRank, 1000, 8 + set.trackCount(), 3});
    for (int first = 0; first < set.trackCount(); first += tracksPerBlock) {
        const int end = std::min(set.trackCount(), first + tracksPerBlock);
        // Both are pushed too.
        plan.set(
            {Kind::Tracks, first, end}, {TracksRank, 3000, (end - first) * readsPerTrack(), 1});
        plan.set({Kind::TrackStates, first, end}, {TracksRank, 1000, (end - first) * 2, 1});
    }
    for (int track = 0; track < set.trackCount(); ++track)
        planTrack(plan, set, track, options);
    for (int track = 0; track < set.trackCount(); ++track)
        planPosition(plan, set, TrackIndex(track));
    plan.set({Kind::SceneNames}, {SceneNamesRank, 2000, set.sceneCount(), 1});
    for (int scene = 0; scene < set.sceneCount(); ++scene)
        plan.set({Kind::Scene, scene}, {ScenesRank, 8000, 7, 7});
    plan.set({Kind::SendCount}, {SongRank, 60000, 2, 1});
}

void planByKind(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob fold{Kind::Fold, track.value};
    const Track *owner = set.track(track);
    if (owner && owner->isFoldable)
        plan.set(fold, {MixerRank, 1000, 1, 1});
    else
        plan.remove(fold);
    const bool isAudio = owner && owner->kind() == TrackKind::Audio;
    const bool isGroup = owner && owner->kind() == TrackKind::Group;
    planParts(plan, Kind::AudioClips, track.value, isAudio ? audioClipParts(set.sceneCount()) : 0,
        {AudioClipsRank, 10000, mostReadsOfPart(set.sceneCount()), 1});
    planParts(plan, Kind::GroupSlots, track.value, isGroup ? groupSlotParts(set.sceneCount()) : 0,
        {GroupSlotsRank, 1500, mostReadsOfPart(set.sceneCount()), 1});
}

void planPosition(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob job{Kind::Position, track.value};
    const Track *owner = set.track(track);
    // Between two readings the song's clock carries it on: clips drift from it only by jumps.
    if (owner && owner->playingSlot >= 0 && !owner->isFoldable)
        plan.set(job, {PositionsRank, 2000, 1, 1});
    else
        plan.remove(job);
}

void planParameters(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const Track *owner = set.track(track);
    const int devices = owner ? static_cast<int>(owner->devices.size()) : 0;
    for (int d = 0; d < devices; ++d) {
        const auto parameters = owner->devices[static_cast<std::size_t>(d)].parameters.size();
        const int reads = 5 * std::max(40, static_cast<int>(parameters));
        plan.set({Kind::Parameters, track.value, d}, {ParametersRank, 20000, reads, 5});
    }
    for (int d = devices; plan.contains({Kind::Parameters, track.value, d}); ++d)
        plan.remove({Kind::Parameters, track.value, d});
}

} // namespace clipdeck
