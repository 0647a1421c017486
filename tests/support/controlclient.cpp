// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/controlclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>

namespace clipdeck {

namespace {

constexpr int connectTimeoutMs = 2000;
// A dump of a large set takes a while where everything else runs at the same time.
constexpr int answerTimeoutMs = 20000;

} // namespace

bool ControlClient::open(quint16 port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    if (m_socket.waitForConnected(connectTimeoutMs))
        return true;
    m_error = m_socket.errorString();
    return false;
}

std::optional<QByteArray> ControlClient::readLine()
{
    const QDeadlineTimer deadline(answerTimeoutMs);
    while (!m_socket.canReadLine()) {
        if (!m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            m_error = m_socket.errorString();
            return std::nullopt;
        }
    }
    return m_socket.readLine();
}

std::optional<QJsonValue> ControlClient::call(const QString &command, QJsonObject arguments)
{
    arguments.insert(QStringLiteral("cmd"), command);
    // Qt's reader at the other end would drop a U+FEFF that begins a text, were it not escaped.
    m_socket.write(
        QJsonDocument(arguments).toJson(QJsonDocument::Compact).replace("\xEF\xBB\xBF", "\\ufeff")
        + '\n');
    const std::optional<QByteArray> line = readLine();
    if (!line)
        return std::nullopt;
    const QJsonObject answer = QJsonDocument::fromJson(*line).object();
    if (!answer.value(u"ok").toBool()) {
        m_error
            = answer.value(u"error").toString(QStringLiteral("an answer that is no JSON object"));
        return std::nullopt;
    }
    m_error.clear();
    return answer.value(u"result");
}

QJsonObject ControlClient::dump()
{
    return call(QStringLiteral("dump")).value_or(QJsonValue()).toObject();
}

QJsonObject ControlClient::briefDump()
{
    return call(QStringLiteral("dump"),
        {{QStringLiteral("params"), false}, {QStringLiteral("notes"), false},
            {QStringLiteral("clips"), false}})
        .value_or(QJsonValue())
        .toObject();
}

QJsonObject ControlClient::song()
{
    return dump().value(u"song").toObject();
}

QJsonObject ControlClient::track(int index)
{
    return dump().value(u"tracks").toArray().at(index).toObject();
}

QJsonObject ControlClient::slot(int trackIndex, int scene)
{
    const QJsonObject list = track(trackIndex).value(u"clip_slots").toObject();
    return list.value(QString::number(scene)).toObject();
}

QJsonObject ControlClient::clip(int trackIndex, int scene)
{
    return slot(trackIndex, scene).value(u"clip").toObject();
}

QJsonObject ControlClient::parameter(int trackIndex, int device, int index)
{
    const QJsonArray devices = track(trackIndex).value(u"devices").toArray();
    return devices.at(device).toObject().value(u"parameters").toArray().at(index).toObject();
}

} // namespace clipdeck
