// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan's jobs are about: where they are after a move, which of them read a target, which Live pushes too. Pure.
#pragma once

#include "core/live/liveset.h"
#include "core/sync/plan/readplan.h"

#include <functional>
#include <optional>
#include <vector>

namespace clipdeck {

/// The job that reads the same thing after tracks and scenes moved, or nothing if that is gone. Jobs about blocks of
/// tracks are gone: they are planned anew.
std::optional<ReadJob> jobAfterMove(const ReadJob &job, const std::function<int(int)> &trackNow,
    const std::function<int(int)> &sceneNow);
/// The jobs that read what a target is about: all of them must have ended for it to be known anew.
std::vector<ReadJob> jobsFor(const ReadPlan &plan, const LiveSet &set, const Target &target);
/// What a track has of one kind of parts is due now.
void expediteChunks(ReadPlan &plan, ReadJob::Kind kind, TrackIndex track);
/// All that is known of a track's clips is due now.
void expediteSlots(ReadPlan &plan, TrackIndex track);
/// Puts jobs about one track or scene beside each other. In a group their order does not matter, but what has gone costs
/// a tick for each datagram that it is asked for in.
void sortByObject(std::vector<ReadJob> &jobs);
/// Whether a job reads what Live also pushes.
bool isPushed(const ReadJob &job);

} // namespace clipdeck
