// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/pacer.h"

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
    switch (pace) {
    case Pace::Steady:
        return {6.0, 6.0};
    case Pace::Attentive:
        return {8.0, 60.0};
    default:
        return {16.0, 200.0};
    }
}

// As much as this can be saved up; a reading that is larger waits until the credit is full and leaves a debt.
constexpr double mostSavedMessages = 200;

} // namespace

Allowance Pacer::allowance(qint64 now, Pace pace, const ReadCost &queued, const TickBudget &prices)
{
    const double ticks = static_cast<double>(now - m_lastAt) / tickMs;
    m_lastAt = now;
    m_bursts = pace == Pace::Scan && m_burstMs > 0.0 && prices.msPerRead() < fastMsPerRead;
    if (pace == Pace::Scan) {
        m_ms = m_bursts ? burstScanMs : scanMs;
        m_messages = scanMessages;
    } else {
        m_burstMs = mostBurstMs;
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
    const double ms = prices.msFor(asked);
    if (m_bursts)
        m_burstMs -= std::max(0.0, ms - scanMs);
    m_ms -= ms;
    m_messages -= asked.messages;
}

} // namespace clipdeck
