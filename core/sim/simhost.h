// SPDX-License-Identifier: GPL-3.0-or-later
// Live with its script, as one program: what a tick does, what waits between ticks, what a restart loses.
#pragma once

#include "core/sim/simscript.h"
#include "core/sim/simulator.h"

#include <QRandomGenerator>

#include <deque>

namespace clipdeck::sim {

/// The share of datagrams that the network loses, 0..1, each way.
struct Loss {
    double in = 0.0;
    double out = 0.0;
};

/// Without sockets and timers: datagrams come in with receive(), go out through the function given, time is an argument
/// (seconds of a steady clock).
class Host {
public:
    /// Sends a datagram to a client's address, at the reply port. False if the system refused it.
    using Send = std::function<bool(const QByteArray &, const QHostAddress &)>;

    Host(const SimSetChoice &choice, double now, Send send);

    /// Opens another set; the script starts anew, as in Live. Throws Error if a Live Set can't be read, as the constructor
    /// does; the set that was open stays open then.
    void open(const SimSetChoice &choice, double now);
    /// Turns the script off and on: its listeners and the waiting datagrams are gone, the set stays.
    void restartScript();

    /// A datagram arrived: it waits for the next tick. Beyond what a system keeps it is lost.
    void receive(const QByteArray &datagram, const QHostAddress &from);
    /// Live's display timer: announces what moved, then lets the script read its socket to the end, or up to a failure.
    void tick(double now);
    /// The engine: plays on, carries out launches.
    void step(double now);
    /// Live's main thread hangs (a dialog, a menu) for that long: no ticks, while the song runs on.
    void pause(double now, double seconds) { m_pausedUntil = now + seconds; }

    /// Datagrams are lost from now on, the same ones for the same seed and conversation.
    void lose(Loss loss, quint32 seed);

    /// What the open Live Set's file has and the set has not, a line a kind.
    const QStringList &leftOut() const { return m_leftOut; }

    Live &live() { return *m_live; }
    const Live &live() const { return *m_live; }
    Script &script() { return *m_script; }
    std::size_t waiting() const { return m_inbox.size(); }

private:
    struct Waiting {
        QByteArray datagram;
        QHostAddress from;
    };

    bool isLost(double share);
    void openFile(const QString &path, double now);
    void startScript();
    bool deliver(const OscMessage &message);

    Send m_send;
    QStringList m_leftOut;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<Script> m_script;
    std::deque<Waiting> m_inbox;
    qsizetype m_inboxSize = 0;
    QHostAddress m_peer
        = QHostAddress(QHostAddress::LocalHost); ///< The last sender: pushes go there too
    bool m_freshlyStarted = true;
    double m_pausedUntil = 0.0;
    Loss m_loss;
    QRandomGenerator m_chance;
};

} // namespace clipdeck::sim
