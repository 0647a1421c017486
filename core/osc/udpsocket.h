// SPDX-License-Identifier: GPL-3.0-or-later
// A UDP socket with a large receive buffer that is drained in bounded slices.
#pragma once

#include "core/osc/datagramsocket.h"

#include <QTimer>
#include <QUdpSocket>

namespace clipdeck {

/// QUdpSocket behind DatagramSocket. Not thread-safe; lives on the event loop's thread.
class UdpSocket : public DatagramSocket {
    Q_OBJECT
public:
    /// Datagrams taken before the event loop gets its turn, so that a flood can't freeze the window.
    static constexpr int sliceSize = 64;
    /// A slice ends sooner where what is made of the datagrams takes this long: a hand that presses meanwhile waits for it.
    static constexpr qint64 sliceNs = 200'000;
    /// Bytes asked of the system for datagrams that wait; it may grant less (receiveBufferSize()).
    static constexpr int wantedReceiveBuffer = 4 * 1024 * 1024;

    explicit UdpSocket(QObject *parent = nullptr);

    /// What a bind came to.
    enum class Bound { Yes, PortTaken, Failed };

    /// Binds to `address`:`port` (port 0: any free one), giving up a former binding first.
    Bound bind(const QHostAddress &address, quint16 port);
    void close();
    bool isBound() const;
    /// How long, in milliseconds, the first datagram after a silence waits for what follows it: received() comes later by
    /// that, and many datagrams wake the program once. 0, the default: not at all.
    void setGatherMs(int ms) { m_gatherMs = ms; }
    quint16 localPort() const;
    /// Bytes that the system really set aside.
    int receiveBufferSize() const;

    bool send(const QByteArray &datagram, const SocketAddress &to) override;
    QString error() const override;

private:
    void drainSlice();

    QUdpSocket m_socket;
    QByteArray m_buffer; ///< Room for the largest datagram
    /// Brings us back for the rest of a flood, after other events had their turn, and for what is gathered.
    QTimer m_again;
    int m_gatherMs = 0;
    QString m_error;
};

} // namespace clipdeck
