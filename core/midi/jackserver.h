// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a JACK server runs, and whether it still does.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace clipdeck {

/// A client of the JACK server that has no ports and only watches.
///
/// RtMidi does not notice that its server is gone (5.0 and 6.0, MidiOutJack): its port lists stay
/// as they were, and a send waits for ever once 16 kB have piled up. JACK itself tells its clients
/// within milliseconds, so this one listens. libjack is looked up at run time: RtMidi brings it
/// where it was built for JACK; elsewhere connect() is just false. It also sends JACK's own words,
/// else printed to stderr at every attempt, to the log category clipdeck.midi.
class JackServer {
public:
    JackServer() = default;
    ~JackServer();
    Q_DISABLE_COPY_MOVE(JackServer)

    /// True when a server answers. Does nothing while the last one found is alive, else asks (a few
    /// milliseconds).
    bool connect();
    /// True from a connect() that worked until the server goes.
    bool isAlive() const { return m_alive; }
    /// Stops watching.
    void disconnect();

private:
    void *m_client = nullptr;
    std::atomic<bool> m_alive = false; ///< Cleared on JACK's thread
};

} // namespace clipdeck
