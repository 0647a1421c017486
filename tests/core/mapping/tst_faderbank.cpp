// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/faderbank.h"
#include "tests/support/bandset.h"
#include "tests/support/recordinglive.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;
using State = FaderReading::State;

namespace {

const ParameterId cutoff = parameterId(1, 0, 1); // 20..220, at 120
const ParameterId type = parameterId(0, 0, 1); // 0..4 in steps, at 1

/// A set, what serves it, and a bank over them.
struct FaderBankFixture {
    FaderBankFixture() { fillSet(set, bandTracks()); }
    LiveSet set;
    RecordingLive live{set};
    RecordingSender midi;
    FaderBank bank{set, live, midi};

    /// `live`, `wish` and text of a fader: "0.50 wish 0.75 held | 120".
    QString text(int fader) const
    {
        const FaderReading reading = bank.reading(fader);
        const auto number = [](const std::optional<double> &position) {
            return position ? QString::number(*position, 'f', 2) : QStringLiteral("?");
        };
        QString out = number(reading.live);
        if (reading.wish)
            out += QStringLiteral(" wish ") + number(reading.wish);
        if (reading.isHeld)
            out += QStringLiteral(" held");
        return out + QStringLiteral(" | ") + reading.valueText;
    }
};

} // namespace

class tst_FaderBank : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mappedFaderShowsWhatLiveHas()
    {
        FaderBankFixture bench;
        const QSignalSpy saved(&bench.bank, &FaderBank::mappingsChanged);
        QVERIFY(bench.bank.reading(0).state == State::NotMapped);
        bench.bank.map(0, cutoff);
        const FaderReading reading = bench.bank.reading(0);
        QVERIFY(reading.state == State::Ready);
        QCOMPARE(reading.name.track, QStringLiteral("Sub"));
        QCOMPARE(reading.name.what, QStringLiteral("Voice: Cutoff"));
        QCOMPARE(reading.color.value(), 0x10A4EE);
        QCOMPARE(bench.text(0), QStringLiteral("0.50 | 120"));
        QCOMPARE(bench.live.watched, QStringList{QStringLiteral("1/0/1")});
        QCOMPARE(saved.count(), 1);
        bench.live.confirm(cutoff, 70.0, QStringLiteral("70 Hz"));
        QCOMPARE(bench.text(0), QStringLiteral("0.25 | 70 Hz"));
        bench.bank.unmap(0);
        QCOMPARE(bench.live.watched, QStringList());
        QVERIFY(bench.bank.reading(0) == FaderReading());
    }

    void liveDoesNotMoveAHeldFader()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.bank.requestGrab(0);
        QCOMPARE(bench.text(0), QStringLiteral("0.50 wish 0.50 held | 120"));
        bench.bank.requestMove(0, 0.75);
        QCOMPARE(bench.live.wishes, QStringList{QStringLiteral("1/0/1 = 170")});
        bench.live.confirm(cutoff, 60.0, QStringLiteral("60 Hz"));
        QCOMPARE(bench.text(0), QStringLiteral("0.20 wish 0.75 held | 60 Hz"));
        bench.bank.requestRelease(0);
        QCOMPARE(bench.text(0), QStringLiteral("0.20 | 60 Hz"));
    }

    void releasedFaderShowsTheWishUntilLiveConfirms()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.bank.requestMove(0, 1.5);
        bench.bank.requestRelease(0);
        QCOMPARE(bench.text(0), QStringLiteral("0.50 wish 1.00 | 120"));
        bench.live.confirm(cutoff, 220.0, QStringLiteral("220 Hz"));
        QCOMPARE(bench.text(0), QStringLiteral("1.00 | 220 Hz"));
    }

    void refusedWishFallsBack()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.bank.requestMove(0, 0.9);
        bench.bank.requestRelease(0);
        const QSignalSpy shown(&bench.bank, &FaderBank::readingChanged);
        bench.set.refuse(Target::parameter(cutoff), QStringLiteral("no"), 1);
        bench.set.publish();
        QCOMPARE(bench.text(0), QStringLiteral("0.50 | 120"));
        QCOMPARE(shown.count(), 1);
    }

    void cancelPutsBackWhatLiveHad()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.bank.requestMove(0, 0.75);
        bench.bank.requestCancel(0);
        QCOMPARE(bench.live.wishes,
            (QStringList{QStringLiteral("1/0/1 = 170"), QStringLiteral("1/0/1 = 120")}));
        QVERIFY(!bench.bank.reading(0).isHeld);
    }

    void quantizedTargetsTakeWholeSteps()
    {
        FaderBankFixture bench;
        bench.bank.map(2, type);
        QCOMPARE(bench.bank.reading(2).steps, 5);
        bench.bank.requestMove(2, 0.6);
        QCOMPARE(bench.live.wishes, QStringList{QStringLiteral("0/0/1 = 2")});
    }

    void resetGoesToTheValueFirstSeenOrToUnity()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.live.confirm(cutoff, 20.0, {});
        bench.bank.requestReset(0);
        QCOMPARE(bench.live.wishes, QStringList{QStringLiteral("1/0/1 = 120")});
        bench.bank.mapVolume(1, TrackIndex(2));
        bench.set.apply(TrackIndex(2), TrackField::Volume, 0.4);
        bench.set.publish();
        QCOMPARE(bench.text(1), QStringLiteral("0.40 | −18.0 dB"));
        bench.bank.requestReset(1);
        QCOMPARE(bench.live.wishes.last(), QStringLiteral("volume 2 = 0.85"));
    }

    void mappingFollowsAMovedTrack()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        std::vector<BandTrack> tracks = bandTracks();
        std::swap(tracks[0], tracks[1]);
        fillSet(bench.set, tracks);
        QVERIFY(bench.bank.reading(0).state == State::Ready);
        QCOMPARE(bench.live.watched, QStringList{QStringLiteral("0/0/1")});
        bench.bank.requestMove(0, 0.0);
        QCOMPARE(bench.live.wishes, QStringList{QStringLiteral("0/0/1 = 20")});
    }

    void mappingFollowsARenamedTrack()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        const QSignalSpy saved(&bench.bank, &FaderBank::mappingsChanged);
        bench.set.apply(TrackIndex(1), TrackField::Name, QStringLiteral("Low end"));
        bench.set.publish();
        QVERIFY(bench.bank.reading(0).state == State::Ready);
        QCOMPARE(bench.bank.reading(0).name.track, QStringLiteral("Low end"));
        QCOMPARE(saved.count(), 1);
    }

    void tracksThatMayHaveMovedAreNotTakenForRenamed()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        const QSignalSpy saved(&bench.bank, &FaderBank::mappingsChanged);
        // Sub and Keys changed places, and so far Live told of one of them only.
        bench.set.apply(TrackIndex(1), TrackField::Name, QStringLiteral("Keys"));
        bench.set.publish();
        QVERIFY(bench.bank.reading(0).state == State::Orphan);
        QCOMPARE(saved.count(), 0);
    }

    void orphanKeepsItsNameAndOffersTheNearest()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.bank.requestGrab(0);
        std::vector<BandTrack> tracks = bandTracks();
        tracks[1].devices[0].name = QStringLiteral("Bass voice");
        fillSet(bench.set, tracks);
        const FaderReading reading = bench.bank.reading(0);
        QVERIFY(reading.state == State::Orphan);
        QCOMPARE(reading.name.what, QStringLiteral("Voice: Cutoff"));
        QCOMPARE(reading.nearest.value().what, QStringLiteral("Bass voice: Cutoff"));
        QCOMPARE(reading.nearestColor.value(), 0x10A4EE);
        QVERIFY(!reading.isHeld);
        bench.bank.requestMove(0, 0.9);
        QCOMPARE(bench.live.wishes, QStringList());
        QCOMPARE(bench.live.watched, QStringList());
        bench.bank.relink(0);
        QVERIFY(bench.bank.reading(0).state == State::Ready);
        QCOMPARE(bench.bank.reading(0).name.what, QStringLiteral("Bass voice: Cutoff"));
    }

    void orphanComesBackWithItsSet()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.set.clear();
        bench.set.publish();
        QVERIFY(bench.bank.reading(0).state == State::Waiting);
        QVERIFY(!bench.bank.reading(0).live);
        fillSet(bench.set, {{QStringLiteral("Other song"), 0, {}}});
        QVERIFY(bench.bank.reading(0).state == State::Orphan);
        fillSet(bench.set, bandTracks());
        QCOMPARE(bench.text(0), QStringLiteral("0.50 | 120"));
    }

    void volumeIsNotShownBeforeItWasRead()
    {
        LiveSet set;
        RecordingLive live(set);
        RecordingSender midi;
        FaderBank bank(set, live, midi);
        FaderBank::Targets targets;
        targets[3] = VolumeAnchor{{QStringLiteral("Sub"), TrackIndex(0)}};
        bank.restore(targets);
        set.applyStructure(1, 1);
        set.apply(TrackIndex(0), TrackField::Name, QStringLiteral("Sub"));
        set.publish();
        QVERIFY(bank.reading(3).state == State::Waiting);
        bank.requestMove(3, 1.0);
        QCOMPARE(live.wishes, QStringList());
        set.apply(TrackIndex(0), TrackField::Volume, 0.5);
        set.publish();
        QVERIFY(bank.reading(3).state == State::Ready);
    }

    void controllerSendsEachValueOnce()
    {
        FaderBankFixture bench;
        bench.bank.map(7, ControllerTarget{2, 74});
        QCOMPARE(bench.text(7), QStringLiteral("? | "));
        bench.bank.requestMove(7, 1.0);
        bench.bank.requestMove(7, 0.999);
        bench.bank.requestMove(7, 0.5);
        QCOMPARE(bench.midi.sent,
            (QStringList{QStringLiteral("cc ch 2 74 = 127"), QStringLiteral("cc ch 2 74 = 64")}));
        bench.bank.requestRelease(7);
        QCOMPARE(bench.text(7), QStringLiteral("0.50 | 64"));
    }

    void controllerWithoutAnOutputSaysSo()
    {
        FaderBankFixture bench;
        bench.midi.isOpen = false;
        bench.bank.map(0, ControllerTarget{1, 1});
        const QSignalSpy notSent(&bench.bank, &FaderBank::notSent);
        bench.bank.requestMove(0, 1.0);
        QCOMPARE(notSent.count(), 1);
        bench.bank.requestRelease(0);
        QCOMPARE(bench.text(0), QStringLiteral("? | "));
    }

    void otherFadersAreLeftAlone()
    {
        FaderBankFixture bench;
        bench.bank.map(0, cutoff);
        bench.bank.map(1, type);
        const QSignalSpy shown(&bench.bank, &FaderBank::readingChanged);
        bench.live.confirm(cutoff, 30.0, {});
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.at(0).at(0).toInt(), 0);
    }
};

int tst_faderbank(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_FaderBank>(argc, argv);
}

#include "tst_faderbank.moc"
