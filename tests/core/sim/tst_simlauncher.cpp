// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/launcher.h"
#include "core/sim/live/playstate.h"
#include "tests/core/sim/smallset.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

/// At 120 BPM a beat takes half a second.
constexpr double beat = 0.5;

struct Stage : SmallStudio {
    int playing(std::size_t index) { return playingSlotIndex(live.set(), track(index)); }
    int fired(std::size_t index) { return firedSlotIndex(live.set(), track(index)); }
    void fire(std::size_t index, std::size_t row)
    {
        live.postFor(slot(index, row), [this](Slot &alive) { live.launcher().fire(alive); });
    }
    /// Plays on to that many beats after the start of the test.
    void playTo(double beats) { live.step(beats * beat); }
    /// The song runs since beat 0; a first clip has made it start.
    void begin()
    {
        fire(3, 0);
        playTo(0.0);
    }
};

} // namespace

class TestSimLauncher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gridOfAQuantization_data();
    void gridOfAQuantization();
    void theFirstLaunchStartsTheSong();
    void aLaunchWaitsForItsBeat_data();
    void aLaunchWaitsForItsBeat();
    void aClipsOwnQuantizationWins();
    void aLaterLaunchReplacesAnEarlier();
    void aStopWaitsAndLeavesMinusTwo();
    void anEmptySlotStopsItsTrack();
    void aSlotWithoutStopButtonLeavesItPlaying();
    void aSceneLaunchesItsRowAndTakesItsTempo();
    void aGroupSlotLaunchesItsRow();
    void toggleStopsAtTheSecondClick();
    void aOneShotEndsByItself();
    void positionsWrapInTheLoop();
    void anArmedTrackRecordsIntoAnEmptySlot();
    void aRecordLengthEndsTheTake();
    void aDeletedClipStops();
    void stoppingTheSongCancelsWhatWaits();
    void backToTheArrangement();
    void aNumberThatIsNoneEndsTheStep_data();
    void aNumberThatIsNoneEndsTheStep();
};

void TestSimLauncher::gridOfAQuantization_data()
{
    QTest::addColumn<int>("quantization");
    QTest::addColumn<int>("numerator");
    QTest::addColumn<int>("denominator");
    QTest::addColumn<double>("beats");
    QTest::newRow("none") << 0 << 4 << 4 << 0.0;
    QTest::newRow("8 bars") << 1 << 4 << 4 << 32.0;
    QTest::newRow("2 bars of 3/4") << 3 << 3 << 4 << 6.0;
    QTest::newRow("1 bar of 7/8") << 4 << 7 << 8 << 3.5;
    QTest::newRow("1/2") << 5 << 4 << 4 << 2.0;
    QTest::newRow("1/4T") << 8 << 4 << 4 << 2.0 / 3.0;
    QTest::newRow("1/32") << 13 << 4 << 4 << 0.125;
}

void TestSimLauncher::gridOfAQuantization()
{
    QFETCH(const int, quantization);
    QFETCH(const int, numerator);
    QFETCH(const int, denominator);
    QFETCH(const double, beats);
    QCOMPARE(quantizationGrid(quantization, numerator, denominator), beats);
}

void TestSimLauncher::theFirstLaunchStartsTheSong()
{
    Stage stage;
    stage.fire(1, 0);
    QCOMPARE(stage.playing(1), -1);
    stage.playTo(0.0);
    QVERIFY(stage.live.clock().isPlaying());
    QCOMPARE(stage.playing(1), 0);
    QCOMPARE(stage.playing(0), 0); // the group shows it too
}

void TestSimLauncher::aLaunchWaitsForItsBeat_data()
{
    QTest::addColumn<int>("quantization");
    QTest::addColumn<double>("due");
    QTest::newRow("1 bar") << 4 << 8.0;
    QTest::newRow("2 bars") << 3 << 8.0;
    QTest::newRow("8 bars") << 1 << 32.0;
    QTest::newRow("1/4") << 7 << 6.0;
    QTest::newRow("1/16") << 11 << 5.5;
    QTest::newRow("none") << 0 << 5.3;
}

