// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/readjobs.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

/// What a job's numbers are about.
enum class About : quint8 {
    Set, ///< All of it, or what is selected in it: there are none
    Block, ///< Tracks from a to b
    Scene, ///< a
    Track, ///< a; b is a part or a device
    Cell, ///< Track a, scene b
};

About aboutOf(Kind kind)
{
    switch (kind) {
    case Kind::Structure:
    case Kind::SongTime:
    case Kind::Song:
    case Kind::SceneNames:
    case Kind::Locators:
    case Kind::SendCount:
    case Kind::Selection:
        return About::Set;
    case Kind::TrackStates:
    case Kind::Tracks:
        return About::Block;
    case Kind::Scene:
    case Kind::SceneTimes:
        return About::Scene;
    case Kind::Cell:
    case Kind::CellRest:
        return About::Cell;
    default:
        return About::Track;
    }
}

} // namespace

std::optional<ReadJob> jobAfterMove(const ReadJob &job, const std::function<int(int)> &trackNow,
    const std::function<int(int)> &sceneNow)
{
    ReadJob moved = job;
    switch (aboutOf(job.kind)) {
    case About::Set:
        return moved;
    case About::Block:
        return std::nullopt;
    case About::Scene:
        moved.a = sceneNow(job.a);
        break;
    case About::Cell:
        moved.b = sceneNow(job.b);
        [[fallthrough]];
    case About::Track:
        moved.a = trackNow(job.a);
        break;
    }
    return moved.a < 0 || moved.b < 0 ? std::nullopt : std::optional(moved);
}

void sortByObject(std::vector<ReadJob> &jobs)
{
    enum Owner : quint8 { TheSet, OneScene, OneTrack };
    std::ranges::stable_sort(jobs, {}, [](const ReadJob &job) {
        switch (aboutOf(job.kind)) {
        case About::Set:
        case About::Block:
            return std::pair(TheSet, 0);
        case About::Scene:
            return std::pair(OneScene, job.a);
        default:
            return std::pair(OneTrack, job.a);
        }
    });
}

std::vector<ReadJob> jobsFor(const ReadPlan &plan, const LiveSet &set, const Target &target)
{
    using Jobs = std::vector<ReadJob>;
    return std::visit(
        Overloaded{
            [](const SongProperty &) { return Jobs{{Kind::Song}}; },
            [&](const TrackProperty &of) {
                const int track = of.track.value;
                const int first = track / tracksPerBlock * tracksPerBlock;
                const int end = std::min(set.trackCount(), first + tracksPerBlock);
                return Jobs{{Kind::Tracks, first, end}, {Kind::TrackStates, first, end},
                    {Kind::Mixer, track}};
            },
            [](const SceneProperty &of) {
                const int scene = of.scene.value;
                return Jobs{{Kind::SceneNames}, {Kind::Scene, scene}, {Kind::SceneTimes, scene}};
            },
            [&](const ClipProperty &of) {
                Jobs out;
                for (ReadJob job{Kind::Slots, of.slot.track.value, 0}; plan.contains(job); ++job.b)
                    out.push_back(job);
                return out;
            },
            [](const ParameterId &of) {
                return Jobs{{Kind::ParameterValues, of.device.track.value, of.device.device.value}};
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
        return job.b == 0; // where clips are
    default:
        return false;
    }
}

void hurryParts(ReadPlan &plan, Kind kind, TrackIndex track)
{
    for (ReadJob job{kind, track.value, 0}; plan.contains(job); ++job.b)
        plan.hurry(job);
}

void hurrySlots(ReadPlan &plan, TrackIndex track)
{
    hurryParts(plan, Kind::Slots, track);
    hurryParts(plan, Kind::AudioClips, track);
}

} // namespace clipdeck
