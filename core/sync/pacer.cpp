// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pacer.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr double tickMs = 100;

struct Rate {
    double ms; // of Live's time, a tick
    double messages;
};

constexpr Rate rateOf(Pace pace)
{
    return pace == Pace::Steady ? Rate{5.0, 3.5} : Rate{12.0, 60.0};
}

// As much as this can be saved up; a reading that is larger waits until the credit is full and leaves a debt.
constexpr double mostSavedMessages = 120;

} // namespace

Allowance Pacer::allowance(qint64 now, Pace pace, const ReadCost &queued, const TickBudget &prices)
{
    const double ticks = static_cast<double>(now - m_lastAt) / tickMs;
    m_lastAt = now;
    if (pace == Pace::Scan) {
        m_ms = scanMs;
        m_messages = scanMessages;
    } else {
        const Rate rate = rateOf(pace);
        m_ms = std::min(scanMs, m_ms + rate.ms * ticks);
        m_messages = std::min(mostSavedMessages, m_messages + rate.messages * ticks);
    }
    Allowance out;
    out.ms = m_ms - prices.msFor(queued);
    out.most = {prices.mostReads() - queued.reads, static_cast<int>(m_messages) - queued.messages};
    return out;
}

void Pacer::spend(const ReadCost &asked, const TickBudget &prices)
{
    m_ms -= prices.msFor(asked);
    m_messages -= asked.messages;
}

} // namespace clipdeck
