// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oscserver.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTest>

using namespace clipdeck;

/// The tests' own means: both servers start on free ports, tell their state, and end.
class TestOscServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsTellsAndEnds_data();
    void startsTellsAndEnds();
};

void TestOscServer::startsTellsAndEnds_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::newRow("stand-in") << ServerKind::StandIn;
    QTest::newRow("AbletonOSC") << ServerKind::Rig;
}

void TestOscServer::startsTellsAndEnds()
{
    QFETCH(ServerKind, kind);
    if (const QString reason = OscServer::unavailable(kind); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QString error;
    const std::unique_ptr<OscServer> server
        = OscServer::start(kind, GeneratedSet{.tracks = 4, .scenes = 3, .fill = 1.0}, &error);
    QVERIFY2(server, qPrintable(error));
    QVERIFY(server->processId() > 0);

    const QJsonObject dump = server->control().dump();
    QCOMPARE(dump.value(u"tracks").toArray().size(), 4);
    QCOMPARE(dump.value(u"scenes").toArray().size(), 3);
    QVERIFY(server->control().song().value(u"tempo").toDouble() > 0);
    QVERIFY(!server->control().clip(3, 0).value(u"name").isUndefined());
    QVERIFY(server->control().slot(99, 99).isEmpty());

    QVERIFY(!server->control().call(QStringLiteral("no_such_command")));
    QVERIFY(server->control().error().contains(QLatin1String("no_such_command")));
    QVERIFY(server->control().call(QStringLiteral("ping"))); // still there
}

int tst_oscserver(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOscServer>(argc, argv);
}

#include "tst_oscserver.moc"
