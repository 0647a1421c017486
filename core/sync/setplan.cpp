// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/setplan.h"

#include "core/sync/readers.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

// The order of the first reading: what a performer looks for comes first. A slot's parts follow each other, hence the gaps.
enum Rank : int {
    StructureRank = -1,
    SongRank = 100,
    TracksRank = 200,
    VisibleNamesRank = 300,
    CellRank = 350,
    PositionsRank = 390,
    SceneNamesRank = 400,
    OtherNamesRank = listenersRank,
    VisibleSlotsRank = 600,
    OtherSlotsRank = 700,
    MixerRank = 800,
    ScenesRank = 900,
    SendsRank = 1000,
    AudioClipsRank = 1050,
    GroupSlotsRank = 1050,
    RoutingsRank = 1060,
    DevicesRank = 1100,
    ParametersRank = 1200,
};

// A slot's parts: names come first, then colours, then the rest.
constexpr int firstParts = 2;

int slotRank(bool visible, int part)
{
    if (part < firstParts)
        return (visible ? VisibleNamesRank : OtherNamesRank) + part;
    return (visible ? VisibleSlotsRank : OtherSlotsRank) + part;
}

/// An interval of what is also pushed, and so need not be read often as long as the pushes come.
qint64 unlessPushed(qint64 everyMs, const PlanOptions &options)
{
    constexpr qint64 withoutPushesMs = 1000;
    return options.pushed ? everyMs : std::min(everyMs, withoutPushesMs);
}

void planTrack(ReadPlan &plan, const LiveSet &set, int track, const PlanOptions &options)
{
    const bool visible = track >= options.firstVisible && track < options.endVisible;
    const int parts = slotParts(set.sceneCount());
    for (int part = 0; part < parts; ++part) {
        // Names, colours and what plays come first and most often.
        const qint64 every = (visible ? 1000 : 2000) * (part == 0 ? 1 : 2);
        plan.set({Kind::Slots, track, part},
            {slotRank(visible, part), every, readsOfSlotPart(part, set.sceneCount()), 1});
    }
    for (int part = parts; plan.contains({Kind::Slots, track, part}); ++part)
        plan.remove({Kind::Slots, track, part});
    plan.set({Kind::Mixer, track}, {MixerRank, unlessPushed(15000, options), 25, 8});
    plan.set({Kind::Routings, track}, {RoutingsRank, visible ? 20000 : 60000, 80, 8});
    if (options.sends >= 0)
        plan.set({Kind::Sends, track},
            {SendsRank, visible ? 1500 : 3000, 5 * options.sends, options.sends});
    if (options.devices)
        plan.set({Kind::Devices, track}, {DevicesRank, visible ? 2500 : 5000, 30, 4});
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
    plan.set({Kind::Structure}, {StructureRank, structureEveryMs, 2 * tracks + scenes + 8, 2});
}

void planSet(ReadPlan &plan, const LiveSet &set, const PlanOptions &options)
{
    planStructure(plan, set.trackCount(), set.sceneCount());
    plan.set({Kind::SongTime}, {SongRank, 1000, 8, 4});
    plan.set({Kind::Song}, {SongRank, unlessPushed(15000, options), 60, 28});
    plan.set({Kind::Selection}, {SongRank, 2000, 8 + set.trackCount(), 3});
    for (int first = 0; first < set.trackCount(); first += tracksPerBlock) {
        const int end = std::min(set.trackCount(), first + tracksPerBlock);
        const int tracks = end - first;
        plan.set({Kind::Tracks, first, end},
            {TracksRank, unlessPushed(3000, options), tracks * (readsPerTrack() + 4), 1});
        plan.set({Kind::TrackStates, first, end},
            {TracksRank, unlessPushed(1000, options), tracks * 5, 1});
    }
    for (int track = 0; track < set.trackCount(); ++track)
        planTrack(plan, set, track, options);
    for (int track = 0; track < set.trackCount(); ++track) {
        planByKind(plan, set, TrackIndex(track));
        planPosition(plan, set, TrackIndex(track));
    }
    plan.set({Kind::SceneNames},
        {SceneNamesRank, unlessPushed(4000, options), 2 * set.sceneCount() + 2, 1});
    for (int scene = 0; scene < set.sceneCount(); ++scene)
        plan.set({Kind::Scene, scene}, {ScenesRank, unlessPushed(20000, options), 21, 7});
    plan.set({Kind::SendCount}, {SongRank, 20000, 5, 1});
}

