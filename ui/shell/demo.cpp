// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/demo.h"

#include "core/osc/udpsocket.h"
#include "core/sim/simulator.h"

namespace clipdeck {

namespace {

/// AbletonOSC answers to a port that it must know before anyone listens there, so that one is found by binding it for a moment.
quint16 freePort()
{
    UdpSocket probe;
    return probe.bind(QHostAddress::LocalHost, 0) == UdpSocket::Bound::Yes ? probe.localPort()
                                                                           : quint16(0);
}

} // namespace

Demo::Demo() = default;
Demo::Demo(Demo &&) noexcept = default;
Demo &Demo::operator=(Demo &&) noexcept = default;
Demo::~Demo() = default;

Demo startDemo(
    std::optional<quint16> port, std::optional<quint16> replyPort, const QString &liveSet)
{
    SimOptions options;
    options.port = port.value_or(quint16(0));
    options.replyPort = replyPort ? *replyPort : freePort();
    if (!liveSet.isEmpty()) {
        options.set.kind = SimSetChoice::Kind::File;
        options.set.als = liveSet;
    }
    Demo demo;
    auto simulator = std::make_unique<Simulator>(options);
    if (!simulator->start(&demo.problem))
        return demo;
    if (const QStringList leftOut = simulator->leftOut(); !leftOut.isEmpty())
        qWarning("Not read from the Live Set: %s", qPrintable(leftOut.join(QStringLiteral("; "))));
    demo.settings.port = simulator->port();
    demo.settings.replyPort = simulator->replyPort();
    demo.settings.bindAddress = QHostAddress(QHostAddress::LocalHost);
    demo.simulator = std::move(simulator);
    return demo;
}

} // namespace clipdeck
