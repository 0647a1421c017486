// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/traffichistory.h"

#include <cmath>
#include <numeric>

namespace clipdeck {

void TrafficHistory::count(int sent, qint64 now)
{
    const bool begins = m_sent < 0 || sent < m_sent;
    if (!begins && now <= m_at)
        return;
    if (begins)
        m_bars.clear();
    else
        m_bars.push_back(static_cast<int>(
            std::lround((sent - m_sent) * tickMs / static_cast<double>(now - m_at))));
    if (static_cast<int>(m_bars.size()) > spans)
        m_bars.erase(m_bars.begin());
    m_sent = sent;
    m_at = now;
}

int TrafficHistory::perTick() const
{
    if (m_bars.empty())
        return 0;
    const double sum = std::accumulate(m_bars.begin(), m_bars.end(), 0);
    return static_cast<int>(std::lround(sum / static_cast<double>(m_bars.size())));
}

} // namespace clipdeck
