// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/connection.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Port = ConnectionFacts::Port;
using Host = ConnectionFacts::Host;

class TestConnection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isJudged_data();
    void isJudged();
    void ourOwnSleepIsNotLivesSilence();
    void theSentenceNamesWhatIsWrong();
};

void TestConnection::isJudged_data()
{
    QTest::addColumn<Host>("host");
    QTest::addColumn<Port>("port");
    QTest::addColumn<qint64>("lastHeard");
    QTest::addColumn<qint64>("silentSince");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<ConnectionState>("state");
    using State = ConnectionState;
    const qint64 never = -1;
    QTest::newRow("just begun") << Host::Known << Port::Bound << never << qint64(0) << qint64(900)
                                << State::Starting;
    QTest::newRow("never answered")
        << Host::Known << Port::Bound << never << qint64(0) << qint64(1600) << State::NoAnswer;
    QTest::newRow("answers") << Host::Known << Port::Bound << qint64(990) << never << qint64(1000)
                             << State::Connected;
    QTest::newRow("a tick late") << Host::Known << Port::Bound << qint64(900) << qint64(900)
                                 << qint64(1200) << State::Connected;
    QTest::newRow("a dialog is open")
        << Host::Known << Port::Bound << qint64(900) << qint64(900) << qint64(2200) << State::Busy;
    QTest::newRow("nothing was asked for long")
        << Host::Known << Port::Bound << qint64(900) << never << qint64(60000) << State::Connected;
    QTest::newRow("gone") << Host::Known << Port::Bound << qint64(900) << qint64(900)
                          << qint64(9000) << State::NoAnswer;
    QTest::newRow("port taken") << Host::Known << Port::Taken << never << never << qint64(10)
                                << State::PortTaken;
    QTest::newRow("port forbidden")
        << Host::Known << Port::Failed << never << never << qint64(10) << State::NetworkError;
    QTest::newRow("no such host") << Host::Unknown << Port::NotYet << never << never << qint64(10)
                                  << State::HostUnknown;
    QTest::newRow("a host with IPv6 only")
        << Host::Ipv6 << Port::NotYet << never << never << qint64(10) << State::HostUnknown;
    QTest::newRow("looking the host up")
        << Host::NotYet << Port::NotYet << never << never << qint64(10) << State::Starting;
}

void TestConnection::isJudged()
{
    QFETCH(Host, host);
    QFETCH(Port, port);
    QFETCH(qint64, lastHeard);
    QFETCH(qint64, silentSince);
    QFETCH(qint64, now);
    QFETCH(ConnectionState, state);
    ConnectionFacts facts;
    facts.host = host;
    facts.replyPort = port;
    facts.lastHeard = lastHeard;
    facts.silentSince = silentSince;
    const ConnectionReport report = judgeConnection(facts, now);
    QCOMPARE(report.state, state);
    const bool allIsWell
        = state == ConnectionState::Connected || state == ConnectionState::Starting;
    QCOMPARE(report.sentence.isEmpty(), allIsWell);
    QCOMPARE(report.replyAgeMs, lastHeard < 0 ? -1 : now - lastHeard);
}

// A laptop's lid was shut for a minute, and the answer is in our socket.
void TestConnection::ourOwnSleepIsNotLivesSilence()
{
    ConnectionFacts facts;
    facts.host = Host::Known;
    facts.replyPort = Port::Bound;
    facts.lastHeard = 900;
    facts.silentSince = 900;
    facts.asleepMs = 59900;
    QCOMPARE(judgeConnection(facts, 61000).state, ConnectionState::Connected);
    QCOMPARE(judgeConnection(facts, 62200).state, ConnectionState::Busy);
    facts.lastHeard = -1;
    QCOMPARE(judgeConnection(facts, 61000).state, ConnectionState::Starting);
}

void TestConnection::theSentenceNamesWhatIsWrong()
{
    ConnectionFacts facts;
    facts.host = Host::Known;
    facts.hostName = QStringLiteral("192.168.1.20");
    facts.port = 11000;
    facts.replyPortNumber = 11001;
    facts.replyPort = Port::Taken;
    QVERIFY(judgeConnection(facts, 0).sentence.contains(QStringLiteral("11001")));
    facts.replyPort = Port::Bound;
    QVERIFY(
        judgeConnection(facts, 5000).sentence.contains(QStringLiteral("192.168.1.20, port 11000")));
}

int tst_connection(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestConnection>(argc, argv);
}

#include "tst_connection.moc"
