// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/songclock.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// A clock that plays at 120 BPM (2 beats a second) and was heard at beat 0 at 0 ms.
SongClock playing()
{
    SongClock clock;
    clock.setTempo(120.0, 0);
    clock.setPlaying(true, 0);
    clock.hear({0.0}, 0);
    return clock;
}

} // namespace

class TestSongClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standsStillWhileStopped();
    void runsAtTheTempo();
    void followsATempoChange();
    void stopsWhereItIs();
    void takesTheFirstReportAtOnce();
    void takesALocateAtOnce_data();
    void takesALocateAtOnce();
    void driftsIntoASmallError_data();
    void driftsIntoASmallError();
    void neverRunsBackwardsOnJitter();
    void locatesWhileStopped();
    void timeBeforeTheLastReportCountsAsNone();
};

void TestSongClock::standsStillWhileStopped()
{
    SongClock clock;
    clock.hear({8.0}, 100);
    QVERIFY(!clock.isPlaying());
    QCOMPARE(clock.position(100).value, 8.0);
    QCOMPARE(clock.position(60000).value, 8.0);
}

void TestSongClock::runsAtTheTempo()
{
    const SongClock clock = playing();
    QCOMPARE(clock.position(500).value, 1.0);
    QCOMPARE(clock.position(60000).value, 120.0);
}

void TestSongClock::followsATempoChange()
{
    SongClock clock = playing();
    clock.setTempo(60.0, 1000);
    QCOMPARE(clock.position(1000).value, 2.0);
    QCOMPARE(clock.position(2000).value, 3.0);
    QCOMPARE(clock.tempo(), 60.0);
}

void TestSongClock::stopsWhereItIs()
{
    SongClock clock = playing();
    clock.setPlaying(false, 1000);
    QCOMPARE(clock.position(9000).value, 2.0);
    clock.setPlaying(true, 10000);
    QCOMPARE(clock.position(10500).value, 3.0);
}

void TestSongClock::takesTheFirstReportAtOnce()
{
    SongClock clock;
    clock.setTempo(120.0, 0);
    clock.setPlaying(true, 0);
    clock.hear({0.3}, 0); // less than a locate, but nothing was known before
    QCOMPARE(clock.position(0).value, 0.3);
}

void TestSongClock::takesALocateAtOnce_data()
{
    QTest::addColumn<double>("position");
    QTest::newRow("forwards") << 64.0;
    QTest::newRow("back to the start") << 0.0;
    QTest::newRow("half a beat") << 4.5;
}

void TestSongClock::takesALocateAtOnce()
{
    QFETCH(double, position);
    SongClock clock = playing();
    clock.hear({position}, 2000); // shown: 4.0
    QCOMPARE(clock.position(2000).value, position);
    QCOMPARE(clock.position(2500).value, position + 1.0);
}

void TestSongClock::driftsIntoASmallError_data()
{
    QTest::addColumn<double>("error");
    QTest::newRow("behind") << 0.2;
    QTest::newRow("ahead") << -0.2;
}

void TestSongClock::driftsIntoASmallError()
{
    QFETCH(double, error);
    SongClock clock = playing();
    clock.hear({2.0 + error}, 1000);
    QCOMPARE(clock.position(1000).value, 2.0); // no jump
    // A tenth of the tempo: 0.2 beats take 1 s at 2 beats a second, and not before.
    QCOMPARE(clock.position(1500).value, 3.0 + error / 2);
    QCOMPARE(clock.position(2000).value, 4.0 + error);
    QCOMPARE(clock.position(5000).value, 10.0 + error); // and no further
}

void TestSongClock::neverRunsBackwardsOnJitter()
{
    SongClock clock = playing();
    const double jitter[] = {0.0, 0.18, -0.15, 0.1, -0.19, 0.05, -0.1, 0.19};
    double before = 0.0;
    for (qint64 now = 0; now < 20000; now += 10) {
        if (now % 100 == 0) {
            const double truth = static_cast<double>(now) * 0.002;
            clock.hear({truth + jitter[now / 100 % 8]}, now);
        }
        const double here = clock.position(now).value;
        QVERIFY2(here >= before, qPrintable(QStringLiteral("at %1 ms").arg(now)));
        QVERIFY(std::abs(here - static_cast<double>(now) * 0.002) < 0.25);
        before = here;
    }
}

void TestSongClock::locatesWhileStopped()
{
    SongClock clock = playing();
    clock.setPlaying(false, 1000);
    clock.hear({2.25}, 1100); // small, but nothing moves that could drift
    QCOMPARE(clock.position(1100).value, 2.25);
}

void TestSongClock::timeBeforeTheLastReportCountsAsNone()
{
    SongClock clock = playing();
    clock.hear({10.0}, 5000);
    QCOMPARE(clock.position(4000).value, 10.0);
}

int tst_songclock(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSongClock>(argc, argv);
}

#include "tst_songclock.moc"
