// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/tickbudget.h"

#include <algorithm>

namespace clipdeck {

void TickBudget::learn(int reads, double spreadMs)
{
    constexpr int enough = 40; // a smaller group's spread is mostly noise
    if (reads < enough)
        return;
    constexpr double leastCost = 0.0005;
    const double seen = std::max(leastCost, spreadMs / reads);
    // A dearer answer is believed at once, a cheaper one only by and by: the mistake that hurts is to ask too much.
    const double weight = !m_known ? 1.0 : seen > m_costMs ? 0.7 : 0.4;
    m_costMs += (seen - m_costMs) * weight;
    m_known = true;
    m_proven = std::clamp(std::max(reads, m_proven / 2), firstReads, mostReads);
}

int TickBudget::readsWithin(double serverMs) const
{
    const double byCost = serverMs / m_costMs;
    const double byGrowth = m_known ? double(growth) * m_proven : firstReads;
    return static_cast<int>(std::clamp(std::min(byCost, byGrowth), 10.0, double(mostReads)));
}

} // namespace clipdeck
