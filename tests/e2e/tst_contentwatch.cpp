// SPDX-License-Identifier: GPL-3.0-or-later
// The watch by which the benchmarks say that the mirror has what the server has.
#include "tests/bench/contentwatch.h"
#include "tests/support/enginesettings.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestContentWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServerRows(); }
    void reachesEveryPart();
    void saysWhatIsMissing();

private:
    static std::unique_ptr<OscServer> startServer();
};

std::unique_ptr<OscServer> TestContentWatch::startServer()
{
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    auto server = OscServer::start(kind, GeneratedSet{4, 6, 0.5, 1}, &error);
    if (!server)
        qFatal("%s", qPrintable(error));
    return server;
}

void TestContentWatch::reachesEveryPart()
{
    const auto server = startServer();
    Engine engine(settingsFor(*server));
    const ContentWatch watch(engine.liveSet(), server->control(), {2, 3});
    QVERIFY(!watch.hasAll());
    engine.start();
    QTRY_VERIFY2_WITH_TIMEOUT(watch.hasAll(), qPrintable(watch.missing(Content::Values)), 20000);
    QVERIFY(watch.reachedAt(Content::Visible) <= watch.reachedAt(Content::Grid));
    QVERIFY(watch.reachedAt(Content::Grid) <= watch.reachedAt(Content::Values));
}

void TestContentWatch::saysWhatIsMissing()
{
    const auto server = startServer();
    Engine engine(settingsFor(*server));
    const ContentWatch watch(engine.liveSet(), server->control(), {4, 6});
    server->control().call(QStringLiteral("rename_track"),
        {{QStringLiteral("index"), 1}, {QStringLiteral("name"), QStringLiteral("Renamed")}});
    engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(engine.liveSet().isComplete(), 20000);
    QVERIFY(watch.reachedAt(Content::Grid) >= 0);
    QVERIFY(watch.reachedAt(Content::Scan) < 0);
    QVERIFY2(watch.missing(Content::Values).startsWith(QLatin1String("track 1, and so 1 of ")),
        qPrintable(watch.missing(Content::Values)));
}

int tst_contentwatch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestContentWatch>(argc, argv);
}

#include "tst_contentwatch.moc"
