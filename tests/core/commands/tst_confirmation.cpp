// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/confirmation.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// Two tracks, three scenes; slot 0 0 and 0 1 hold clips.
void fill(LiveSet &set)
{
    set.applyStructure(2, 3);
    set.applyHasClip(slotId(0, 0), true);
    set.applyHasClip(slotId(0, 1), true);
}

void plays(LiveSet &set, int playing, int fired)
{
    set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, playing);
    set.apply(TrackIndex(0), TrackField::FiredSlotIndex, fired);
}

} // namespace

class TestConfirmation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void launches_data();
    void launches();
    void values();
};

void TestConfirmation::launches_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<bool>("armed");
    QTest::addColumn<int>("playingBefore");
    QTest::addColumn<int>("playing");
    QTest::addColumn<int>("fired");
    QTest::addColumn<Verdict>("verdict");
    const Target clip = Target::launch(slotId(0, 0));
    const Target empty = Target::launch(slotId(0, 2));
    const Target stop = Target::trackStop(TrackIndex(0));
    QTest::newRow("nothing yet") << clip << false << -1 << -1 << -1 << Verdict::Open;
    QTest::newRow("queued") << clip << false << -1 << -1 << 0 << Verdict::Confirmed;
    QTest::newRow("plays at once") << clip << false << 1 << 0 << -1 << Verdict::Confirmed;
    QTest::newRow("another is queued") << clip << false << -1 << -1 << 1 << Verdict::Open;
    QTest::newRow("launched again while it plays")
        << clip << false << 0 << 0 << -1 << Verdict::Unseen;
    QTest::newRow("empty slot stops: queued")
        << empty << false << 0 << 0 << -2 << Verdict::Confirmed;
    QTest::newRow("empty slot stops: stopped")
        << empty << false << 0 << -1 << -1 << Verdict::Confirmed;
    QTest::newRow("empty slot, still playing") << empty << false << 0 << 0 << -1 << Verdict::Open;
    QTest::newRow("empty slot, nothing played")
        << empty << false << -1 << -1 << -1 << Verdict::Unseen;
    QTest::newRow("empty slot of an armed track")
        << empty << true << -1 << -1 << 2 << Verdict::Confirmed;
    QTest::newRow("stop: queued") << stop << false << 0 << 0 << -2 << Verdict::Confirmed;
    QTest::newRow("stop: done") << stop << false << 0 << -2 << -1 << Verdict::Confirmed;
    QTest::newRow("stop: not yet") << stop << false << 0 << 0 << -1 << Verdict::Open;
    QTest::newRow("stop: nothing played") << stop << false << -1 << -1 << -1 << Verdict::Unseen;
}

void TestConfirmation::launches()
{
    QFETCH(Target, target);
    QFETCH(bool, armed);
    QFETCH(int, playingBefore);
    QFETCH(int, playing);
    QFETCH(int, fired);
    QFETCH(Verdict, verdict);
    LiveSet set;
    fill(set);
    set.apply(TrackIndex(0), TrackField::Arm, armed);
    plays(set, playingBefore, noSlot);
    const Before then = before(set, target);
    plays(set, playing, fired);
    QCOMPARE(judge(set, target, {}, then), verdict);
}

void TestConfirmation::values()
{
    LiveSet set;
    fill(set);
    const Target tempo = Target::song(SongField::Tempo);
    const Before then = before(set, tempo);
    QCOMPARE(judge(set, tempo, 133.0, then), Verdict::Open);
    set.apply(SongField::Tempo, 132.0);
    QCOMPARE(judge(set, tempo, 133.0, then), Verdict::Adjusted);
    set.apply(SongField::Tempo, double(133.00001F));
    QCOMPARE(judge(set, tempo, 133.0, then), Verdict::Confirmed);
    QVERIFY(isNothing(confirmedValue(set, Target::clip(slotId(1, 1), ClipField::Length))));
    QVERIFY(isNothing(confirmedValue(set, Target::parameter(parameterId(0, 0, 0)))));
    QVERIFY(isNothing(confirmedValue(set, Target::send(TrackIndex(0), SendIndex(0)))));
}

int tst_confirmation(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestConfirmation>(argc, argv);
}

#include "tst_confirmation.moc"
