// SPDX-License-Identifier: GPL-3.0-or-later
// Each quirk of the real script, on and off.
#include "core/osc/osccodec.h"
#include "tests/core/sim/smallset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

/// What one conversation with a script brings forth.
using Talk = QStringList (*)(SmallStudio &);

struct Case {
    Quirk quirk;
    Talk talk;
    QStringList strict;
    QStringList lenient;
};

QStringList afterAFailure(SmallStudio &studio)
{
    const QByteArray failing = *encodeOsc({u"/live/track/get/name"_s, {99}});
    const bool goesOn = studio.script.receive(failing);
    studio.take();
    return {goesOn ? u"goes on"_s : u"stops"_s};
}

QStringList everyTrack(SmallStudio &studio)
{
    return studio.ask(u"/live/track/get/mute"_s, {u"*"_s});
}

QStringList highestNote(SmallStudio &studio)
{
    studio.ask(u"/live/clip/add/notes"_s, {1, 0, 127, 0.0F, 1.0F, 100, false});
    return studio.ask(u"/live/clip/get/notes"_s, {1, 0});
}

QStringList notesById(SmallStudio &studio)
{
    studio.ask(u"/live/clip/add/notes"_s, {1, 0, 60, 0.0F, 1.0F, 100, false});
    const QStringList answer = studio.ask(u"/live/clip/remove_notes_by_id"_s, {1, 0, 1});
    return {answer.isEmpty() && studio.clip(1, 0).notes.empty() ? u"removed"_s : u"failed"_s};
}

QStringList listenAgain(SmallStudio &studio)
{
    studio.ask(u"/live/track/start_listen/volume"_s, {1});
    studio.ask(u"/live/song/create_midi_track"_s, {0});
    const QStringList answer = studio.ask(u"/live/track/start_listen/volume"_s, {1});
    return {answer.front().contains("Observer not connected"_L1) ? u"failed"_s : u"moved"_s};
}

QStringList reload(SmallStudio &studio)
{
    studio.ask(u"/live/track/start_listen/volume"_s, {1});
    studio.ask(u"/live/api/reload"_s);
    return studio.ask(u"/live/test"_s);
}

QStringList deviceName(SmallStudio &studio)
{
    return studio.ask(u"/live/device/start_listen/name"_s, {3, 0});
}

QStringList scenesUpToMinusOne(SmallStudio &studio)
{
    studio.ask(u"/live/scene/set/name"_s, {0, u"Intro"_s});
    return {QString::number(
        studio.ask(u"/live/song/get/scenes/name"_s, {0, -1}).front().count(u'"') / 2)};
}

QStringList wildcard(SmallStudio &studio)
{
    return studio.ask(u"/live/song/get/scene*"_s);
}

QStringList fireAsSelected(SmallStudio &studio)
{
    studio.ask(u"/live/scene/fire_as_selected"_s, {3});
    return studio.ask(u"/live/view/get/selected_scene"_s);
}

const QString dead = u"/live/error \"Unknown OSC address: /live/test\""_s;

const std::vector<Case> &cases()
{
    static const std::vector<Case> table{
        {Quirk::FailureEndsTick, afterAFailure, {u"stops"_s}, {u"goes on"_s}},
        {Quirk::FirstTrackOnly, everyTrack, {u"/live/track/get/mute 0 false"_s},
            {u"/live/track/get/mute 0 false"_s, u"/live/track/get/mute 1 false"_s,
                u"/live/track/get/mute 2 false"_s, u"/live/track/get/mute 3 false"_s}},
        {Quirk::HighestNoteHidden, highestNote, {u"/live/clip/get/notes 1 0"_s},
            {u"/live/clip/get/notes 1 0 127 0f 1f 100f false"_s}},
        {Quirk::NotesByIdFail, notesById, {u"failed"_s}, {u"removed"_s}},
        {Quirk::ListenersLeak, listenAgain, {u"failed"_s}, {u"moved"_s}},
        {Quirk::ReloadKills, reload, {dead}, {u"/live/test \"ok\""_s}},
        {Quirk::DevicePushesWithoutIds, deviceName, {u"/live/device/get/name \"Auto Filter\""_s},
            {u"/live/device/get/name 3 0 \"Auto Filter\""_s}},
        {Quirk::ScenesUpToMinusOne, scenesUpToMinusOne, {u"0"_s}, {u"6"_s}},
        {Quirk::OpenEndedWildcards, wildcard,
            {u"/live/song/get/scenes/name \"S0\" \"S1\" \"S2\" \"S3\" \"S4\" \"S5\""_s}, {}},
        {Quirk::SelectedSceneFires, fireAsSelected, {u"/live/view/get/selected_scene 1"_s},
            {u"/live/view/get/selected_scene 4"_s}},
    };
    return table;
}

} // namespace

class TestSimQuirks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyQuirkIsTriedAndTold();
    void strictAndLenient_data();
    void strictAndLenient();
};

void TestSimQuirks::everyQuirkIsTriedAndTold()
{
    QCOMPARE(cases().size(), quirkCount);
    for (std::size_t i = 0; i < quirkCount; ++i) {
        QCOMPARE(static_cast<std::size_t>(cases()[i].quirk), i);
        QCOMPARE(static_cast<std::size_t>(quirkTexts()[i].quirk), i);
    }
}

void TestSimQuirks::strictAndLenient_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(quirkTexts()[i].strict) << static_cast<int>(i);
}

void TestSimQuirks::strictAndLenient()
{
    QFETCH(const int, index);
    const Case &each = cases()[static_cast<std::size_t>(index)];
    SmallStudio strict;
    QCOMPARE(each.talk(strict), each.strict);
    SmallStudio lenient(Quirks::none());
    QCOMPARE(each.talk(lenient), each.lenient);
}

int tst_simquirks(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimQuirks>(argc, argv);
}

#include "tst_simquirks.moc"
