// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/udpsocket.h"

#include "core/osc/osccodec.h"

#include <QElapsedTimer>
#include <QVariant>

namespace clipdeck {

UdpSocket::UdpSocket(QObject *parent)
    : DatagramSocket(parent)
    , m_socket(this)
    , m_buffer(maximumDatagramSize, '\0')
    , m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &UdpSocket::drainSlice);
    connect(&m_socket, &QUdpSocket::readyRead, this, [this] {
        if (m_again.isActive())
            return; // they are taken then
        if (m_gatherMs > 0)
            m_again.start(m_gatherMs);
        else
            drainSlice();
    });
}

UdpSocket::Bound UdpSocket::bind(const QHostAddress &address, quint16 port)
{
    close();
    if (!m_socket.bind(address, port, QAbstractSocket::DontShareAddress)) {
        m_error = m_socket.errorString();
        return m_socket.error() == QAbstractSocket::AddressInUseError ? Bound::PortTaken
                                                                      : Bound::Failed;
    }
    m_error.clear();
    m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, wantedReceiveBuffer);
    return Bound::Yes;
}

void UdpSocket::close()
{
    m_again.stop();
    m_socket.close();
}

bool UdpSocket::isBound() const
{
    return m_socket.state() == QAbstractSocket::BoundState;
}

quint16 UdpSocket::localPort() const
{
    return m_socket.localPort();
}

int UdpSocket::receiveBufferSize() const
{
    return const_cast<QUdpSocket &>(m_socket) // a getter that Qt forgot to make const
        .socketOption(QAbstractSocket::ReceiveBufferSizeSocketOption)
        .toInt();
}

bool UdpSocket::send(const QByteArray &datagram, const SocketAddress &to)
{
    if (m_socket.writeDatagram(datagram, to.host, to.port) == datagram.size())
        return true;
    m_error = m_socket.errorString();
    return false;
}

QString UdpSocket::error() const
{
    return m_error;
}

void UdpSocket::drainSlice()
{
    QElapsedTimer time;
    time.start();
    int taken = 0;
    SocketAddress from;
    bool isEmpty = false;
    while (taken < sliceSize && time.nsecsElapsed() < sliceNs) {
        const qint64 size
            = m_socket.readDatagram(m_buffer.data(), m_buffer.size(), &from.host, &from.port);
        isEmpty = size < 0;
        if (isEmpty)
            break;
        ++taken;
        Q_EMIT received(QByteArray(m_buffer.constData(), size), from);
    }
    if (taken > 0)
        Q_EMIT sliceEnded();
    if (!isEmpty)
        m_again.start(0);
}

} // namespace clipdeck

#include "moc_datagramsocket.cpp"
#include "moc_udpsocket.cpp"
