// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simulator.h"

#include "core/osc/udpsocket.h"
#include "core/sim/control/control.h"
#include "core/sim/control/dump.h"
#include "core/sim/live/error.h"
#include "core/sim/live/words.h"
#include "core/sim/simulatedlive.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

/// Launches and the transport take effect this soon after the script asked.
constexpr int engineMs = 20;

} // namespace

struct Simulator::Parts {
    explicit Parts(SimOptions chosen)
        : options(std::move(chosen))
    {
        clock.start();
    }

    double now() const { return static_cast<double>(clock.nsecsElapsed()) / 1e9; }
    /// Comes back when something is due that the network holds back.
    void awaitDue();
    void startTimers();

    SimOptions options;
    QElapsedTimer clock;
    UdpSocket socket;
    QTimer ticks;
    QTimer steps;
    QTimer due;
    std::unique_ptr<sim::SimulatedLive> host;
    std::unique_ptr<sim::Control> control;
};

void Simulator::Parts::startTimers()
{
    due.setSingleShot(true);
    for (QTimer *timer : {&ticks, &steps, &due})
        timer->setTimerType(Qt::PreciseTimer);
    ticks.start(std::max(1, options.tickMs));
    steps.start(std::clamp(options.tickMs, 1, engineMs));
}

void Simulator::Parts::awaitDue()
{
    const std::optional<double> next = host->nextDue();
    if (!next)
        return;
    const double wait = std::clamp(std::ceil((*next - now()) * 1000.0), 0.0, 1000.0);
    if (!due.isActive() || due.remainingTime() > wait)
        due.start(static_cast<int>(wait));
}

Simulator::Simulator(SimOptions options, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(std::move(options)))
{
    Parts &parts = *m_parts;
    connect(&parts.socket, &UdpSocket::received, this,
        [&parts](const QByteArray &datagram, const SocketAddress &from) {
            parts.host->advance(parts.now());
            parts.host->receive(datagram, from.host);
            parts.awaitDue();
        });
    connect(&parts.ticks, &QTimer::timeout, this, [&parts] {
        parts.host->tick(parts.now());
        parts.awaitDue();
    });
    connect(&parts.due, &QTimer::timeout, this, [&parts] {
        parts.host->advance(parts.now());
        parts.awaitDue();
    });
    connect(&parts.steps, &QTimer::timeout, this, [&parts] { parts.host->step(parts.now()); });
}

Simulator::~Simulator() = default;

Simulator::Started Simulator::tryStart(QString *error)
{
    Parts &parts = *m_parts;
    const auto failed = [error](const QString &text, Started what) {
        if (error)
            *error = text;
        return what;
    };
    try {
        parts.host = std::make_unique<sim::SimulatedLive>(
            parts.options.set, parts.now(),
            [&parts](const QByteArray &datagram, const QHostAddress &to) {
                return parts.socket.send(datagram, {to, parts.options.replyPort});
            },
            parts.options.quirks);
    } catch (const sim::Error &unreadable) {
        return failed(unreadable.text(), Started::Failed);
    }
    parts.host->setFaults(parts.options.faults);
    const UdpSocket::Bound bound = parts.socket.bind(parts.options.bind, parts.options.port);
    if (bound != UdpSocket::Bound::Yes)
        return failed(sim::SimWords::tr("UDP port %1 cannot be opened: %2")
                          .arg(parts.options.port)
                          .arg(parts.socket.error()),
            bound == UdpSocket::Bound::PortTaken ? Started::PortTaken : Started::Failed);
    if (parts.options.controlPort >= 0) {
        parts.control
            = std::make_unique<sim::Control>(*parts.host, [&parts] { return parts.now(); });
        connect(parts.control.get(), &sim::Control::quitRequested, this, &Simulator::quitRequested);
        if (!parts.control->listen(static_cast<quint16>(parts.options.controlPort)))
            return failed(sim::SimWords::tr("TCP port %1 (control channel) cannot be opened: %2")
                              .arg(parts.options.controlPort)
                              .arg(parts.control->error()),
                Started::PortTaken);
    }
    parts.host->restartScript(); // its greeting goes out through the port that is open now
    parts.startTimers();
    return Started::Yes;
}

quint16 Simulator::port() const
{
    return m_parts->socket.isBound() ? m_parts->socket.localPort() : quint16{0};
}

quint16 Simulator::replyPort() const
{
    return m_parts->options.replyPort;
}

quint16 Simulator::controlPort() const
{
    return m_parts->control ? m_parts->control->port() : quint16{0};
}

QStringList Simulator::leftOut() const
{
    return m_parts->host ? m_parts->host->leftOut() : QStringList();
}

QJsonObject Simulator::dump(sim::DumpDetail detail) const
{
    return m_parts->host ? sim::dumpSet(m_parts->host->live(), detail) : QJsonObject();
}

} // namespace clipdeck

#include "moc_simulator.cpp"
