// SPDX-License-Identifier: GPL-3.0-or-later
// Which readings a set needs, and how often: what is seen first and most often. Pure.
#pragma once

#include "core/live/liveset.h"
#include "core/sync/plan/readplan.h"
#include "core/sync/plan/slotparts.h"

namespace clipdeck {

/// Jobs of lower ranks are read before listeners are started; what else is on screen comes before too.
constexpr int listenersRank = 500;
/// A change of structure is found within five ticks: so often it is looked for, and a tick until the answer.
constexpr qint64 structureEveryMs = 365;

/// What decides about the terms besides the set itself.
struct PlanOptions {
    int firstVisible = 0; ///< Tracks on screen
    int endVisible = 0;
    int firstVisibleScene = 0;
    int endVisibleScene = 0;
    int sends = -1; ///< −1: not counted yet
    bool devices = true;
    bool pushed = true; ///< Live's pushes reach us: what they tell of need not be read often
    bool clipsPushed = false; ///< And each clip on screen is listened to
    bool expensive = true; ///< Live's API is slow: slots are read in small parts
};

/// Whether an API access is so expensive that slots are read in small chunks. With hysteresis: between two limits the former
/// answer stays.
bool isExpensive(bool wasExpensive, double msPerRead);
/// What bounds the parts of slots.
PartSize partSize(const LiveSet &set, const PlanOptions &options);
/// How many of a track's slots have a clip; half of them until they are read.
int expectedClips(const ReadPlan &plan, const LiveSet &set, TrackIndex track);

/// The job that finds tracks and scenes; it is planned before anything is known.
void planStructure(ReadPlan &plan, int tracks);
/// Everything else that the mirror as it stands needs. Jobs that are planned already keep their due times.
void planSet(ReadPlan &plan, const LiveSet &set, const PlanOptions &options);
/// What depends on a track's kind, once that is known: the fold state of groups.
void planByKind(ReadPlan &plan, const LiveSet &set, TrackIndex track, const PlanOptions &options);
/// A scene's own tempo and signature, as long as it has them.
void planSceneTimes(
    ReadPlan &plan, const LiveSet &set, SceneIndex scene, const PlanOptions &options);
/// A track's slots, by what is known of them by now.
void planSlots(ReadPlan &plan, const LiveSet &set, TrackIndex track, const PlanOptions &options);
/// Where a track's playing clip is, and whether it records, as long as one plays.
void planPlaying(ReadPlan &plan, const LiveSet &set, TrackIndex track);
/// One clip that has come, to be read at once; and what is left of it, once it is known to be there.
void planCell(ReadPlan &plan, SlotId slot);
void planCellRest(ReadPlan &plan, SlotId slot);
/// The parameters of a track's devices, once these are known; jobs of devices that are gone are removed.
void planParameters(
    ReadPlan &plan, const LiveSet &set, TrackIndex track, const PlanOptions &options);

} // namespace clipdeck
