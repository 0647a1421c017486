// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/control/control.h"

#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// A line longer than this is nobody's request.
constexpr qint64 longestLine = 1 << 20;

QByteArray asLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Control::Control(SimulatedLive &host, std::function<double()> now)
    : m_host(host)
    , m_now(std::move(now))
{
    connect(&m_server, &QTcpServer::newConnection, this, &Control::accept);
}

bool Control::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void Control::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) { // the server owns it
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(*client); });
    }
}

void Control::read(QTcpSocket &client)
{
    while (client.canReadLine()) {
        const QByteArray line = client.readLine(longestLine).trimmed();
        if (line.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument request = QJsonDocument::fromJson(line, &error);
        if (!request.isObject()) {
            const QString reason = error.error == QJsonParseError::NoError ? u"not an object"_s
                                                                           : error.errorString();
            client.write(
                asLine({{u"ok"_s, false}, {u"error"_s, QString("ValueError: "_L1 + reason)}}));
            continue;
        }
        bool quit = false;
        client.write(asLine(runCommand(m_host, m_now(), request.object(), &quit)));
        if (quit) {
            client.flush();
            Q_EMIT quitRequested();
        }
    }
    if (client.bytesAvailable() > longestLine)
        client.abort();
}

} // namespace clipdeck::sim

#include "moc_control.cpp"
