// SPDX-License-Identifier: GPL-3.0-or-later
// How long a command waits for something that does not get on.
#pragma once

#include <QtGlobal>

namespace clipdeck {

/// Runs out when nothing has got on for a while, however much else is heard of Live meanwhile. Times in ms of one clock.
class Patience {
public:
    Patience(qint64 limitMs, qint64 now);

    /// `progress` is a count that grows whenever what is waited for gets on.
    bool isOver(qint64 progress, qint64 now);

private:
    qint64 m_limitMs;
    qint64 m_since;
    qint64 m_progress = 0;
};

} // namespace clipdeck
