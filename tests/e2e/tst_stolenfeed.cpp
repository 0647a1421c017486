// SPDX-License-Identifier: GPL-3.0-or-later
// Another client on the network takes Live's updates: it shows, the mirror follows all the same, and it shows no longer
// when the other one has left.
#include "core/live/livesetjson.h"
#include "tests/support/comparedump.h"
#include "tests/support/enginesettings.h"
#include "tests/support/feedthief.h"
#include "tests/support/program.h"
#include "tests/support/servertest.h"

#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int completeMs = 20000;
/// Without pushes the longest interval of what is not on screen, and the ticks of asking and answering.
constexpr int followMs = 6000;

} // namespace

class TestStolenFeed : public ServerTest {
    Q_OBJECT
public:
    TestStolenFeed()
        : ServerTest(GeneratedSet{.tracks = 6, .scenes = 8, .fill = 0.6, .seed = 4})
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void itShowsWhileAnotherClientIsThere();
    void theMirrorFollowsWithoutUpdates();
    void watchSaysSo();

private:
    /// Somebody works in Live: `turn` makes each edit another one.
    void edit(int turn);
    void follow(const char *after);

    std::unique_ptr<Engine> m_engine;
};

void TestStolenFeed::init()
{
    ServerTest::init();
    if (!m_server)
        return;
    m_engine = std::make_unique<Engine>(settingsFor(*m_server));
}

void TestStolenFeed::cleanup()
{
    m_engine.reset();
    ServerTest::cleanup();
}

void TestStolenFeed::edit(int turn)
{
    const int track = turn % 6;
    QVERIFY2(
        live().call(u"rename_track"_s, {{u"index"_s, track}, {u"name"_s, u"Take %1"_s.arg(turn)}}),
        qPrintable(live().error()));
}

void TestStolenFeed::follow(const char *after)
{
    QElapsedTimer time;
    time.start();
    QStringList lines;
    const auto isRight = [&] {
        lines = m_engine->liveSet().isComplete()
            ? differences(toJson(m_engine->liveSet()), live().dump())
            : QStringList{u"the mirror is not complete"_s};
        return lines.isEmpty();
    };
    QVERIFY2(QTest::qWaitFor(isRight, followMs),
        qPrintable(QString::fromLatin1(after) + u'\n' + lines.mid(0, 12).join(u'\n')));
    qInfo("%s: right after %lld ms", after, time.elapsed());
}

void TestStolenFeed::itShowsWhileAnotherClientIsThere()
{
    Engine &engine = *m_engine;
    engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(engine.liveSet().isComplete(), completeMs);
    int turn = 0;
    const auto works = [&](int times) {
        for (int i = 0; i < times; ++i) {
            edit(++turn);
            QTest::qWait(400);
        }
    };
    works(4);
    QVERIFY(!engine.connection().updatesElsewhere);
    QVERIFY(engine.connection().sentence.isEmpty());

    std::optional<FeedThief> thief(std::in_place, m_server->port(), m_server->replyPort());
    works(10);
    QVERIFY(thief->stolen() > 10);
    QTRY_VERIFY(engine.connection().updatesElsewhere);
    QCOMPARE(engine.connection().state, ConnectionState::Connected); // true still, only slower
    QVERIFY(engine.connection().sentence.contains(u"receives Live's updates"_s));
    QVERIFY(engine.traffic().missedPushes >= 3);
    follow("while it is there");

    thief.reset();
    works(12);
    QTRY_VERIFY(!engine.connection().updatesElsewhere);
    QVERIFY(engine.connection().sentence.isEmpty());
    follow("after it has left");
    QCOMPARE(engine.traffic().divergences, 0);
}

/// What a user does in Live while nothing of it is pushed to us.
void TestStolenFeed::theMirrorFollowsWithoutUpdates()
{
    Engine &engine = *m_engine;
    FeedThief thief(m_server->port(), m_server->replyPort());
    engine.setVisible(TrackIndex(0), 4, SceneIndex(0), 4);
    engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(engine.liveSet().isComplete(), completeMs);
    const struct {
        const char *name;
        const char *command;
        QJsonObject arguments;
    } edits[] = {
        {"rename a clip", "rename_clip",
            {{u"track"_s, 1}, {u"scene"_s, 0}, {u"name"_s, u"Other"_s}}},
        {"fire a scene", "fire_scene", {{u"index"_s, 1}}},
        {"delete a track", "delete_track", {{u"index"_s, 2}}},
        {"move a scene", "move_scene", {{u"index"_s, 1}, {u"to"_s, 3}}},
        {"arm a track", "arm", {{u"index"_s, 1}, {u"on"_s, true}}},
        {"stop", "transport", {{u"action"_s, u"stop"_s}}},
    };
    follow("the first mirror");
    for (const auto &edit : edits) {
        const QJsonObject before = toJson(engine.liveSet());
        QVERIFY2(
            live().call(QLatin1String(edit.command), edit.arguments), qPrintable(live().error()));
        QTRY_VERIFY(!differences(before, live().dump()).isEmpty()); // some take effect on a beat
        follow(edit.name);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(thief.stolen() > 10);
    QCOMPARE(engine.traffic().divergences, 0);
}

void TestStolenFeed::watchSaysSo()
{
    const FeedThief thief(m_server->port(), m_server->replyPort());
    QProcess watch;
    endWithParent(watch);
    watch.start(programPath(u"clipdeckctl"_s),
        m_server->clientArguments() + QStringList{u"watch"_s, u"--for"_s, u"5"_s});
    QTRY_VERIFY_WITH_TIMEOUT(watch.canReadLine(), completeMs);
    QElapsedTimer time;
    time.start();
    for (int turn = 1; watch.state() == QProcess::Running && time.elapsed() < 20000; ++turn) {
        edit(turn);
        QTest::qWait(300);
    }
    QCOMPARE(watch.state(), QProcess::NotRunning);
    const QByteArray last = watch.readAll().trimmed().split('\n').last();
    const QJsonObject report = QJsonDocument::fromJson(last).object().value(u"watch"_s).toObject();
    QVERIFY2(report.value(u"updates_elsewhere"_s).toBool(), last.right(400).constData());
    QVERIFY(report.value(u"missed_pushes"_s).toInt() >= 3);
    QCOMPARE(report.value(u"divergences"_s).toInt(-1), 0);
}

int tst_stolenfeed(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestStolenFeed>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_stolenfeed.moc"
