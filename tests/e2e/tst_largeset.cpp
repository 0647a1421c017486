// SPDX-License-Identifier: GPL-3.0-or-later
// A set much larger than the screen: what is on screen stays known, and listeners follow the view at a price that Live
// does not feel.
#include "core/live/slotstate.h"
#include "tests/support/enginesettings.h"
#include "tests/support/processusage.h"
#include "tests/support/servertest.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int tracksShown = 14;
constexpr int scenesShown = 20;
constexpr int settleMs = 60000;
constexpr int listenersPerClip = 8;
constexpr int mostListenersElsewhere = 2000; // of the song, the tracks, scenes and slots

} // namespace

class TestLargeSet : public ServerTest {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void nothingOnScreenGrowsStale();
    void listenersFollowTheView();

private:
    bool open(const QStringList &set);
    void show(int track, int scene);
    QStringList staleCells() const;
    bool isTold() const;
    int count(const QString &address);

    std::unique_ptr<Engine> m_engine;
    int m_firstTrack = 0;
    int m_firstScene = 0;
};

void TestLargeSet::cleanup()
{
    m_engine.reset();
    ServerTest::cleanup();
}

bool TestLargeSet::open(const QStringList &set)
{
    if (!start(set))
        return false;
    m_engine = std::make_unique<Engine>(settingsFor(*m_server));
    show(0, 0);
    m_engine->start();
    return QTest::qWaitFor([this] { return m_engine->liveSet().isComplete(); }, settleMs);
}

void TestLargeSet::show(int track, int scene)
{
    m_firstTrack = track;
    m_firstScene = scene;
    m_engine->setVisible(TrackIndex(track), tracksShown, SceneIndex(scene), scenesShown);
}

QStringList TestLargeSet::staleCells() const
{
    QStringList out;
    for (int t = m_firstTrack; t < m_firstTrack + tracksShown; ++t) {
        for (int s = m_firstScene; s < m_firstScene + scenesShown; ++s) {
            const SlotReading cell = readSlot(m_engine->liveSet(), slotId(t, s), m_engine->now());
            if (cell.overlay == SlotOverlay::Stale)
                out.append(QString(u"%1/%2"_s).arg(t).arg(s));
        }
    }
    return out;
}

void TestLargeSet::nothingOnScreenGrowsStale()
{
    QVERIFY(open({u"--tracks"_s, u"64"_s, u"--scenes"_s, u"200"_s, u"--fill"_s, u"0.4"_s,
        u"--groups"_s, u"4"_s, u"--devices"_s, u"1"_s, u"--seed"_s, u"9"_s}));
    QStringList stale;
    const auto anyIsStale = [&] {
        stale = staleCells();
        return !stale.isEmpty();
    };
    constexpr int longEnoughMs = 14000; // a cell is overdue after 10 s
    QVERIFY2(!QTest::qWaitFor(anyIsStale, longEnoughMs),
        qPrintable(QString::number(stale.size()) + u" cells: "_s + stale.mid(0, 5).join(u' ')));
    show(64 - tracksShown, 200 - scenesShown); // Ctrl+End
    QVERIFY2(!QTest::qWaitFor(anyIsStale, longEnoughMs),
        qPrintable(QString::number(stale.size()) + u" cells: "_s + stale.mid(0, 5).join(u' ')));
    QCOMPARE(m_engine->traffic().divergences, 0);
}

/// How many messages came to the server under this address.
int TestLargeSet::count(const QString &address)
{
    const QJsonObject stats = live().call(u"stats"_s).value_or(QJsonValue()).toObject();
    return stats["incoming_addresses"_L1].toObject()[address].toInt();
}

/// Nothing waits to be told any more.
bool TestLargeSet::isTold() const
{
    return m_engine->traffic().isAtRest;
}

void TestLargeSet::listenersFollowTheView()
{
    QVERIFY(open({u"--tracks"_s, u"64"_s, u"--scenes"_s, u"128"_s, u"--fill"_s, u"1"_s,
        u"--groups"_s, u"0"_s, u"--devices"_s, u"0"_s, u"--seed"_s, u"3"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), settleMs);
    const QString startSlot = u"/live/clip_slot/start_listen/has_clip"_s;
    const QString stopSlot = u"/live/clip_slot/stop_listen/has_clip"_s;
    qInfo("%d listeners, %d of them of slots", m_engine->traffic().listeners, count(startSlot));
    constexpr int twiceTheScreen = 2 * tracksShown * scenesShown;
    QVERIFY(count(startSlot) >= tracksShown * scenesShown);
    QVERIFY(count(startSlot) < twiceTheScreen);
    QVERIFY(m_engine->traffic().listeners
        < mostListenersElsewhere + listenersPerClip * tracksShown * scenesShown);

    live().call(u"stats"_s, {{u"reset"_s, true}});
    const double cpuBefore = ProcessUsage::of(m_server->processId()).cpuMs;
    for (const auto &[track, scene] : {std::pair(0, 20), std::pair(14, 60), std::pair(50, 108)}) {
        show(track, scene);
        QTRY_VERIFY_WITH_TIMEOUT(!isTold(), settleMs);
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), settleMs);
    }
    const double cpuMs = ProcessUsage::of(m_server->processId()).cpuMs - cpuBefore;
    const QJsonObject stats = live().call(u"stats"_s)->toObject();
    const QJsonObject busy = stats["tick_busy_ms"_L1].toObject();
    const int ticks = stats["ticks"_L1].toInt();
    // The clock tells of this machine's other work, too; what the server used does not.
    qInfo("three views on: %d starts, %d stops in %d ticks; %.1f ms of a core a tick, and by the "
          "clock %.1f ms (p99), %.1f ms (max)",
        count(startSlot), count(stopSlot), ticks, cpuMs / std::max(1, ticks),
        busy["p99"_L1].toDouble(), busy["max"_L1].toDouble());
    QVERIFY(ticks > 0 && cpuMs / ticks < 40.0);
    QVERIFY(count(stopSlot) > 0);
    constexpr int inSightAndMargin = (tracksShown + 4) * (scenesShown + 8);
    QVERIFY(m_engine->traffic().listeners
        < mostListenersElsewhere + listenersPerClip * inSightAndMargin);

    // Live tells of what is on screen now.
    const SlotId slot = slotId(60, 125);
    QElapsedTimer time;
    time.start();
    QVERIFY(live().call(u"delete_clip"_s, {{u"track"_s, 60}, {u"scene"_s, 125}}));
    QTRY_VERIFY(!m_engine->liveSet().clip(slot));
    qInfo("a clip's going was seen after %lld ms", time.elapsed());
    QVERIFY(time.elapsed() < 600);
    QCOMPARE(m_engine->traffic().divergences, 0);
}

int tst_largeset(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLargeSet>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_largeset.moc"
