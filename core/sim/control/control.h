// SPDX-License-Identifier: GPL-3.0-or-later
// The control channel: plays the user at the pretend Live, for tests. One JSON object a line, each way (README.md).
#pragma once

#include "core/sim/simulatedlive.h"

#include <QJsonObject>
#include <QTcpServer>

namespace clipdeck::sim {

/// Carries out one request and gives the answer: {"ok": true, "result": …} or {"ok": false, "error": …}, with the
/// request's "id" if it had one. "quit" is answered like any other; `quit` tells of it.
QJsonObject runCommand(
    SimulatedLive &host, double now, const QJsonObject &request, bool *quit = nullptr);

/// A TCP server on 127.0.0.1. Lives on the event loop's thread.
class Control : public QObject {
    Q_OBJECT
public:
    Control(SimulatedLive &host, std::function<double()> now);

    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    QString error() const { return m_server.errorString(); }

Q_SIGNALS:
    void quitRequested();

private:
    void accept();
    void read(QTcpSocket &client);

    SimulatedLive &m_host;
    std::function<double()> m_now;
    QTcpServer m_server;
};

} // namespace clipdeck::sim
