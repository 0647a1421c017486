// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/tickbudget.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr double leastPerRead = 0.0005; // ms
constexpr double leastPerMessage = 0.005;
constexpr double fading = 0.6; // of what was seen before, with each new group

} // namespace

TickBudget::TickBudget()
{
    // Two artificial groups, one of each kind, at the assumed costs.
    for (const ReadCost &size : {ReadCost{300, 10}, ReadCost{100, 100}})
        add(size, msFor(size));
    // What is measured outweighs what was assumed, from the first group on.
    constexpr double assumedWeight = 0.3;
    m_seen.fade(assumedWeight);
}

void TickBudget::add(const ReadCost &size, double ms)
{
    // Long times are measured more exactly than short ones, yet their squares would weigh too much.
    const double weight = 1.0 / (ms + 2.0);
    const double reads = size.reads;
    const double messages = size.messages;
    m_seen.readsReads += weight * reads * reads;
    m_seen.readsMessages += weight * reads * messages;
    m_seen.messagesMessages += weight * messages * messages;
    m_seen.readsMs += weight * reads * ms;
    m_seen.messagesMs += weight * messages * ms;
}

void TickBudget::fit()
{
    // Regularisation: groups of one mix cannot tell the two costs apart. So one artificial sample is always included, of a
    // hundred messages without an API access.
    constexpr double usualMessages = 100.0;
    constexpr double usualPerMessage = 0.1;
    constexpr double weight = 1.0 / (usualMessages * usualPerMessage + 2.0);
    Seen s = m_seen;
    s.messagesMessages += weight * usualMessages * usualMessages;
    s.messagesMs += weight * usualMessages * usualMessages * usualPerMessage;
    const double determinant
        = s.readsReads * s.messagesMessages - s.readsMessages * s.readsMessages;
    m_perRead = (s.readsMs * s.messagesMessages - s.messagesMs * s.readsMessages) / determinant;
    m_perMessage = (s.messagesMs * s.readsReads - s.readsMs * s.readsMessages) / determinant;
    if (m_perMessage < leastPerMessage) {
        m_perMessage = leastPerMessage;
        m_perRead = (s.readsMs - leastPerMessage * s.readsMessages) / s.readsReads;
    } else if (m_perRead < leastPerRead) {
        m_perRead = leastPerRead;
        m_perMessage = (s.messagesMs - leastPerRead * s.readsMessages) / s.messagesMessages;
    }
    m_perRead = std::max(leastPerRead, m_perRead);
    m_perMessage = std::max(leastPerMessage, m_perMessage);
}

void TickBudget::lower(const ReadCost &size, double spreadMs)
{
    constexpr double noiseMs = 1.0; // the clock says no less
    const double most = std::max(noiseMs, 2 * spreadMs);
    const double believed = msFor(size);
    if (believed <= most)
        return;
    const double factor = most / believed;
    for (double *ms : {&m_perRead, &m_perMessage, &m_seen.readsMs, &m_seen.messagesMs})
        *ms *= factor;
    m_perRead = std::max(leastPerRead, m_perRead);
    m_perMessage = std::max(leastPerMessage, m_perMessage);
}

void TickBudget::learn(const ReadCost &size, double spreadMs)
{
    if (size.reads < enoughReads) {
        lower(size, spreadMs);
        return;
    }
    // Nothing is answered in no time: below a millisecond the clock says no more.
    const double ms = std::max(spreadMs, 0.3);
    m_seen.fade(fading);
    add(size, ms);
    fit();
    // The mistake that hurts is to ask too much, so a group that was dearer than its prices say is believed at once.
    constexpr double noise = 1.5;
    if (const double dearer = ms / msFor(size); dearer > noise) {
        m_perRead *= dearer;
        m_perMessage *= dearer;
    }
    m_proven = std::max(size.reads, m_proven * 9 / 10);
}

double TickBudget::msFor(const ReadCost &size) const
{
    return m_perRead * size.reads + m_perMessage * size.messages;
}

int TickBudget::mostReads() const
{
    return std::max(firstReads, growth * m_proven);
}

} // namespace clipdeck
