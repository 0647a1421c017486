// SPDX-License-Identifier: GPL-3.0-or-later
// The border between OSC messages and the network: a socket that sends to one peer and hands over what arrives.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>

namespace clipdeck {

/// Where a datagram came from or goes to.
struct SocketAddress {
    QHostAddress host;
    quint16 port = 0;

    bool operator==(const SocketAddress &) const = default;
};

/// Sends and receives datagrams on the event loop's thread. Implemented by UdpSocket, and by a recording double in tests.
class DatagramSocket : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Hands one datagram to the system. False if the system refused it (error() says why).
    virtual bool send(const QByteArray &datagram, const SocketAddress &to) = 0;
    /// The last failure in words for the user; empty if there was none.
    virtual QString error() const = 0;

Q_SIGNALS:
    /// One datagram arrived. Emitted in order, at most UdpSocket::sliceSize times before the event loop runs again.
    void received(const QByteArray &datagram, const clipdeck::SocketAddress &from);
    /// All datagrams of one slice have been handed over: the moment to publish what they changed.
    void sliceEnded();
};

} // namespace clipdeck
