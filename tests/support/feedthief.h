// SPDX-License-Identifier: GPL-3.0-or-later
// Another client on another address, which speaks to AbletonOSC so often that most of Live's pushes go to it.
#pragma once

#include <QTimer>
#include <QUdpSocket>

namespace clipdeck {

/// AbletonOSC pushes to the address of whoever spoke last, at the reply port. This one speaks from 127.0.0.2.
class FeedThief {
public:
    /// Begins at once; ends with this object.
    FeedThief(quint16 serverPort, quint16 replyPort);

    /// Pushes, and answers to its own question, that it received.
    int stolen() const { return m_stolen; }

    static constexpr int everyMs = 15;

private:
    QUdpSocket m_out;
    QUdpSocket m_in;
    QTimer m_timer;
    int m_stolen = 0;
};

} // namespace clipdeck
