// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/clip/clipreading.h"

#include <QTest>

using namespace clipdeck;

class TestClipReading : public QObject {
    Q_OBJECT

    static constexpr SlotId slot = slotId(1, 2);

    /// A set with one clip, of 4 bars that loop from the third bar on.
    static void fill(LiveSet &set)
    {
        set.applyStructure(2, 3);
        set.apply(TrackIndex(1), TrackField::Name, QStringLiteral("Sub"));
        set.applyHasClip(slot, true);
        set.apply(slot, ClipField::Name, QStringLiteral("Chorus"));
        set.apply(slot, ClipField::Color, 0x10A4EE);
        set.apply(slot, ClipField::Looping, true);
        set.apply(slot, ClipField::LoopStart, 8.0);
        set.apply(slot, ClipField::LoopEnd, 24.0);
        set.apply(slot, ClipField::StartMarker, 0.0);
        set.apply(slot, ClipField::EndMarker, 32.0);
        set.apply(slot, ClipField::Length, 16.0);
    }

private Q_SLOTS:
    void aLoopingClip()
    {
        LiveSet set;
        fill(set);
        const ClipReading clip = readClip(set, slot);
        QVERIFY(clip.isClip);
        QCOMPARE(clip.name, QStringLiteral("Chorus"));
        QCOMPARE(clip.where, QStringLiteral("Sub, scene 3"));
        QCOMPARE(clip.color, 0x10A4EE);
        QCOMPARE(clip.start, QStringLiteral("1.1.1"));
        QCOMPARE(clip.end, QStringLiteral("9.1.1"));
        QCOMPARE(clip.loopStart, QStringLiteral("3.1.1"));
        QCOMPARE(clip.loopEnd, QStringLiteral("7.1.1"));
        QCOMPARE(clip.length, QStringLiteral("4 bars"));
        QCOMPARE(clip.bar, ClipTime{4.0});
        QVERIFY(clip.looping && !clip.lengthPending);
    }

    void withoutLoopTheLoopPointsAreTheClipsEnds()
    {
        LiveSet set;
        fill(set);
        set.apply(slot, ClipField::Looping, false);
        const ClipReading clip = readClip(set, slot);
        QCOMPARE(clip.start, QStringLiteral("3.1.1"));
        QCOMPARE(clip.end, QStringLiteral("7.1.1"));
        QCOMPARE(clip.loopStart, QStringLiteral("–"));
        QCOMPARE(clip.loopEnd, QStringLiteral("–"));
    }

    void aClipInSecondsIsToldInSeconds()
    {
        LiveSet set;
        fill(set);
        set.apply(SongField::Tempo, 120.0);
        set.apply(slot, ClipField::Looping, false);
        set.apply(slot, ClipField::Warping, false);
        set.apply(slot, ClipField::Length, 20.0);
        set.apply(slot, ClipField::LoopStart, 3.3);
        set.apply(slot, ClipField::LoopEnd, 23.3);
        const ClipReading clip = readClip(set, slot);
        QCOMPARE(clip.length, QStringLiteral("20 s"));
        QCOMPARE(clip.start, QStringLiteral("0:03.300"));
        QCOMPARE(clip.end, QStringLiteral("0:23.300"));
        QCOMPARE(clip.bar, ClipTime{2.0}); // what "+ 1 bar" adds
    }

    void aWishForALengthShowsAtOnce()
    {
        LiveSet set;
        fill(set);
        set.request(Target::clip(slot, ClipField::Length), 32.0, 0);
        const ClipReading wished = readClip(set, slot);
        QCOMPARE(wished.length, QStringLiteral("8 bars"));
        QVERIFY(wished.lengthPending);
        set.refuse(Target::clip(slot, ClipField::Length), QStringLiteral("no"), 10);
        const ClipReading refused = readClip(set, slot);
        QCOMPARE(refused.length, QStringLiteral("4 bars"));
        QVERIFY(!refused.lengthPending);
    }

    void aNamelessClip()
    {
        LiveSet set;
        fill(set);
        set.apply(slot, ClipField::Name, QString());
        QCOMPARE(readClip(set, slot).name, QStringLiteral("Unnamed"));
    }

    void noClipNoReading()
    {
        LiveSet set;
        QCOMPARE(readClip(set, slot), ClipReading());
        set.applyStructure(2, 3);
        QCOMPARE(readClip(set, slot), ClipReading());
        QCOMPARE(readClip(set, SlotId()), ClipReading());
    }
};

int tst_clipreading(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestClipReading>(argc, argv);
}

#include "tst_clipreading.moc"
