// SPDX-License-Identifier: GPL-3.0-or-later
// How long AbletonOSC took for a group of queries, as far as its answers tell. Pure; `now` in ms.
#pragma once

#include "core/abletonosc/tickbudget.h"

#include <QtGlobal>

#include <optional>

namespace clipdeck {

/// One group after the other: begin(), add() for what is sent, answered() for what comes back, end().
class GroupTiming {
public:
    struct Sample {
        ReadCost cost;
        double ms = 0.0; ///< Of Live's main thread
    };

    void begin();
    void add(const ReadCost &cost) { m_size += cost; }
    /// What the group has cost so far.
    const ReadCost &size() const { return m_size; }
    void answered(const ReadCost &cost, qint64 now);
    /// A part of the group was lost or refused: its time tells nothing.
    void spoil() { m_isSpoilt = true; }
    /// The time from the first answer to the last, without the cost of the first: it had been read when the clock began to
    /// run. Nothing where the group tells nothing: a long pause is likely the wait for another tick, unless several groups in a
    /// row have one.
    std::optional<Sample> end();

private:
    ReadCost m_size;
    ReadCost m_first; ///< Of the query that was answered first
    qint64 m_firstAnswerAt = -1;
    qint64 m_lastAnswerAt = -1;
    bool m_isSpoilt = false;
    bool m_hasLongPause = false;
    int m_longPauses = 0; ///< Groups with one, in a row
};

} // namespace clipdeck
