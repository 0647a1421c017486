// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/script.h"
#include "tests/core/sim/smallset.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(clipdeck::OscArguments)

class TestSimScript : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itHasAllAddressesOfAbletonOsc();
    void answers_data();
    void answers();
    void aWriteIsReadBack_data();
    void aWriteIsReadBack();
    void refusals_data();
    void refusals();
    void trackDataReadsAnyAttribute();
    void aLaunchDoesNotTakeEffectWithinTheCall();
    void undoTakesAWriteBack();
    void deletedClipComesBackByUndo();
    void notesBeginWithinTheWindow();
    void wildcardsFindByPrefix();
    void garbageIsReportedAndHarmless();
    void indexesMoveWithTheStructure();
};

void TestSimScript::itHasAllAddressesOfAbletonOsc()
{
    // As the real script registers them (its commit 0ca6821), one a line.
    QFile file(qEnvironmentVariable("CLIPDECK_SOURCE") + "/tests/data/abletonosc-addresses.txt"_L1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList real = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QStringList own = SmallStudio().script.addresses();
    QVERIFY(real.size() > 490);
    real.sort();
    own.sort();
    QCOMPARE(own, real);
}

void TestSimScript::answers_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<OscArguments>("arguments");
    QTest::addColumn<QString>("answer");
    const auto row
        = [](const char *name, const char *address, OscArguments arguments, const char *answer) {
              QTest::newRow(name) << QString::fromUtf8(address) << std::move(arguments)
                                  << (QString::fromUtf8(address) + QString::fromUtf8(answer));
          };
    row("test", "/live/test", {}, " \"ok\"");
    row("version", "/live/application/get/version", {}, " 12 1");
    row("a song getter echoes what comes with it", "/live/song/get/tempo", {42, u"x"_s},
        " 120f 42 \"x\"");
    row("a track getter echoes behind its value", "/live/track/get/mute", {1, 7}, " 1 false 7");
    row("a mixer getter does not", "/live/track/get/volume", {1, 7}, " 1 0.85f");
    row("ids may be floats", "/live/track/get/name", {1.0F}, " 1 \"Keys\"");
    row("ids count from the end", "/live/track/get/name", {-1}, " -1 \"Bass\"");
    row("a star answers for the first", "/live/track/get/name", {u"*"_s}, " 0 \"GROUP\"");
    row("what a track lacks is nil", "/live/track/get/arm", {0}, " 0 nil");
    row("what a clip lacks is nil", "/live/clip/get/gain", {1, 0}, " 1 0 nil");
    row("clip", "/live/clip/get/length", {1, 1, u"e"_s}, " 1 1 8f \"e\"");
    row("slot", "/live/clip_slot/get/has_clip", {1, 5}, " 1 5 false");
    row("group slot", "/live/clip_slot/get/controls_other_clips", {0, 0}, " 0 0 true");
    row("scene without tempo", "/live/scene/get/tempo", {2}, " 2 -1f");
    row("send", "/live/track/get/send", {3, 0}, " 3 0 0f");
    row("clip names", "/live/track/get/clips/name", {1}, " 1 \"one\" \"two\" nil nil nil nil");
    row("devices", "/live/track/get/devices/name", {3}, " 3 \"Auto Filter\"");
    row("names", "/live/song/get/track_names", {1, 3}, " \"Keys\" \"Tape\"");
    row("names to the end", "/live/song/get/track_names", {2, -1}, " \"Tape\" \"Bass\"");
    row("scene names know no end", "/live/song/get/scenes/name", {0, -1}, "");
    row("parameter text", "/live/device/get/parameter/value_string", {3, 0, 1},
        " 3 0 1 \"Low-pass\"");
    row("parameter value", "/live/device/get/parameter/value", {3, 0, 2.0F}, " 3 0 2 0.8f");
    row("selected", "/live/view/get/selected_clip", {}, " 0 0");
}

void TestSimScript::answers()
{
    QFETCH(const QString, address);
    QFETCH(const OscArguments, arguments);
    QFETCH(const QString, answer);
    SmallStudio studio;
    QCOMPARE(studio.ask(address, arguments), QStringList{answer});
}

