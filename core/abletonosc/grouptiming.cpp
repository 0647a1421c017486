// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/grouptiming.h"

namespace clipdeck {

namespace {

constexpr qint64 longPauseMs = 60;
constexpr int pausesOfASlowLive = 3;

} // namespace

void GroupTiming::begin()
{
    m_size = {};
    m_first = {};
    m_firstAnswerAt = -1;
    m_lastAnswerAt = -1;
    m_isSpoilt = false;
    m_hasLongPause = false;
}

void GroupTiming::answered(const ReadCost &cost, qint64 now)
{
    if (m_firstAnswerAt < 0) {
        m_firstAnswerAt = now;
        m_first = cost;
    } else if (now - m_lastAnswerAt > longPauseMs) {
        m_hasLongPause = true;
    }
    m_lastAnswerAt = now;
}

std::optional<GroupTiming::Sample> GroupTiming::end()
{
    m_longPauses = m_hasLongPause ? m_longPauses + 1 : 0;
    const bool waitedForATick = m_hasLongPause && m_longPauses < pausesOfASlowLive;
    if (waitedForATick || m_firstAnswerAt < 0 || m_isSpoilt)
        return std::nullopt;
    return Sample{{m_size.reads - m_first.reads, m_size.messages - m_first.messages},
        static_cast<double>(m_lastAnswerAt - m_firstAnswerAt)};
}

} // namespace clipdeck
