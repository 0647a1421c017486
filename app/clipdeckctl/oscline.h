// SPDX-License-Identifier: GPL-3.0-or-later
// A bare line to AbletonOSC, without a mirror: one message out, and what comes back for it.
#pragma once

#include "app/clipdeckctl/ctlconnection.h"
#include "core/abletonosc/querypipe.h"
#include "core/osc/hostaddress.h"
#include "core/osc/udpsocket.h"

#include <QElapsedTimer>

#include <vector>

namespace clipdeck {

/// Sends one message and waits until a fence behind it proves that Live had it.
class OscLine {
public:
    explicit OscLine(const CtlOptions &options);

    /// ExitDone, ExitRefused (said on stderr), ExitNoAnswer or ExitPortTaken.
    ExitCode send(const OscMessage &message);
    /// What arrived on the way, apart from the fence's answer.
    const std::vector<OscMessage> &heard() const { return m_heard; }

private:
    void take(const QByteArray &datagram);
    HostAddress lookUp();
    ExitCode hearOutOthers();
    ExitCode tell(const OscMessage &message);
    /// Runs the event loop until `ended`, or until the time is over.
    ExitCode waitFor(const bool &ended);

    CtlOptions m_options;
    UdpSocket m_socket;
    SocketAddress m_peer;
    QueryPipe m_pipe;
    QElapsedTimer m_time;
    std::vector<OscMessage> m_heard;
};

} // namespace clipdeck
