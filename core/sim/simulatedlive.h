// SPDX-License-Identifier: GPL-3.0-or-later
// Live with its script, as one program: what a tick does, what waits between ticks, what a restart loses.
#pragma once

#include "core/sim/network/stats.h"
#include "core/sim/network/wire.h"
#include "core/sim/script/script.h"
#include "core/sim/simulator.h"

namespace clipdeck::sim {

/// Without sockets and timers: datagrams come in with receive(), go out through the function given, time is an argument
/// (seconds of a steady clock).
class SimulatedLive {
public:
    /// Sends a datagram to a client's address, at the reply port.
    using Send = Wire::Send;

    SimulatedLive(
        const SimSetChoice &choice, double now, Send send, const Quirks &quirks = Quirks::all());

    /// Opens another set; the script starts anew, as in Live. Throws Error if a Live Set can't be read, as the constructor
    /// does; the set that was open stays open then.
    void open(const SimSetChoice &choice, double now);
    /// Turns the script off and on: its listeners and the waiting datagrams are gone, the set stays.
    void restartScript();
    /// Turns it off, as in Live's settings: nothing is read, what arrives is lost. Or on, if it is off.
    void stopScript();
    void startScript();
    bool isScriptOn() const { return m_script != nullptr; }

    /// It is `now`: what the network held back arrives or leaves. Before anything else that happens at that time.
    void advance(double now);
    /// When advance() has something to do, if it has.
    std::optional<double> nextDue() const { return m_wire.nextDue(); }
    /// A datagram arrived: it waits for the next tick. Beyond what a system keeps it is lost.
    void receive(const QByteArray &datagram, const QHostAddress &from);
    /// Live's display timer: announces what moved, then lets the script read its socket to the end, or up to a failure.
    void tick(double now);
    /// The engine: plays on, carries out launches.
    void step(double now);
    /// Live's main thread hangs (a dialog, a menu) for that long: no ticks, while the song runs on.
    void pause(double now, double seconds) { m_pausedUntil = now + seconds; }

    /// What goes wrong from now on.
    void setFaults(const Faults &faults) { m_wire.setFaults(faults); }
    const Faults &faults() const { return m_wire.faults(); }

    /// What the ticks took and the wire carried, in the names of the control channel. `reset` begins anew afterwards.
    QJsonObject stats(bool reset);

    /// What the open Live Set's file has and the set has not, a line a kind.
    const QStringList &leftOut() const { return m_leftOut; }

    Live &live() { return *m_live; }
    const Live &live() const { return *m_live; }
    /// Only while it is on.
    Script &script() { return *m_script; }
    std::size_t waiting() const { return m_wire.waiting(); }

private:
    void openFile(const QString &path, double now);
    bool deliver(const OscMessage &message);
    int readDatagrams();
    bool handle(const Wire::Datagram &datagram);
    void charge(int accesses);
    bool isFree(double now) const;

    Wire m_wire;
    Quirks m_quirks;
    TickStats m_stats;
    double m_now = 0.0;
    double m_busyUntil = 0.0; ///< What Live's accesses cost its main thread keeps it until then
    std::vector<OscMessage> m_request; ///< What is being handled, if its cost is counted
    bool m_answered = false;
    QStringList m_leftOut;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<Script> m_script;
    QHostAddress m_peer
        = QHostAddress(QHostAddress::LocalHost); ///< The last sender: pushes go there too
    bool m_freshlyStarted = true;
    double m_pausedUntil = 0.0;
};

} // namespace clipdeck::sim
