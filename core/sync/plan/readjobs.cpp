// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/readjobs.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

} // namespace

std::optional<ReadJob> jobAfterMove(const ReadJob &job, const std::function<int(int)> &trackNow,
    const std::function<int(int)> &sceneNow)
{
    using Scope = std::optional<ReadJob::Scope>;
    const auto trackAfter = [&](TrackIndex track) { return TrackIndex(trackNow(track.value)); };
    const auto sceneAfter = [&](SceneIndex scene) { return SceneIndex(sceneNow(scene.value)); };
    const Scope moved = std::visit(
        Overloaded{
            [](std::monostate all) { return Scope(all); },
            [](const TrackBlock &) { return Scope(); },
            [&](TrackIndex track) {
                const TrackIndex now = trackAfter(track);
                return now.isValid() ? Scope(now) : Scope();
            },
            [&](TrackChunk chunk) {
                chunk.track = trackAfter(chunk.track);
                return chunk.track.isValid() ? Scope(chunk) : Scope();
            },
            [&](SceneIndex scene) {
                const SceneIndex now = sceneAfter(scene);
                return now.isValid() ? Scope(now) : Scope();
            },
            [&](SlotId slot) {
                const SlotId now{trackAfter(slot.track), sceneAfter(slot.scene)};
                return now.track.isValid() && now.scene.isValid() ? Scope(now) : Scope();
            },
            [&](DeviceId device) {
                device.track = trackAfter(device.track);
                return device.track.isValid() ? Scope(device) : Scope();
            },
        },
        job.scope);
    return moved ? std::optional(ReadJob{job.kind, *moved}) : std::nullopt;
}

void sortByObject(std::vector<ReadJob> &jobs)
{
    enum Owner : quint8 { TheSet, OneScene, OneTrack };
    std::ranges::stable_sort(jobs, {}, [](const ReadJob &job) {
        if (job.track().isValid())
            return std::pair(OneTrack, job.track().value);
        const auto *scene = std::get_if<SceneIndex>(&job.scope);
        return scene ? std::pair(OneScene, scene->value) : std::pair(TheSet, 0);
    });
}

std::vector<ReadJob> jobsFor(const ReadPlan &plan, const LiveSet &set, const Target &target)
{
    using Jobs = std::vector<ReadJob>;
    return std::visit(
        Overloaded{
            [](const SongProperty &) { return Jobs{{Kind::Song}}; },
            [&](const TrackProperty &of) {
                const int first = of.track.value / tracksPerBlock * tracksPerBlock;
                const int end = std::min(set.trackCount(), first + tracksPerBlock);
                return Jobs{{Kind::Tracks, trackBlock(first, end)},
                    {Kind::TrackStates, trackBlock(first, end)}, {Kind::Mixer, of.track}};
            },
            [](const SceneProperty &of) {
                return Jobs{
                    {Kind::SceneNames}, {Kind::Scene, of.scene}, {Kind::SceneTimes, of.scene}};
            },
            [&](const ClipProperty &of) { return plan.chunks(Kind::Slots, of.slot.track); },
            [](const ParameterId &of) {
                return Jobs{{Kind::ParameterValues, of.device}};
            },
            [](const auto &) { return Jobs(); },
        },
        target.subject);
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
    case Kind::SceneTimes:
        return true;
    case Kind::Slots:
        return job.chunk() == 0; // where clips are
    default:
        return false;
    }
}

void expediteChunks(ReadPlan &plan, Kind kind, TrackIndex track)
{
    for (const ReadJob &job : plan.chunks(kind, track))
        plan.expedite(job);
}

void expediteSlots(ReadPlan &plan, TrackIndex track)
{
    expediteChunks(plan, Kind::Slots, track);
    expediteChunks(plan, Kind::AudioClips, track);
}

} // namespace clipdeck
