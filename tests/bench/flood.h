// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes as Live sends them, in numbers that it never would.
#pragma once

#include "core/osc/oscmessage.h"
#include "tests/bench/servers.h"

#include <QThread>

#include <atomic>

namespace clipdeck {

/// Keeps the pushes that an engine's listeners bring, one of each address and object: what is sent again has their epochs,
/// and so is believed. Make it before the engine starts.
class PushTemplates : public QObject {
public:
    explicit PushTemplates(Engine &engine);
    /// Empty if nothing was pushed.
    std::vector<OscMessage> take() const;

private:
    std::map<QByteArray, OscMessage> m_pushes; ///< By what they are about
};

/// A push with another value: number `round` of many, so that each push is news.
OscMessage varied(const OscMessage &push, int round);

/// Sends variations of the pushes to a port from a thread of its own until it goes out of life.
class Flood {
public:
    /// So many messages every so many ms; no pause of 0 ms: as fast as the system lets.
    struct Pace {
        int burst = 100;
        int everyMs = 0;
    };
    Flood(quint16 port, const std::vector<OscMessage> &pushes, Pace pace);
    ~Flood();
    Q_DISABLE_COPY_MOVE(Flood)

    int sent() const { return m_sent; }

private:
    void run(quint16 port, Pace pace);

    std::vector<QByteArray> m_datagrams;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_sent = 0;
    std::unique_ptr<QThread> m_thread;
};

/// Ten seconds of as many pushes as can be sent: how long the event loop is kept from a timer, and what stays in memory.
void measureFlood(ServerKind kind);

} // namespace clipdeck
