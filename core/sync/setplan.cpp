// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/setplan.h"

#include "core/sync/readers.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

// The order of the first reading: what a performer looks for comes first.
enum Rank : quint8 {
    StructureRank,
    SongRank,
    TracksRank,
    VisibleSlotsRank,
    SceneNamesRank,
    OtherSlotsRank,
    MixerRank,
    ScenesRank,
    SendsRank,
    DevicesRank,
    ParametersRank,
};

void planTrack(ReadPlan &plan, const LiveSet &set, int track, const PlanOptions &options)
{
    const bool visible = track >= options.firstVisible && track < options.endVisible;
    const int slotReads = std::max(1, set.sceneCount() * readsPerSlot());
    plan.set({Kind::Slots, track},
        {visible ? VisibleSlotsRank : OtherSlotsRank, visible ? 1200 : 2800, slotReads,
            1 + slotReads / 1500});
    // The mixer's values are pushed; this reading is for what a push may have missed.
    plan.set({Kind::Mixer, track}, {MixerRank, visible ? 6000 : 12000, 8, 6});
    plan.set(
        {Kind::Sends, track}, {SendsRank, visible ? 2000 : 8000, 2 * options.sends, options.sends});
    if (options.devices)
        plan.set({Kind::Devices, track}, {DevicesRank, visible ? 4000 : 8000, 12, 3});
}

} // namespace

void planStructure(ReadPlan &plan, int tracks, int scenes)
{
    plan.set({Kind::Structure}, {StructureRank, 300, std::max(16, 2 * tracks + scenes), 2});
}

void planSet(ReadPlan &plan, const LiveSet &set, const PlanOptions &options)
{
    planStructure(plan, set.trackCount(), set.sceneCount());
    plan.set({Kind::SongTime}, {SongRank, 400, 4, 4});
    plan.set({Kind::Song}, {SongRank, 3000, 26, 26});
    for (int first = 0; first < set.trackCount(); first += tracksPerBlock) {
        const int end = std::min(set.trackCount(), first + tracksPerBlock);
        plan.set(
            {Kind::Tracks, first, end}, {TracksRank, 1500, (end - first) * readsPerTrack(), 1});
        plan.set({Kind::TrackStates, first, end}, {TracksRank, 500, (end - first) * 2, 1});
    }
    for (int track = 0; track < set.trackCount(); ++track)
        planTrack(plan, set, track, options);
    plan.set({Kind::SceneNames}, {SceneNamesRank, 2000, set.sceneCount(), 1});
    for (int scene = 0; scene < set.sceneCount(); ++scene)
        plan.set({Kind::Scene, scene}, {ScenesRank, 8000, 7, 7});
    plan.set({Kind::SendCount}, {MixerRank, 60000, 2, 1});
}

void planByKind(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob fold{Kind::Fold, track.value};
    const Track *owner = set.track(track);
    if (owner && owner->isFoldable)
        plan.set(fold, {MixerRank, 1000, 1, 1});
    else
        plan.remove(fold);
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
