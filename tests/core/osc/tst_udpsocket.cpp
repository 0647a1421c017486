// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/udpsocket.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

class TestUdpSocket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsAndReceives();
    void portTakenIsAState();
    void aFloodLeavesTheEventLoopItsTurn();
};

void TestUdpSocket::sendsAndReceives()
{
    UdpSocket a;
    UdpSocket b;
    QCOMPARE(a.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
    QCOMPARE(b.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
    QVERIFY(a.receiveBufferSize() > 0);
    QByteArray got;
    SocketAddress from;
    connect(
        &b, &UdpSocket::received, this, [&](const QByteArray &bytes, const SocketAddress &sender) {
            got = bytes;
            from = sender;
        });
    QVERIFY(a.send("hello", {QHostAddress::LocalHost, b.localPort()}));
    QTRY_COMPARE(got, QByteArray("hello"));
    QCOMPARE(from.port, a.localPort());
}

void TestUdpSocket::portTakenIsAState()
{
    UdpSocket first;
    UdpSocket second;
    QCOMPARE(first.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
    QCOMPARE(second.bind(QHostAddress::LocalHost, first.localPort()), UdpSocket::Bound::PortTaken);
    QVERIFY(!second.isBound());
    QVERIFY(!second.error().isEmpty());
    const quint16 port = first.localPort();
    first.close();
    QCOMPARE(second.bind(QHostAddress::LocalHost, port), UdpSocket::Bound::Yes);
}

void TestUdpSocket::aFloodLeavesTheEventLoopItsTurn()
{
    UdpSocket sender;
    UdpSocket receiver;
    QCOMPARE(sender.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
    QCOMPARE(receiver.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
    const int sent = 3 * UdpSocket::sliceSize / 4;
    int inSlice = 0;
    int largestSlice = 0;
    int total = 0;
    connect(&receiver, &UdpSocket::received, this, [&] { ++inSlice; });
    connect(&receiver, &UdpSocket::sliceEnded, this, [&] {
        largestSlice = std::max(largestSlice, inSlice);
        total += inSlice;
        inSlice = 0;
    });
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < sent / 4 * 3; ++i)
            sender.send("/x\0\0,\0\0\0", {QHostAddress::LocalHost, receiver.localPort()});
        QTRY_COMPARE(total, (round + 1) * (sent / 4 * 3));
    }
    QVERIFY(largestSlice <= UdpSocket::sliceSize);
}

int tst_udpsocket(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestUdpSocket>(argc, argv);
}

#include "tst_udpsocket.moc"
