// SPDX-License-Identifier: GPL-3.0-or-later
// The sets that the stand-in opens: the demo, generated ones, and what is in their devices.
#include "core/sim/control/dump.h"
#include "core/sim/live/palette.h"
#include "core/sim/live/playstate.h"
#include "core/sim/sets/demo.h"
#include "core/sim/sets/generated.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

double share(const Set &set)
{
    int slots_ = 0;
    int filled = 0;
    for (const auto &track : set.tracks) {
        for (const auto &slot : track->slots) {
            slots_ += track->takesClips() ? 1 : 0;
            filled += slot->clip ? 1 : 0;
        }
    }
    return static_cast<double>(filled) / slots_;
}

} // namespace

class TestSimSets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDemoIsABelievableSet();
    void theDemoIsInTheMiddleOfAChorus();
    void theSameSeedGivesTheSameSet();
    void aGeneratedSetHasTheSizeAskedFor_data();
    void aGeneratedSetHasTheSizeAskedFor();
    void aGeneratedSetHasWhatIsAskedFor();
    void theEmptySetIsTheOneLiveStartsWith();
    void parametersAreWrittenAsLiveDoes_data();
    void parametersAreWrittenAsLiveDoes();
};

void TestSimSets::theDemoIsABelievableSet()
{
    const Set set = demoSet();
    QVERIFY(set.tracks.size() >= 12);
    QCOMPARE(set.scenes.size(), std::size_t{24});
    QVERIFY2(share(set) > 0.4 && share(set) < 0.65, qPrintable(QString::number(share(set))));
    int groups = 0;
    int folded = 0;
    int armed = 0;
    int muted = 0;
    for (const auto &track : set.tracks) {
        groups += track->kind == TrackKind::Group;
        folded += track->folded;
        armed += track->arm;
        muted += track->mute;
        QCOMPARE(snapToPalette(track->color), track->color);
        QVERIFY(!track->devices.empty());
        for (const auto &slot : track->slots) {
            if (!slot->clip)
                continue;
            QCOMPARE(snapToPalette(slot->clip->color), slot->clip->color);
            QVERIFY(!slot->clip->name.isEmpty());
            QVERIFY(!slot->clip->midi || !slot->clip->notes.empty());
        }
    }
    QCOMPARE(groups, 2);
    QCOMPARE(folded, 1);
    QCOMPARE(armed, 1);
    QCOMPARE(muted, 1);
}

void TestSimSets::theDemoIsInTheMiddleOfAChorus()
{
    const double now = 100.0;
    Live live(demoSet(), now - demoLead);
    playDemo(live, now);
    QVERIFY(live.clock().isPlaying());
    QVERIFY(live.clock().songTime() > 64.0);
    int playing = 0;
    int waiting = 0;
    for (const auto &track : live.set().tracks) {
        playing += playingSlotIndex(live.set(), *track) >= 0;
        waiting += firedSlotIndex(live.set(), *track) >= 0;
    }
    QVERIFY2(playing >= 10, qPrintable(QString::number(playing)));
    QVERIFY(waiting >= 1);
    live.step(now + 60.0); // and it goes on
    QVERIFY(live.clock().songTime() > 180.0);
}

void TestSimSets::theSameSeedGivesTheSameSet()
{
    const auto dump = [](quint32 seed) {
        const Live live(generatedSet({SimSetChoice::Kind::Generated, 12, 16, 0.5, seed}));
        return QJsonDocument(dumpSet(live)).toJson();
    };
    QCOMPARE(dump(7), dump(7));
    QVERIFY(dump(7) != dump(8));
}

void TestSimSets::aGeneratedSetHasTheSizeAskedFor_data()
{
    QTest::addColumn<int>("tracks");
    QTest::addColumn<int>("scenes");
    QTest::addColumn<double>("fill");
    QTest::newRow("smallest") << 1 << 1 << 0.0;
    QTest::newRow("usual") << 16 << 32 << 0.5;
    QTest::newRow("full") << 64 << 128 << 1.0;
}

void TestSimSets::aGeneratedSetHasTheSizeAskedFor()
{
    QFETCH(const int, tracks);
    QFETCH(const int, scenes);
    QFETCH(const double, fill);
    const Set set = generatedSet({SimSetChoice::Kind::Generated, tracks, scenes, fill, 1});
    QCOMPARE(static_cast<int>(set.tracks.size()), tracks);
    QCOMPARE(static_cast<int>(set.scenes.size()), scenes);
    QVERIFY2(std::abs(share(set) - fill) < 0.1, qPrintable(QString::number(share(set))));
}

void TestSimSets::aGeneratedSetHasWhatIsAskedFor()
{
    SimSetChoice choice;
    choice.kind = SimSetChoice::Kind::Generated;
    choice.tracks = 24;
    choice.fill = 1.0;
    choice.groups = 5;
    choice.returns = 4;
    choice.devices = 3;
    choice.notes = 5;
    const Set set = generatedSet(choice);
    QCOMPARE(static_cast<int>(set.returns.size()), 4);
    int groups = 0;
    int nested = 0;
    for (const auto &track : set.tracks) {
        if (track->kind == TrackKind::Group) {
            ++groups;
            nested += track->group != nullptr;
            QVERIFY(!set.members(*track).empty());
            continue;
        }
        QCOMPARE(static_cast<int>(track->devices.size()), 3);
        QCOMPARE(static_cast<int>(track->sends.size()), 4);
        QVERIFY(!track->slots[0]->clip->midi || track->slots[0]->clip->notes.size() <= 5);
    }
    QCOMPARE(groups, 5);
    QCOMPARE(nested, 1);
}

void TestSimSets::theEmptySetIsTheOneLiveStartsWith()
{
    const Set set = emptySet();
    QStringList names;
    for (const auto &track : set.tracks)
        names.append(track->name());
    QCOMPARE(names, QStringList({u"1-MIDI"_s, u"2-MIDI"_s, u"3-Audio"_s, u"4-Audio"_s}));
    QCOMPARE(static_cast<int>(set.scenes.size()), 8);
    QCOMPARE(static_cast<int>(set.returns.size()), 2);
    QCOMPARE(share(set), 0.0);
}

void TestSimSets::parametersAreWrittenAsLiveDoes_data()
{
    QTest::addColumn<int>("display");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](Display display, double value, const char *text) {
        QTest::newRow(text) << static_cast<int>(display) << value << QString::fromUtf8(text);
    };
    row(Display::Fader, 0.85, "0.0 dB");
    row(Display::Fader, 1.0, "6.0 dB");
    row(Display::Fader, 0.4, "-18.0 dB");
    row(Display::Fader, 0.0, "-inf dB");
    row(Display::Pan, -0.5, "25L");
    row(Display::Pan, 0.0, "C");
    row(Display::Percent, 0.35, "35 %");
    row(Display::Frequency, 0.0, "20.0 Hz");
    row(Display::Frequency, 1.0, "20.00 kHz");
    row(Display::Time, 1.0, "20.00 s");
    row(Display::Semitones, 7.0, "+7 st");
    row(Display::Ratio, 4.0, "4.00 : 1");
}

void TestSimSets::parametersAreWrittenAsLiveDoes()
{
    QFETCH(const int, display);
    QFETCH(const double, value);
    QFETCH(const QString, text);
    QCOMPARE(knob(u"x"_s, 0.0, static_cast<Display>(display)).text(value), text);
}

int tst_simsets(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimSets>(argc, argv);
}

#include "tst_simsets.moc"