void TestSimScript::aWriteIsReadBack_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<OscArguments>("ids");
    QTest::addColumn<OscArguments>("value");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char *property, OscArguments ids, OscArgument value, const char *shown) {
              QTest::newRow(property) << QString::fromLatin1(property) << std::move(ids)
                                      << OscArguments{value} << QString::fromLatin1(shown);
          };
    row("song/%1/tempo", {}, 99, "99f");
    row("song/%1/metronome", {}, 1, "true");
    row("song/%1/clip_trigger_quantization", {}, 7, "7");
    row("song/%1/scale_name", {}, u"Dorian"_s, "\"Dorian\"");
    row("track/%1/name", {3}, u"Sub"_s, "3 \"Sub\"");
    row("track/%1/name", {3}, u""_s, "3 \"4-MIDI\"");
    row("track/%1/color", {3}, 0xFF0000, "3 16725558");
    row("track/%1/arm", {3}, true, "3 true");
    row("track/%1/fold_state", {0}, 1, "0 1");
    row("track/%1/panning", {3}, -0.5F, "3 -0.5f");
    row("clip/%1/looping", {1, 0}, false, "1 0 false");
    row("clip/%1/loop_end", {1, 0}, 8, "1 0 8f");
    row("clip/%1/color_index", {1, 0}, 14, "1 0 14");
    row("clip/%1/gain", {2, 0}, 0.25F, "2 0 0.25f");
    row("clip_slot/%1/has_stop_button", {1, 3}, false, "1 3 false");
    row("scene/%1/tempo", {1}, 126.0F, "1 126f");
    row("scene/%1/name", {1}, u"Drop"_s, "1 \"Drop\"");
    row("device/%1/parameter/value", {3, 0, 3}, 0.75F, "3 0 3 0.75f");
}

void TestSimScript::aWriteIsReadBack()
{
    QFETCH(const QString, property);
    QFETCH(const OscArguments, ids);
    QFETCH(const OscArguments, value);
    QFETCH(const QString, shown);
    SmallStudio studio;
    OscArguments write = ids;
    write.push_back(value.front());
    QCOMPARE(studio.ask("/live/"_L1 + property.arg("set"_L1), write), QStringList());
    const QString getter = "/live/"_L1 + property.arg("get"_L1);
    QCOMPARE(studio.ask(getter, ids), QStringList{QString(getter + u' ' + shown)});
}

void TestSimScript::refusals_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<OscArguments>("arguments");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char *name, const char *address, OscArguments arguments, const char *words) {
              QTest::newRow(name) << QString::fromUtf8(address) << std::move(arguments)
                                  << QString::fromUtf8(words);
          };
    row("track out of range", "/live/track/get/name", {9}, "Index out of range");
    row("no id", "/live/track/get/name", {}, "list index out of range");
    row("empty slot", "/live/clip/get/name", {1, 5}, "'NoneType' object has no attribute 'name'");
    row("float for a bool", "/live/track/set/mute", {1, 0.5F}, "did not match C++ signature");
    row("float for an int", "/live/song/set/clip_trigger_quantization", {3.0F},
        "did not match C++ signature");
    row("value out of range", "/live/track/set/volume", {1, 1.5F},
        "Invalid value. Check the parameters range");
    row("tempo out of range", "/live/song/set/tempo", {5.0F}, "Tempo is out of range");
    row("loop end before start", "/live/clip/set/loop_end", {1, 0, 0.0F},
        "Cannot set LoopEnd before LoopStart");
    row("not listenable", "/live/clip/start_listen/length", {1, 0},
        "no attribute 'add_length_listener'");
    row("arm of a group", "/live/song/get/track_data", {0, 1, u"track.arm"_s},
        "have no 'Arm' state!");
    row("audio only", "/live/song/get/track_data", {1, 2, u"clip.gain"_s},
        "only available for audio clips");
    row("no such attribute", "/live/song/get/track_data", {0, 1, u"track.nope"_s},
        "no attribute 'nope'");
    row("a float as send index", "/live/track/get/send", {1, 0.0F}, "Invalid index type");
    row("clip in an audio track", "/live/clip_slot/create_clip", {2, 3, 4.0F}, "Only MIDI tracks");
    row("clip where one is", "/live/clip_slot/create_clip", {1, 0, 4.0F}, "already has a clip");
}

void TestSimScript::refusals()
{
    QFETCH(const QString, address);
    QFETCH(const OscArguments, arguments);
    QFETCH(const QString, words);
    SmallStudio studio;
    const QStringList sent = studio.ask(address, arguments);
    QCOMPARE(sent.size(), 2);
    QVERIFY2(
        sent[0].startsWith("/live/error \"Error handling OSC message: "_L1), qPrintable(sent[0]));
    QVERIFY2(sent[0].contains(words), qPrintable(sent[0]));
    QCOMPARE(sent[1], u"…stopped"_s);
}

void TestSimScript::trackDataReadsAnyAttribute()
{
    SmallStudio studio;
    QCOMPARE(studio.ask(u"/live/song/get/track_data"_s,
                 {1, 3, u"track.name"_s, u"track.group_track"_s, u"clip.name"_s,
                     u"clip_slot.has_clip"_s, u"track.num_devices"_s}),
        QStringList{
            u"/live/song/get/track_data \"Keys\" 0 \"one\" \"two\" nil nil nil nil true true false "
            u"false "
            u"false false 0 \"Tape\" 0 \"shot\" nil nil nil nil nil true false false false false false 0"_s});
    QCOMPARE(studio.ask(u"/live/song/get/track_data"_s,
                 {3, -1, u"device.class_name"_s, u"clip.signature_numerator"_s}),
        QStringList{u"/live/song/get/track_data \"AutoFilter2\" 4 nil nil nil nil nil"_s});
}

