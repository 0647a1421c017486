// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/tickbudget.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr double leastPrice = 0.0005; // ms

/// Moves a price towards what was seen, as far as it had its share in it. A dearer answer is believed at once, a cheaper
/// one by and by: the mistake that hurts is to ask too much.
void adapt(double &price, bool &isKnown, double share, double ratio)
{
    constexpr double mainPart = 0.6;
    const bool isFirst = !isKnown && share >= mainPart;
    const double weight = isFirst ? 1.0 : ratio > 1.0 ? 0.7 : 0.3;
    price = std::max(leastPrice, price * (1.0 + weight * share * (ratio - 1.0)));
    isKnown = isKnown || isFirst;
}

} // namespace

void TickBudget::learn(const ReadCost &size, double spreadMs)
{
    constexpr int enoughReads = 60; // the spread of a smaller group is mostly noise
    if (size.reads < enoughReads)
        return;
    const double believed = msFor(size);
    // Nothing is answered in no time: below a millisecond the clock says no more.
    const double ratio = std::max(spreadMs, 0.3) / believed;
    const double readShare = m_perRead * size.reads / believed;
    adapt(m_perRead, m_knowsReads, readShare, ratio);
    adapt(m_perMessage, m_knowsMessages, 1.0 - readShare, ratio);
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
