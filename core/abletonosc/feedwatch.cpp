// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/feedwatch.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr std::size_t remembered = 10;
constexpr qint64 forgottenAfterMs = 30000;
constexpr int enoughMissed = 3;

} // namespace

void FeedWatch::pushed(const ListenerKey &key, qint64 now)
{
    m_lastPush[key] = now;
    if (m_expected.erase(key) > 0)
        note(true, now);
}

void FeedWatch::changed(const ListenerKey &key, qint64 now)
{
    const auto told = m_told.find(key);
    if (told != m_told.end() && now - told->second <= graceMs)
        return;
    const auto pushed = m_lastPush.find(key);
    if (pushed != m_lastPush.end() && now - pushed->second <= graceMs)
        note(true, now);
    else
        m_expected.try_emplace(key, now);
}

void FeedWatch::beat(qint64 now)
{
    m_beatDueFrom = now;
    note(true, now);
}

void FeedWatch::setPlaying(bool playing, double bpm, qint64 now)
{
    if (playing != m_playing || bpm != m_bpm)
        m_beatDueFrom = now;
    m_playing = playing;
    m_bpm = bpm;
}

qint64 FeedWatch::beatPatienceMs() const
{
    constexpr double msPerMinute = 60000;
    constexpr qint64 ticks = 400; // a busy Live is late, and the answer to "is it playing?" early
    return static_cast<qint64>(2 * msPerMinute / std::max(20.0, m_bpm)) + ticks;
}

void FeedWatch::advance(qint64 now)
{
    for (auto it = m_expected.begin(); it != m_expected.end();) {
        const bool isMissed = now - it->second > graceMs;
        if (isMissed)
            note(false, now);
        it = isMissed ? m_expected.erase(it) : std::next(it);
    }
    if (m_playing && m_beatDueFrom >= 0 && now - m_beatDueFrom > beatPatienceMs()) {
        m_beatDueFrom = now;
        note(false, now);
    }
}

void FeedWatch::note(bool came, qint64 now)
{
    if (!came) {
        ++m_missed;
        m_lastMissedAt = now;
    }
    m_outcomes.emplace_back(now, came);
    while (m_outcomes.size() > remembered || now - m_outcomes.front().first > forgottenAfterMs)
        m_outcomes.pop_front();
    const auto missed = std::count_if(
        m_outcomes.begin(), m_outcomes.end(), [](const auto &one) { return !one.second; });
    const auto share = static_cast<double>(missed) / static_cast<double>(m_outcomes.size());
    // Between the two limits it stays what it was.
    if (missed >= enoughMissed && share >= 0.6)
        m_isElsewhere = true;
    else if (share <= 0.3)
        m_isElsewhere = false;
}

void FeedWatch::forget()
{
    m_expected.clear();
    m_lastPush.clear();
    m_told.clear();
    m_beatDueFrom = -1;
}

} // namespace clipdeck
