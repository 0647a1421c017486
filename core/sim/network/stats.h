// SPDX-License-Identifier: GPL-3.0-or-later
// How a stand-in's ticks went: for measurements, and for tests that ask how kind a client is to Live.
#pragma once

#include "core/sim/network/wire.h"

#include <deque>

namespace clipdeck::sim {

class TickStats {
public:
    /// Forgets all; time counts from `now` (seconds).
    void reset(double now);
    /// One tick: `busy` seconds of Live's main thread, for so many datagrams.
    void add(double busy, int datagrams);
    void late() { ++m_late; }
    void restarted() { ++m_restarts; }

    /// In the names of the control channel (README.md), with what the wire counted.
    QJsonObject toJson(const WireCounts &counts, double now) const;

private:
    QJsonObject busyToJson() const;

    static constexpr std::size_t kept = 600; ///< Ticks that the percentiles are of

    double m_since = 0.0;
    int m_ticks = 0;
    int m_late = 0;
    int m_restarts = 0;
    double m_busy = 0.0;
    double m_longest = 0.0;
    int m_mostDatagrams = 0;
    std::deque<double> m_recent;
};

} // namespace clipdeck::sim
