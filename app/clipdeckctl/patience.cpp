// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/patience.h"

namespace clipdeck {

Patience::Patience(qint64 limitMs, qint64 now)
    : m_limitMs(limitMs)
    , m_since(now)
{
}

bool Patience::isOver(qint64 progress, qint64 now)
{
    if (progress > m_progress) {
        m_progress = progress;
        m_since = now;
    }
    return now - m_since >= m_limitMs;
}

} // namespace clipdeck
