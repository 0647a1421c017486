// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feedthief.h"

#include "core/osc/osccodec.h"

#include <QNetworkDatagram>

namespace clipdeck {

FeedThief::FeedThief(quint16 serverPort, quint16 replyPort)
{
    const QHostAddress elsewhere(QStringLiteral("127.0.0.2"));
    m_out.bind(elsewhere, 0);
    m_in.bind(elsewhere, replyPort);
    QObject::connect(&m_in, &QUdpSocket::readyRead, &m_in, [this] {
        while (m_in.hasPendingDatagrams()) {
            m_in.receiveDatagram();
            ++m_stolen;
        }
    });
    const QByteArray question
        = encodeOsc({QStringLiteral("/live/song/get/metronome"), {}}).value_or(QByteArray());
    QObject::connect(&m_timer, &QTimer::timeout, &m_out, [this, question, serverPort] {
        m_out.writeDatagram(question, QHostAddress(QHostAddress::LocalHost), serverPort);
    });
    m_timer.start(everyMs);
}

} // namespace clipdeck
