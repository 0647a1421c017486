// SPDX-License-Identifier: GPL-3.0-or-later
// Reads clips one by one in what a tick has left, where no whole part of a track's slots fits any more.
#pragma once

#include "core/abletonosc/querypipe.h"
#include "core/sync/plan/readplan.h"
#include "core/sync/readers/jobrunner.h"
#include "core/sync/readers/readercontext.h"

#include <functional>
#include <optional>

namespace clipdeck {

/// Where Live's API is slow, a part is one attribute of a track's slots, a third of what a tick may take: what is left
/// would be lost. A clip's own getter costs no more than its share of such a part, so one part at a time is taken out of
/// the plan and read clip by clip, over some ticks: the one with the fewest clips, as the empty slots cost nothing that
/// way. Single-threaded.
class GapReader {
public:
    /// Must outlive it.
    GapReader(ReadPlan &plan, QueryPipe &pipe, const ReaderContext &context);

    /// Asks for as many clips as fit; what they cost.
    ReadCost fill(const Allowance &left, const TickBudget &prices, qint64 now);
    /// Tracks or scenes move: the plan gets its part back.
    void abandon();

    /// Called when a part ended that was under way since `startedAt`. Must be set.
    std::function<void(const ReadJob &part, JobEnd end, qint64 startedAt)> ended;

private:
    /// A part that is being read.
    struct Part {
        ReadJob job;
        ClipField field;
        int nextScene = 0;
        int underWay = 0; ///< Readings of some clips each
        JobEnd worst = JobEnd::Read;
        qint64 startedAt = 0;
    };

    std::optional<Part> choose(qint64 now) const;
    std::optional<ClipField> fieldOf(const ReadJob &job) const;
    ReadCost ask(const Allowance &left, const TickBudget &prices);
    void endIfDone();

    ReadPlan &m_plan;
    QueryPipe &m_pipe;
    const ReaderContext &m_context;
    std::optional<Part> m_part;
    int m_turn = 0; ///< Tells answers about this part from those about one before
};

} // namespace clipdeck
