// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push/meterwatch.h"

#include "core/sync/push/setlisteners.h"

#include <algorithm>

namespace clipdeck {

void MeterWatch::setWanted(TrackIndex first, int count)
{
    m_first = std::max(0, first.value);
    m_end = m_first + std::max(0, count);
}

std::set<ListenerKey> MeterWatch::wanted(const LiveSet &set) const
{
    std::set<ListenerKey> out;
    for (int t = m_first; t < std::min(m_end, set.trackCount()); ++t) {
        for (const ListenerKey &key : meterListeners(t, set.track(TrackIndex(t))->hasAudioOutput))
            out.insert(key);
    }
    return out;
}

MeterWatch::Difference MeterWatch::update(const LiveSet &set)
{
    const std::set<ListenerKey> now = wanted(set);
    Difference out;
    std::set_difference(
        now.begin(), now.end(), m_held.begin(), m_held.end(), std::back_inserter(out.start));
    std::set_difference(
        m_held.begin(), m_held.end(), now.begin(), now.end(), std::back_inserter(out.stop));
    m_held = now;
    return out;
}

void MeterWatch::rename(
    const std::function<std::optional<ListenerKey>(const ListenerKey &)> &keyNow)
{
    std::set<ListenerKey> moved;
    for (const ListenerKey &key : m_held) {
        if (const std::optional<ListenerKey> now = keyNow(key))
            moved.insert(*now);
    }
    m_held = std::move(moved);
}

} // namespace clipdeck
