// SPDX-License-Identifier: GPL-3.0-or-later
// The retry rules of core/commands/retryrules.h, row by row.
#include "core/commands/retryrules.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestRetryRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyValuesAreRepeated_data();
    void onlyValuesAreRepeated();
    void stepsComeInTime_data();
    void stepsComeInTime();
};

void TestRetryRules::onlyValuesAreRepeated_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<bool>("hasValue");
    QTest::addColumn<bool>("isSafe");
    const TrackIndex track(1);
    const SlotId slot = slotId(1, 2);
    QTest::newRow("volume") << Target::track(track, TrackField::Volume) << true << true;
    QTest::newRow("clip name") << Target::clip(slot, ClipField::Name) << true << true;
    QTest::newRow("clip length") << Target::clip(slot, ClipField::Length) << true << true;
    QTest::newRow("metronome") << Target::song(SongField::Metronome) << true << true;
    QTest::newRow("parameter") << Target::parameter(parameterId(0, 0, 1)) << true << true;
    QTest::newRow("play") << Target::song(SongField::IsPlaying) << true << false;
    QTest::newRow("launch") << Target::launch(slot) << false << false;
    QTest::newRow("scene launch") << Target::sceneLaunch(SceneIndex(1)) << false << false;
    QTest::newRow("track stop") << Target::trackStop(track) << false << false;
    QTest::newRow("a clip made") << Target::slot(slot, SlotField::Clip) << true << false;
}

void TestRetryRules::onlyValuesAreRepeated()
{
    QFETCH(Target, target);
    QFETCH(bool, hasValue);
    QFETCH(bool, isSafe);
    const LiveValue value = hasValue ? LiveValue(true) : LiveValue();
    QCOMPARE(repeatOf(target, value) == Repeat::Safe, isSafe);
}

void TestRetryRules::stepsComeInTime_data()
{
    QTest::addColumn<bool>("isSafe");
    QTest::addColumn<bool>("adjusted"); // Live shows a third value; else the old one
    QTest::addColumn<int>("repeats");
    QTest::addColumn<int>("sinceMs");
    QTest::addColumn<NextStep>("step");
    QTest::newRow("just had") << true << false << 0 << 100 << NextStep::Wait;
    QTest::newRow("not seen") << true << false << 0 << 250 << NextStep::SendAgain;
    QTest::newRow("again, just had") << true << false << 1 << 250 << NextStep::Wait;
    QTest::newRow("again, not seen") << true << false << 1 << 350 << NextStep::SendAgain;
    QTest::newRow("the fourth time") << true << false << 3 << 700 << NextStep::SendAgain;
    QTest::newRow("enough") << true << false << 4 << 700 << NextStep::Refuse;
    QTest::newRow("another value, early") << true << true << 0 << 100 << NextStep::Wait;
    QTest::newRow("another value") << true << true << 0 << 300 << NextStep::SendAgain;
    QTest::newRow("another value again") << true << true << 1 << 300 << NextStep::Believe;
    QTest::newRow("an action, waiting") << false << false << 0 << 600 << NextStep::Wait;
    QTest::newRow("an action, no sign") << false << false << 0 << 700 << NextStep::Refuse;
    QTest::newRow("an action, adjusted") << false << true << 0 << 300 << NextStep::Believe;
}

void TestRetryRules::stepsComeInTime()
{
    QFETCH(bool, isSafe);
    QFETCH(bool, adjusted);
    QFETCH(int, repeats);
    QFETCH(int, sinceMs);
    QFETCH(NextStep, step);
    QCOMPARE(nextStep(isSafe ? Repeat::Safe : Repeat::Never,
                 adjusted ? Verdict::Adjusted : Verdict::Open, repeats, sinceMs),
        step);
}

int tst_retryrules(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestRetryRules>(argc, argv);
}

#include "tst_retryrules.moc"
