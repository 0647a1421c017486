// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/overduecells.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

constexpr qint64 lookEveryMs = 500;
// Longer than this between two looks, and it was this program or the machine that slept.
constexpr qint64 sleptMs = 3000;

template <class Index>
std::map<Index, qint64> shownSince(
    const std::map<Index, qint64> &before, Index first, Index end, qint64 now)
{
    std::map<Index, qint64> out;
    for (Index at = first; at < end; ++at.value) {
        const auto known = before.find(at);
        out[at] = known != before.end() ? known->second : now;
    }
    return out;
}

} // namespace

bool isOverdue(const CellNews &news, qint64 now)
{
    return !news.isListened && now - std::max(news.readAt, news.shownSince) > overdueAfterMs;
}

OverdueCells::OverdueCells(LiveSet &set, Sources sources)
    : m_set(set)
    , m_sources(std::move(sources))
{
}

void OverdueCells::setVisible(const CellRange &range, qint64 now)
{
    m_visible = range;
    m_tracksSince = shownSince(m_tracksSince, range.firstTrack, range.endTrack, now);
    m_scenesSince = shownSince(m_scenesSince, range.firstScene, range.endScene, now);
    m_lookedAt = now - lookEveryMs;
}

void OverdueCells::startAnew(qint64 now)
{
    for (SlotId slot : std::exchange(m_overdue, {}))
        m_set.applyOverdue(slot, false);
    for (auto &[track, since] : m_tracksSince)
        since = now;
    m_lookedAt = now;
}

void OverdueCells::update(qint64 now)
{
    if (now - m_lookedAt < lookEveryMs)
        return;
    if (now - m_lookedAt >= sleptMs)
        startAnew(now);
    m_lookedAt = now;
    std::set<SlotId> overdue;
    const CellRange range = m_visible.within(m_set.trackCount(), m_set.sceneCount());
    for (TrackIndex track = range.firstTrack; track < range.endTrack; ++track.value) {
        const qint64 readAt = m_sources.readAt(track);
        for (SceneIndex scene = range.firstScene; scene < range.endScene; ++scene.value) {
            const SlotId slot{track, scene};
            CellNews news{
                false, readAt, std::max(m_tracksSince.at(track), m_scenesSince.at(scene))};
            if (!isOverdue(news, now))
                continue; // read in time: as a rule, and asked first as it costs least
            news.isListened = m_sources.isListened(slot);
            if (isOverdue(news, now))
                overdue.insert(slot);
        }
    }
    for (SlotId slot : m_overdue) {
        if (!overdue.contains(slot))
            m_set.applyOverdue(slot, false);
    }
    for (SlotId slot : overdue)
        m_set.applyOverdue(slot, true);
    m_overdue = std::move(overdue);
}

} // namespace clipdeck
