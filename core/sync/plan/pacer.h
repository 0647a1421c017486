// SPDX-License-Identifier: GPL-3.0-or-later
// How much of Live's time and of the network the readings may take, by what there is to do. Pure.
#pragma once

#include "core/sync/plan/readplan.h"

namespace clipdeck {

/// What the readings are for at the moment.
enum class Pace {
    Scan, ///< Something was never read: as much as Live takes without a stutter
    CatchUp, ///< Pushes were missed, or listeners are to be started: soon, but not at once
    Attentive, ///< Somebody edits the set in Live, so more edits are to be expected, also such as Live does not push
    Steady, ///< All is well: seldom
};

/// An allowance a group. In Scan it is the same for each; else it is saved up over time, so that a large reading gets its
/// turn and yet costs no more on average than small ones.
///
/// | pace | ms of Live's time | messages |
/// |---|---|---|
/// | Scan | 37 a group, which is a tick | 800 a group |
/// | Scan where Live answers fast, for the first 600 ms beyond that | 80 a group | 800 a group |
/// | CatchUp | 16 a tick | 200 a tick |
/// | Attentive | 8 a tick | 60 a tick |
/// | Steady | 6 a tick | 6 a tick |
class Pacer {
public:
    /// What the next group may be; `queued` is in it already.
    Allowance allowance(qint64 now, Pace pace, const ReadCost &queued, const TickBudget &prices);
    /// What was asked of it.
    void spend(const ReadCost &asked, const TickBudget &prices);

    /// Whether the allowance given last is a burst: the first reading will be over in a moment, and listeners can wait.
    bool isBursting() const { return m_bursts; }

    static constexpr double scanMs = 37; ///< With the tick's other work, 40 are not passed
    /// Where a first reading is over within a second, that is better than to disturb for three.
    static constexpr double burstScanMs = 80;
    static constexpr double mostBurstMs = 600;
    static constexpr double fastMsPerRead = 0.004;
    static constexpr int scanMessages = 800;

private:
    double m_ms = scanMs;
    double m_messages = scanMessages;
    double m_burstMs = mostBurstMs; ///< What is left of it; whole again after the first reading
    bool m_bursts = false;
    qint64 m_lastAt = 0;
};

} // namespace clipdeck
