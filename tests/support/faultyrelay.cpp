// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultyrelay.h"

#include "core/abletonosc/api.h"
#include "core/osc/osccodec.h"
#include "tests/support/oscserver.h"
#include "tests/support/testports.h"

#include <QNetworkDatagram>

#include <algorithm>

namespace clipdeck {

namespace {

QString kindOf(const OscMessage &answer)
{
    QString kind = answer.address;
    const Endpoint *endpoint = findEndpoint(answer.address.toLatin1());
    const int ids = endpoint ? idCount(endpoint->object) : 0;
    for (int i = 0; i < std::min(ids, static_cast<int>(answer.arguments.size())); ++i)
        kind += u' ' + describe(answer.arguments[static_cast<std::size_t>(i)]);
    return kind;
}

} // namespace

FaultyRelay::FaultyRelay(const OscServer &server)
    : m_serverPort(server.port())
    , m_clientPort(freeUdpPort())
{
    m_front.bind(QHostAddress::LocalHost, 0);
    m_back.bind(QHostAddress::LocalHost, server.replyPort(), QAbstractSocket::DontShareAddress);
    QObject::connect(&m_front, &QUdpSocket::readyRead, &m_front, [this] { passQuestions(); });
    QObject::connect(&m_back, &QUdpSocket::readyRead, &m_back, [this] { passAnswers(); });
}

QStringList FaultyRelay::clientArguments() const
{
    return {QStringLiteral("--port"), QString::number(m_front.localPort()),
        QStringLiteral("--reply-port"), QString::number(m_clientPort)};
}

void FaultyRelay::passQuestions()
{
    while (m_front.hasPendingDatagrams())
        m_back.writeDatagram(
            m_front.receiveDatagram().data(), QHostAddress(QHostAddress::LocalHost), m_serverPort);
}

void FaultyRelay::passAnswers()
{
    while (m_back.hasPendingDatagrams()) {
        const QByteArray answer = m_back.receiveDatagram().data();
        if (!mayPass(answer))
            continue;
        m_back.writeDatagram(answer, QHostAddress(QHostAddress::LocalHost), m_clientPort);
        ++m_answers;
        if (m_livesFor && m_answers >= *m_livesFor)
            m_front.close();
    }
}

bool FaultyRelay::mayPass(const QByteArray &answer)
{
    if (m_isSilent || (m_livesFor && m_answers >= *m_livesFor))
        return false;
    for (const OscMessage &message : decodeOsc(answer).messages) {
        const QString kind = kindOf(message);
        if (kind == m_lost)
            return false;
        if (std::ranges::find(m_answered, kind) == m_answered.end())
            m_answered.push_back(kind);
    }
    return true;
}

} // namespace clipdeck
