// SPDX-License-Identifier: GPL-3.0-or-later
// How much may be asked of Live in one tick, learned from how long its answers take.
#pragma once

namespace clipdeck {

/// AbletonOSC runs on Live's main thread, so every property it reads for us costs the musician. The cost of a read is
/// estimated from the time between the first and the last answer of a group that was answered in one tick.
/// Pure: all times are arguments, in milliseconds; a "read" is one property of one object.
class TickBudget {
public:
    /// A group of `reads` was answered within `spreadMs` (first to last answer).
    void learn(int reads, double spreadMs);
    /// How many reads fit into `serverMs` of Live's time. Grows by at most `growth` times what was last proven.
    int readsWithin(double serverMs) const;
    /// What a read is believed to cost, in ms of Live's main thread.
    double costMs() const { return m_costMs; }

    static constexpr int firstReads = 300; ///< Before anything is known
    static constexpr int mostReads = 60000;
    static constexpr int growth = 6;

private:
    double m_costMs = 0.12; ///< Between the rig's 0.002 and Live 12's published 0.25 for a getter
    bool m_known = false;
    int m_proven = firstReads;
};

} // namespace clipdeck