void TestSimLauncher::aLaunchWaitsForItsBeat()
{
    QFETCH(const int, quantization);
    QFETCH(const double, due);
    Stage stage;
    stage.begin();
    stage.live.song().clipTriggerQuantization = quantization;
    stage.playTo(5.2);
    stage.fire(1, 1);
    stage.playTo(5.3);
    QCOMPARE(stage.fired(1), due > 5.3 ? 1 : -1);
    if (due > 5.3) {
        stage.playTo(due - 0.01);
        QCOMPARE(stage.playing(1), -1);
        QVERIFY(isTriggered(stage.live.set(), stage.slot(0, 1))); // the group's slot blinks along
    }
    stage.playTo(due + 0.01);
    QCOMPARE(stage.playing(1), 1);
    QCOMPARE(stage.fired(1), -1);
    QVERIFY(std::abs(stage.track(1).running->launchedBeat - due)
        < 1e-9); // to the beat, whenever we looked
}

void TestSimLauncher::aClipsOwnQuantizationWins()
{
    Stage stage;
    stage.begin();
    stage.clip(1, 0).launchQuantization = 1; // none
    stage.playTo(1.5);
    stage.fire(1, 0);
    stage.playTo(1.6);
    QCOMPARE(stage.playing(1), 0);
}

void TestSimLauncher::aLaterLaunchReplacesAnEarlier()
{
    Stage stage;
    stage.begin();
    stage.playTo(1.0);
    stage.fire(1, 0);
    stage.fire(1, 1);
    stage.playTo(1.1);
    QCOMPARE(stage.fired(1), 1);
    stage.playTo(4.1);
    QCOMPARE(stage.playing(1), 1);
}

void TestSimLauncher::aStopWaitsAndLeavesMinusTwo()
{
    Stage stage;
    stage.begin();
    stage.playTo(1.0);
    stage.live.launcher().stopTrack(stage.track(3));
    QCOMPARE(stage.fired(3), -2);
    QCOMPARE(stage.playing(3), 0);
    stage.playTo(4.1);
    QCOMPARE(stage.fired(3), -1);
    QCOMPARE(stage.playing(3), -2);
}

void TestSimLauncher::anEmptySlotStopsItsTrack()
{
    Stage stage;
    stage.begin();
    stage.playTo(1.0);
    stage.fire(3, 4);
    stage.playTo(1.1); // the engine hears of it in its next step
    stage.playTo(4.1);
    QCOMPARE(stage.playing(3), -2);
}

void TestSimLauncher::aSlotWithoutStopButtonLeavesItPlaying()
{
    Stage stage;
    stage.begin();
    stage.slot(3, 1).hasStopButton = false;
    stage.live.launcher().fireScene(*stage.live.set().scenes[1]);
    stage.playTo(8.1);
    QCOMPARE(stage.playing(3), 0);
    QCOMPARE(stage.playing(1), 1);
}

void TestSimLauncher::aSceneLaunchesItsRowAndTakesItsTempo()
{
    Stage stage;
    stage.begin();
    Scene &scene = *stage.live.set().scenes[1];
    scene.tempo = 90.0;
    scene.tempoEnabled = true;
    stage.playTo(1.0);
    stage.live.launcher().fireScene(scene);
    QVERIFY(scene.due.has_value());
    QCOMPARE(stage.live.song().tempo, 120.0);
    stage.playTo(4.1);
    QCOMPARE(stage.live.song().tempo, 90.0);
    QCOMPARE(stage.playing(1), 1);
    QCOMPARE(stage.playing(3), -2); // an empty slot with a stop button
}

void TestSimLauncher::aGroupSlotLaunchesItsRow()
{
    Stage stage;
    stage.fire(0, 0);
    stage.playTo(0.0);
    QCOMPARE(stage.playing(1), 0);
    QCOMPARE(stage.playing(2), 0);
    QCOMPARE(stage.playing(3), -1);
}

void TestSimLauncher::toggleStopsAtTheSecondClick()
{
    Stage stage;
    stage.begin();
    stage.clip(3, 0).launchMode = 2;
    stage.playTo(1.0);
    stage.fire(3, 0);
    stage.playTo(1.1);
    stage.playTo(4.1);
    QCOMPARE(stage.playing(3), -2);
}

void TestSimLauncher::aOneShotEndsByItself()
{
    Stage stage;
    stage.fire(2, 0);
    stage.playTo(0.0);
    QVERIFY(!stage.clip(2, 0).looping);
    stage.playTo(3.9);
    QCOMPARE(stage.playing(2), 0);
    stage.playTo(4.1);
    QCOMPARE(stage.playing(2), -2);
}