void planByKind(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob fold{Kind::Fold, track.value};
    const Track *owner = set.track(track);
    if (owner && owner->isFoldable)
        plan.set(fold, {MixerRank, 1000, 3, 1});
    else
        plan.remove(fold);
    // A track that nothing is known of yet looks like audio, and audio's attributes raise on others.
    const bool isKnown = owner && (owner->hasAudioInput || owner->hasMidiInput);
    const bool isAudio = isKnown && owner->kind() == TrackKind::Audio;
    const bool isGroup = owner && owner->kind() == TrackKind::Group;
    planParts(plan, Kind::AudioClips, track.value, isAudio ? audioClipParts(set.sceneCount()) : 0,
        {AudioClipsRank, 2500, mostReadsOfPart(set.sceneCount()), 1});
    planParts(plan, Kind::GroupSlots, track.value, isGroup ? groupSlotParts(set.sceneCount()) : 0,
        {GroupSlotsRank, 1500, mostReadsOfPart(set.sceneCount()), 1});
}

void planPosition(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob job{Kind::Position, track.value};
    const Track *owner = set.track(track);
    // Between two readings the song's clock carries it on: clips drift from it only by jumps.
    if (owner && owner->playingSlot >= 0 && !owner->isFoldable)
        plan.set(job, {PositionsRank, 3000, 5, 1});
    else
        plan.remove(job);
}

void planCell(ReadPlan &plan, SlotId slot)
{
    const ReadJob job{Kind::Cell, slot.track.value, slot.scene.value};
    plan.set(job, {CellRank, 0, 5, 1});
    plan.hurry(job);
}

void planCellRest(ReadPlan &plan, SlotId slot)
{
    const ReadJob job{Kind::CellRest, slot.track.value, slot.scene.value};
    plan.set(job, {CellRank + 1, 0, 80, 17});
    plan.hurry(job);
}

void planParameters(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const Track *owner = set.track(track);
    const int devices = owner ? static_cast<int>(owner->devices.size()) : 0;
    for (int d = 0; d < devices; ++d) {
        const auto &parameters = owner->devices[static_cast<std::size_t>(d)].parameters;
        const int count = std::max(40, static_cast<int>(parameters.size()));
        plan.set({Kind::Parameters, track.value, d}, {ParametersRank, 60000, 5 * (4 + count), 5});
        plan.set({Kind::ParameterValues, track.value, d}, {ParametersRank + 1, 1500, 4 + count, 1});
    }
    for (Kind kind : {Kind::Parameters, Kind::ParameterValues}) {
        for (int d = devices; plan.contains({kind, track.value, d}); ++d)
            plan.remove({kind, track.value, d});
    }
}

std::optional<ReadJob> jobAfterMove(const ReadJob &job, const std::function<int(int)> &trackNow,
    const std::function<int(int)> &sceneNow)
{
    ReadJob moved = job;
    switch (job.kind) {
    case Kind::Structure:
    case Kind::SongTime:
    case Kind::Song:
    case Kind::SceneNames:
    case Kind::SendCount:
    case Kind::Selection:
        return moved;
    case Kind::TrackStates:
    case Kind::Tracks:
        return std::nullopt;
    case Kind::Scene:
        moved.a = sceneNow(job.a);
        break;
    case Kind::Cell:
    case Kind::CellRest:
        moved.b = sceneNow(job.b);
        [[fallthrough]];
    default:
        moved.a = trackNow(job.a);
        break;
    }
    return moved.a < 0 || moved.b < 0 ? std::nullopt : std::optional(moved);
}

std::vector<ReadJob> jobsFor(const LiveSet &set, const Target &target)
{
    switch (target.kind) {
    case Target::Kind::Song:
        return {{Kind::Song}};
    case Target::Kind::Track: {
        const int first = target.a / tracksPerBlock * tracksPerBlock;
        const int end = std::min(set.trackCount(), first + tracksPerBlock);
        return {
            {Kind::Tracks, first, end}, {Kind::TrackStates, first, end}, {Kind::Mixer, target.a}};
    }
    case Target::Kind::Scene:
        return {{Kind::SceneNames}, {Kind::Scene, target.a}};
    case Target::Kind::Clip: {
        std::vector<ReadJob> out;
        for (int part = 0; part < slotParts(set.sceneCount()); ++part)
            out.push_back({Kind::Slots, target.a, part});
        return out;
    }
    case Target::Kind::Parameter:
        return {{Kind::ParameterValues, target.a, target.b}};
    default:
        return {};
    }
}

bool isPushed(const ReadJob &job)
{
    switch (job.kind) {
    case Kind::SongTime:
    case Kind::Song:
    case Kind::TrackStates:
    case Kind::Tracks:
    case Kind::SceneNames:
    case Kind::Mixer:
    case Kind::Scene:
        return true;
    case Kind::Slots:
        return job.b == 0; // where clips are
    default:
        return false;
    }
}

} // namespace clipdeck
