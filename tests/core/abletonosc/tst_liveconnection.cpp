// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/liveconnection.h"
#include "core/osc/osccodec.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

#include <cmath>
#include <limits>

using namespace clipdeck;

namespace {

ConnectionSettings settingsFor(const QString &host, quint16 replyPort)
{
    ConnectionSettings out;
    out.host = host;
    out.replyPort = replyPort;
    return out;
}

/// On a reply port that was free a moment ago.
ConnectionSettings freePort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost);
    return settingsFor(QStringLiteral("127.0.0.1"), socket.localPort());
}

QByteArray datagramOf(const OscMessage &message)
{
    return *encodeOsc({&message, 1});
}

/// Two turns: the host is known, and the port bound.
void open(LiveConnection &connection, qint64 now = 0)
{
    connection.advance(now);
    connection.advance(now);
}

const OscMessage tempo{QStringLiteral("/live/song/get/tempo"), {120.0F}};
const OscMessage startup{QStringLiteral("/live/startup"), {}};

} // namespace

class TestLiveConnection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatKeepsItClosed_data();
    void whatKeepsItClosed();
    void aTakenPortIsTriedAgain();
    void aStartIsWaitedFor();
    void aLiveThatAnswersAgainCameBack();
    void nothingThatIsNotFiniteGetsIn();
    void datagramsGoBothWays();
};

void TestLiveConnection::whatKeepsItClosed_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("opens");
    QTest::addColumn<ConnectionState>("state"); // when nothing has come for a while
    QTest::newRow("this machine") << "127.0.0.1" << true << ConnectionState::NoAnswer;
    QTest::newRow("the same, mapped") << "::ffff:127.0.0.1" << true << ConnectionState::NoAnswer;
    QTest::newRow("IPv6, which AbletonOSC does not speak")
        << "::1" << false << ConnectionState::HostUnknown;
}

void TestLiveConnection::whatKeepsItClosed()
{
    QFETCH(QString, host);
    LiveConnection connection(settingsFor(host, freePort().replyPort));
    QVERIFY(!connection.isOpen());
    QVERIFY(!connection.send({&tempo, 1}));
    QVERIFY(!connection.obstacle().isEmpty());
    open(connection);
    QTEST(connection.isOpen(), "opens");
    QCOMPARE(connection.send({&tempo, 1}), connection.isOpen());
    QCOMPARE(connection.counts().sent, connection.isOpen() ? 1 : 0);
    constexpr qint64 step = 100;
    for (qint64 now = 0; now <= firstAnswerMs + step; now += step)
        connection.judge({.silentSince = 0}, now);
    QTEST(connection.report().state, "state");
    QCOMPARE(connection.obstacle(), connection.report().sentence);
}

void TestLiveConnection::aTakenPortIsTriedAgain()
{
    QUdpSocket other;
    QVERIFY(other.bind(QHostAddress::LocalHost));
    LiveConnection connection(settingsFor(QStringLiteral("127.0.0.1"), other.localPort()));
    open(connection);
    connection.judge({}, 10);
    QVERIFY(!connection.isOpen());
    QCOMPARE(connection.report().state, ConnectionState::PortTaken);
    other.close();
    connection.advance(20); // too soon
    QVERIFY(!connection.isOpen());
    connection.advance(1500);
    QVERIFY(connection.isOpen());
}

void TestLiveConnection::aStartIsWaitedFor()
{
    LiveConnection connection(freePort());
    open(connection);
    QSignalSpy started(&connection, &LiveConnection::startedUp);
    QSignalSpy came(&connection, &LiveConnection::cameBack);
    connection.handle(datagramOf(startup), 1000);
    QCOMPARE(started.size(), 1);
    QVERIFY(!connection.isOpen());
    connection.advance(1200);
    QVERIFY(!connection.isOpen());
    QCOMPARE(came.size(), 0);
    connection.advance(1300);
    QVERIFY(connection.isOpen());
    QCOMPARE(came.size(), 1);
}

void TestLiveConnection::aLiveThatAnswersAgainCameBack()
{
    LiveConnection connection(freePort());
    open(connection);
    QSignalSpy came(&connection, &LiveConnection::cameBack);
    QSignalSpy reported(&connection, &LiveConnection::reported);
    connection.handle(datagramOf(tempo), 0);
    connection.judge({}, 0);
    QCOMPARE(connection.report().state, ConnectionState::Connected);
    QCOMPARE(connection.obstacle(), QString());
    qint64 now = 0;
    while (connection.report().state != ConnectionState::NoAnswer && now < 3 * noAnswerAfterMs)
        connection.judge({.silentSince = 0}, now += 100);
    QCOMPARE(connection.report().state, ConnectionState::NoAnswer);
    QVERIFY(now >= noAnswerAfterMs);
    QVERIFY(reported.size() > 2);
    QCOMPARE(came.size(), 0);
    connection.handle(datagramOf(tempo), now);
    connection.judge({}, now);
    QCOMPARE(connection.report().state, ConnectionState::Connected);
    QCOMPARE(came.size(), 1);
}

void TestLiveConnection::nothingThatIsNotFiniteGetsIn()
{
    LiveConnection connection(freePort());
    QSignalSpy received(&connection, &LiveConnection::received);
    constexpr float infinite = std::numeric_limits<float>::infinity();
    connection.handle(
        datagramOf({QStringLiteral("/live/song/get/tempo"), {std::nanf(""), infinite, 7.0F}}), 0);
    QCOMPARE(received.size(), 1);
    const auto message = received.first().first().value<OscMessage>();
    QVERIFY(message.arguments == (OscArguments{OscNil{}, OscNil{}, 7.0F}));
    connection.handle("rubbish", 0);
    QCOMPARE(connection.counts().malformed, 1);
    QCOMPARE(connection.counts().received, 1);
}

void TestLiveConnection::datagramsGoBothWays()
{
    QUdpSocket script;
    QVERIFY(script.bind(QHostAddress::LocalHost));
    ConnectionSettings settings = freePort();
    settings.port = script.localPort();
    LiveConnection connection(settings);
    open(connection);
    QVERIFY(connection.isOpen());
    QVERIFY(connection.send({&tempo, 1}));
    QTRY_VERIFY(script.hasPendingDatagrams());
    QByteArray sent(1000, '\0');
    sent.resize(script.readDatagram(sent.data(), sent.size()));
    QCOMPARE(sent, datagramOf(tempo));

    QSignalSpy arrived(&connection, &LiveConnection::datagramArrived);
    QSignalSpy ended(&connection, &LiveConnection::turnEnded);
    script.writeDatagram(datagramOf(tempo), QHostAddress::LocalHost, settings.replyPort);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(arrived.first().first().toByteArray(), datagramOf(tempo));
}

int tst_liveconnection(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLiveConnection>(argc, argv);
}

#include "tst_liveconnection.moc"