void TestSimScript::aLaunchDoesNotTakeEffectWithinTheCall()
{
    SmallStudio studio;
    studio.ask(u"/live/song/set/clip_trigger_quantization"_s, {0});
    QCOMPARE(studio.ask(u"/live/clip_slot/fire"_s, {1, 0}), QStringList());
    QCOMPARE(studio.ask(u"/live/clip/get/is_playing"_s, {1, 0}),
        QStringList{u"/live/clip/get/is_playing 1 0 false"_s});
    studio.live.step(0.02);
    QCOMPARE(studio.ask(u"/live/clip/get/is_playing"_s, {1, 0}),
        QStringList{u"/live/clip/get/is_playing 1 0 true"_s});
}

void TestSimScript::undoTakesAWriteBack()
{
    SmallStudio studio;
    studio.ask(u"/live/clip/set/loop_end"_s, {1, 0, 16.0F});
    QCOMPARE(
        studio.ask(u"/live/song/get/can_undo"_s), QStringList{u"/live/song/get/can_undo true"_s});
    studio.ask(u"/live/song/undo"_s);
    QCOMPARE(studio.clip(1, 0).loop.end, 4.0);
    studio.ask(u"/live/song/redo"_s);
    QCOMPARE(studio.clip(1, 0).loop.end, 16.0);
}

void TestSimScript::deletedClipComesBackByUndo()
{
    SmallStudio studio;
    studio.ask(u"/live/clip_slot/delete_clip"_s, {1, 1});
    QVERIFY(!studio.slot(1, 1).clip);
    studio.ask(u"/live/song/undo"_s);
    QVERIFY(studio.slot(1, 1).clip);
    QCOMPARE(studio.clip(1, 1).name, u"two"_s);
}

void TestSimScript::notesBeginWithinTheWindow()
{
    SmallStudio studio;
    studio.ask(u"/live/clip/add/notes"_s,
        {1, 0, 60, 0.0F, 1.0F, 100.0F, false, 127, 1.0F, 1.0F, 90.0F, true});
    // Without a window clip.py asks for 127 pitches, so the highest is not found.
    QCOMPARE(studio.ask(u"/live/clip/get/notes"_s, {1, 0}),
        QStringList{u"/live/clip/get/notes 1 0 60 0f 1f 100f false"_s});
    QCOMPARE(studio.ask(u"/live/clip/get/notes"_s, {1, 0, 61, 67, 0.0F, 4.0F}),
        QStringList{u"/live/clip/get/notes 1 0 127 1f 1f 90f true"_s});
}

void TestSimScript::wildcardsFindByPrefix()
{
    SmallStudio studio;
    const QStringList sent = studio.ask(u"/live/song/get/num_*"_s);
    QCOMPARE(
        sent, (QStringList{u"/live/song/get/num_tracks 4"_s, u"/live/song/get/num_scenes 6"_s}));
}

void TestSimScript::garbageIsReportedAndHarmless()
{
    SmallStudio studio;
    for (const QByteArray &bytes :
        {QByteArray("garbage!"), QByteArray(), QByteArray("/live/test\0\0,i\0\0", 16)})
        QVERIFY(studio.script.receive(bytes));
    // What osc_server.py does not catch where it reads: the tick ends.
    for (const QByteArray &bytes :
        {QByteArray("#bundle\0\0\0", 10), QByteArray(QByteArray(2999, '\xff') + '\0')})
        QVERIFY(!studio.script.receive(bytes));
    for (const QString &line : studio.take())
        QVERIFY2(line.startsWith("/live/error"_L1), qPrintable(line));
    QCOMPARE(studio.ask(u"/live/nothing"_s),
        QStringList{u"/live/error \"Unknown OSC address: /live/nothing\""_s});
}

void TestSimScript::indexesMoveWithTheStructure()
{
    SmallStudio studio;
    studio.ask(u"/live/song/create_midi_track"_s, {1});
    QCOMPARE(studio.ask(u"/live/song/get/track_names"_s),
        QStringList{
            u"/live/song/get/track_names \"GROUP\" \"2-MIDI\" \"Keys\" \"Tape\" \"Bass\""_s});
    studio.ask(
        u"/live/song/delete_track"_s, {0}); // a group goes with its tracks, the new one among them
    QCOMPARE(studio.ask(u"/live/song/get/track_names"_s),
        QStringList{u"/live/song/get/track_names \"Bass\""_s});
    studio.ask(u"/live/song/create_scene"_s, {0});
    QCOMPARE(studio.ask(u"/live/clip/get/name"_s, {0, 1}),
        QStringList{u"/live/clip/get/name 0 1 \"low\""_s});
    studio.ask(u"/live/song/delete_scene"_s, {1});
    QCOMPARE(
        studio.ask(u"/live/song/get/num_scenes"_s), QStringList{u"/live/song/get/num_scenes 6"_s});
}

int tst_simscript(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimScript>(argc, argv);
}

#include "tst_simscript.moc"
