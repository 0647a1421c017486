// SPDX-License-Identifier: GPL-3.0-or-later
// Which readings a set needs, and how often: what is seen first and most often. Pure.
#pragma once

#include "core/live/liveset.h"
#include "core/sync/readplan.h"

namespace clipdeck {

/// What decides about the terms besides the set itself.
struct PlanOptions {
    int firstVisible = 0; ///< Tracks on screen
    int endVisible = 0;
    int sends = -1; ///< −1: not counted yet
    bool devices = true;
};

/// The job that finds tracks and scenes; it is planned before anything is known.
void planStructure(ReadPlan &plan, int tracks, int scenes);
/// Everything else that the mirror as it stands needs. Jobs that are planned already keep their due times.
void planSet(ReadPlan &plan, const LiveSet &set, const PlanOptions &options);
/// What depends on a track's kind, once that is known: the fold state of groups.
void planByKind(ReadPlan &plan, const LiveSet &set, TrackIndex track);
/// Where a track's playing clip is, as long as one plays.
void planPosition(ReadPlan &plan, const LiveSet &set, TrackIndex track);
/// The parameters of a track's devices, once these are known; jobs of devices that are gone are removed.
void planParameters(ReadPlan &plan, const LiveSet &set, TrackIndex track);

/// Tracks that one question covers: about 200 properties, 20 ms of Live's time.
constexpr int tracksPerBlock = 16;

} // namespace clipdeck
