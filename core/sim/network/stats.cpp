// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/network/stats.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// Milliseconds with three digits behind the point.
double shown(double seconds)
{
    return std::round(seconds * 1e6) / 1e3;
}

QJsonObject counted(const QHash<QString, int> &counts)
{
    QJsonObject out;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

} // namespace

void TickStats::reset(double now)
{
    *this = {};
    m_since = now;
}

void TickStats::add(double busy, int datagrams)
{
    ++m_ticks;
    m_busy += busy;
    m_longest = std::max(m_longest, busy);
    m_mostDatagrams = std::max(m_mostDatagrams, datagrams);
    m_recent.push_back(busy);
    if (m_recent.size() > kept)
        m_recent.pop_front();
}

QJsonObject TickStats::busyToJson() const
{
    std::vector<double> sorted(m_recent.begin(), m_recent.end());
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double share) {
        return sorted.empty()
            ? 0.0
            : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    QJsonArray last;
    const std::size_t count = std::min<std::size_t>(10, m_recent.size());
    for (std::size_t i = m_recent.size() - count; i < m_recent.size(); ++i)
        last.append(shown(m_recent[i]));
    return {{u"mean"_s, shown(m_busy / std::max(1, m_ticks))}, {u"max"_s, shown(m_longest)},
        {u"p50"_s, shown(at(0.5))}, {u"p99"_s, shown(at(0.99))}, {u"last"_s, last}};
}

QJsonObject TickStats::toJson(const WireCounts &counts, double now) const
{
    return {
        {u"uptime_s"_s, std::round((now - m_since) * 1000.0) / 1000.0},
        {u"ticks"_s, m_ticks},
        {u"late_ticks"_s, m_late},
        {u"restarts"_s, m_restarts},
        {u"tick_busy_ms"_s, busyToJson()},
        {u"datagrams_per_tick_max"_s, m_mostDatagrams},
        {u"in"_s,
            QJsonObject{{u"datagrams"_s, counts.received}, {u"bytes"_s, counts.bytesIn},
                {u"dropped_by_fault"_s, counts.droppedIn},
                {u"dropped_buffer_full"_s, counts.overflow}}},
        {u"out"_s,
            QJsonObject{{u"datagrams"_s, counts.sent}, {u"bytes"_s, counts.bytesOut},
                {u"dropped_by_fault"_s, counts.droppedOut}, {u"oversize"_s, counts.oversize},
                {u"largest"_s, counts.largestOut}, {u"stolen"_s, counts.stolen}}},
        {u"incoming_addresses"_s, counted(counts.addressesIn)},
        {u"outgoing_addresses"_s, counted(counts.addressesOut)},
        {u"live_errors"_s, QJsonArray::fromStringList(counts.errors)},
    };
}

} // namespace clipdeck::sim