void TestSimLauncher::positionsWrapInTheLoop()
{
    Stage stage;
    stage.begin();
    stage.clip(3, 0).loop = {1.0, 3.0};
    const auto position = [&] { return playingPosition(stage.clip(3, 0), stage.live.clock()); };
    stage.playTo(2.5);
    QCOMPARE(position(), 2.5);
    stage.playTo(3.5);
    QCOMPARE(position(), 1.5);
    stage.playTo(5.25);
    QCOMPARE(position(), 1.25);
}

void TestSimLauncher::anArmedTrackRecordsIntoAnEmptySlot()
{
    Stage stage;
    stage.begin();
    stage.track(1).arm = true;
    stage.playTo(1.0);
    stage.fire(1, 4);
    stage.playTo(1.5);
    QCOMPARE(sessionRecordStatus(stage.live.set()), 2);
    stage.playTo(4.5);
    QCOMPARE(sessionRecordStatus(stage.live.set()), 1);
    QVERIFY(stage.clip(1, 4).recording);
    stage.fire(1, 4); // the second click ends the take, on its beat
    stage.playTo(4.6);
    stage.playTo(8.5);
    QVERIFY(!stage.clip(1, 4).recording);
    QCOMPARE(stage.clip(1, 4).loop.length(), 4.0);
    QCOMPARE(stage.playing(1), 4);
}

void TestSimLauncher::aRecordLengthEndsTheTake()
{
    Stage stage;
    stage.begin();
    stage.track(1).arm = true;
    stage.live.launcher().fire(stage.slot(1, 4), 8.0, 0);
    stage.playTo(8.5);
    QVERIFY(!stage.clip(1, 4).recording);
    QCOMPARE(stage.clip(1, 4).loop.length(), 8.0);
}

void TestSimLauncher::aDeletedClipStops()
{
    Stage stage;
    stage.begin();
    stage.live.deleteClip(stage.slot(3, 0));
    QCOMPARE(stage.playing(3), -1);
    stage.fire(1, 0); // asked for, and the scene gone before the engine's next step
    stage.live.deleteScene(0);
    stage.playTo(4.1);
    QCOMPARE(stage.playing(1), -1);
    constexpr int last = 4; // of five by now: it is the last row of its group, too
    stage.live.createClip(stage.slot(1, last), 4.0);
    stage.fire(1, last);
    stage.live.deleteScene(last);
    QCOMPARE(stage.live.set().scenes.size(), std::size_t(4));
}

void TestSimLauncher::stoppingTheSongCancelsWhatWaits()
{
    Stage stage;
    stage.begin();
    stage.playTo(1.0);
    stage.fire(1, 0);
    stage.playTo(1.5);
    stage.live.launcher().stopPlaying();
    QVERIFY(!stage.live.clock().isPlaying());
    QCOMPARE(stage.fired(1), -1);
    QCOMPARE(stage.playing(3), 0); // Live keeps the clip ready to go on
    stage.live.launcher().stopPlaying();
    QCOMPARE(stage.live.clock().songTime(), 0.0);
}

void TestSimLauncher::backToTheArrangement()
{
    Stage stage;
    stage.begin();
    stage.live.launcher().backToArranger({&stage.track(3), &stage.track(1)});
    QCOMPARE(stage.playing(3), -1);
}

void TestSimLauncher::aNumberThatIsNoneEndsTheStep_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("inf") << std::numeric_limits<double>::infinity();
    QTest::newRow("-inf") << -std::numeric_limits<double>::infinity();
}

void TestSimLauncher::aNumberThatIsNoneEndsTheStep()
{
    QFETCH(double, number);
    Stage stage;
    stage.begin();
    stage.playTo(1.0);
    // No setter lets such a number in: this is what happens if one ever does.
    stage.live.song().tempo = number;
    stage.track(3).running->recordEnd = number;
    stage.playTo(2.0);
    stage.live.song().tempo = 120.0;
    stage.playTo(3.0);
    QVERIFY(stage.live.clock().isPlaying());
    QVERIFY(std::isfinite(stage.live.clock().beat()));
}

int tst_simlauncher(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimLauncher>(argc, argv);
}

#include "tst_simlauncher.moc"
