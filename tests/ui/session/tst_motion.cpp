// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/paint/beatanimation.h"

#include <QTest>

using namespace clipdeck;

namespace {

SongClock playing(double bpm)
{
    SongClock clock;
    clock.setTempo(bpm, 0);
    clock.setPlaying(true, 0);
    clock.hear({0}, 0);
    return clock;
}

/// How often the swap changes within `ms`.
int swaps(const SongClock &clock, qint64 ms, MotionSetting setting = MotionSetting::Full)
{
    int count = 0;
    bool last = motionAt(clock, 0, setting).next;
    for (qint64 t = 1; t <= ms; ++t) {
        const bool next = motionAt(clock, t, setting).next;
        count += next != last;
        last = next;
    }
    return count;
}

} // namespace

class TestMotion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void swapsOnTheBeat();
    void neverFasterThanEyesBear_data();
    void neverFasterThanEyesBear();
    void freeAt120WhenLiveStandsStill();
    void nothingPulsesWhileLiveStandsStill();
    void pulseTakesTwoBeats();
    void flashSafeKeepsEveryGround();
    void stillDoesNotMove();
};

void TestMotion::swapsOnTheBeat()
{
    const SongClock clock = playing(120); // 500 ms a beat
    QVERIFY(motionAt(clock, 10, MotionSetting::Full).next);
    QVERIFY(motionAt(clock, 240, MotionSetting::Full).next);
    QVERIFY(!motionAt(clock, 260, MotionSetting::Full).next);
    QVERIFY(motionAt(clock, 510, MotionSetting::Full).next);
}

void TestMotion::neverFasterThanEyesBear_data()
{
    QTest::addColumn<double>("bpm");
    QTest::addColumn<int>("fewest");
    QTest::addColumn<int>("most");
    // In 12 s; 2.5 Hz is 60 changes, 1/600 ms 40.
    QTest::newRow("60") << 60.0 << 39 << 41;
    QTest::newRow("120") << 120.0 << 47 << 49;
    QTest::newRow("174") << 174.0 << 59 << 61;
    QTest::newRow("999") << 999.0 << 59 << 61;
}

void TestMotion::neverFasterThanEyesBear()
{
    QFETCH(double, bpm);
    QFETCH(int, fewest);
    QFETCH(int, most);
    const int count = swaps(playing(bpm), 12000);
    QVERIFY2(count >= fewest && count <= most, qPrintable(QString::number(count)));
}

void TestMotion::freeAt120WhenLiveStandsStill()
{
    SongClock clock;
    clock.setTempo(90, 0);
    QCOMPARE(swaps(clock, 2000), 8);
}

void TestMotion::nothingPulsesWhileLiveStandsStill()
{
    const SongClock clock;
    for (qint64 t = 0; t < 3000; t += 7)
        QCOMPARE(motionAt(clock, t, MotionSetting::Full).low, 0.0);
}

void TestMotion::pulseTakesTwoBeats()
{
    const SongClock clock = playing(120);
    QCOMPARE(motionAt(clock, 0, MotionSetting::Full).low, 0.0);
    QCOMPARE(motionAt(clock, 500, MotionSetting::Full).low, 1.0);
    QCOMPARE(motionAt(clock, 1000, MotionSetting::Full).low, 0.0);
}

void TestMotion::flashSafeKeepsEveryGround()
{
    const SongClock clock = playing(120);
    QCOMPARE(swaps(clock, 5000, MotionSetting::FlashSafe), 0);
    for (qint64 t = 0; t < 2000; t += 10)
        QCOMPARE(motionAt(clock, t, MotionSetting::FlashSafe).low, 0.0);
    QCOMPARE(motionAt(clock, 0, MotionSetting::FlashSafe).fade, 0.0);
    QCOMPARE(motionAt(clock, 500, MotionSetting::FlashSafe).fade, 1.0);
}

void TestMotion::stillDoesNotMove()
{
    const SongClock clock = playing(120);
    const Motion first = motionAt(clock, 0, MotionSetting::Still);
    for (qint64 t = 0; t < 3000; t += 7)
        QCOMPARE(motionAt(clock, t, MotionSetting::Still), first);
    QCOMPARE(first.fade, 1.0);
}

int tst_motion(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMotion>(argc, argv);
}

#include "tst_motion.moc"
