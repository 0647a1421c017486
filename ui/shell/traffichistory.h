// SPDX-License-Identifier: GPL-3.0-or-later
// How much was asked of Live lately, tick by tick. Pure.
#pragma once

#include <QtGlobal>

#include <vector>

namespace clipdeck {

/// Messages a tick of AbletonOSC's (100 ms), averaged over each span between two counts.
class TrafficHistory {
public:
    static constexpr int spans = 12;
    static constexpr double tickMs = 100.0;

    /// `sent`: messages since the start. `now` in ms. The first count only begins; a count that went back (another
    /// connection) begins anew.
    void count(int sent, qint64 now);
    /// Oldest first.
    const std::vector<int> &bars() const { return m_bars; }
    /// Over all that is kept, rounded.
    int perTick() const;

private:
    std::vector<int> m_bars;
    int m_sent = -1;
    qint64 m_at = 0;
};

} // namespace clipdeck
