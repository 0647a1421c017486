// SPDX-License-Identifier: GPL-3.0-or-later
// Live Sets as files: the same small set as each version of Live writes it, and what is left out of it. Files of one's
// own are read, too: CLIPDECK_ALS_DIR=folder.
#include "core/sim/control/dump.h"
#include "core/sim/live/live.h"
#include "core/sim/live/palette.h"
#include "core/sim/sets/als/document.h"
#include "core/sim/sets/als/reader.h"
#include "tests/core/sim/alsfile.h"
#include "tests/support/testclass.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

AlsFile readBytes(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readAls(buffer);
}

/// The dump of the small set in the shape of one version.
struct Opened {
    AlsFile file;
    QJsonObject dump;

    explicit Opened(int version)
        : file(readBytes(AlsShape{version}.file()))
    {
        if (file.set)
            dump = dumpSet(Live(std::move(*file.set)));
    }
    QJsonObject track(int index) const { return dump["tracks"_L1].toArray()[index].toObject(); }
    QJsonObject clip(int trackIndex, const char *row) const
    {
        return track(trackIndex)["clip_slots"_L1][QLatin1String(row)]["clip"_L1].toObject();
    }
};

QString line(const QJsonObject &object, std::initializer_list<const char *> names)
{
    QJsonArray values;
    for (const char *name : names)
        values.append(object[QLatin1String(name)]);
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

void addVersions()
{
    QTest::addColumn<int>("version");
    for (int version = 8; version <= 12; ++version)
        QTest::addRow("Live %d", version) << version;
}

} // namespace

class TestAls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tracksAndGroups_data() { addVersions(); }
    void tracksAndGroups();
    void mixer_data() { addVersions(); }
    void mixer();
    void midiClips_data() { addVersions(); }
    void midiClips();
    void notesHaveIdsOfTheirOwn();
    void aNumberInANameFollowsTheTrack();
    void plainXmlOpens_data();
    void plainXmlOpens();
    void anAutomatedTempoIsTheFirst();
    void audioClips_data() { addVersions(); }
    void audioClips();
    void devices_data() { addVersions(); }
    void devices();
    void songAndScenes_data() { addVersions(); }
    void songAndScenes();
    void whatIsLeftOutIsCounted();
    void fadersStandWhereLivePutsThem_data();
    void fadersStandWhereLivePutsThem();
    void paletteNumbers();
    void aGapInAGroupEndsIt();
    void filesOfLiveItself();
};

void TestAls::tracksAndGroups()
{
    QFETCH(const int, version);
    const Opened set(version);
    QVERIFY2(set.file.error.isEmpty(), qPrintable(set.file.error));
    QStringList seen;
    for (const QJsonValue &each : set.dump["tracks"_L1].toArray())
        seen.append(line(each.toObject(),
            {"kind", "name", "group_index", "fold_state", "color_index", "is_frozen"}));
    const QString fold = version <= 9 ? u"1"_s : u"0"_s;
    QCOMPARE(seen,
        (QStringList{QString(R"(["group","1-Group",null,%1,0,false])"_L1).arg(fold),
            uR"(["midi","Bass",0,null,5,false])"_s, uR"(["group","Inner",0,0,6,false])"_s,
            uR"(["audio","4 Tape",2,null,7,false])"_s,
            QString(R"(["midi","%1",null,null,8,true])"_L1)
                .arg(version == 8 ? "5-MIDI"_L1 : "5-Strings"_L1)}));
    QStringList returns;
    for (const QJsonValue &each : set.dump["return_tracks"_L1].toArray())
        returns.append(line(each.toObject(), {"name", "color_index"}));
    QCOMPARE(returns,
        (QStringList{version == 8 ? uR"(["A-Return",9])"_s : uR"(["A-Reverb",9])"_s,
            uR"(["B-Echoes",10])"_s}));
    QCOMPARE(
        line(set.dump["master_track"_L1].toObject(), {"name", "color_index"}), uR"(["Main",11])"_s);
}

void TestAls::mixer()
{
    QFETCH(const int, version);
    const Opened set(version);
    const QJsonObject bass = set.track(1);
    QVERIFY(std::abs(bass["volume"_L1].toDouble() - 0.7) < 1e-5); // -6 dB
    QCOMPARE(line(bass, {"panning", "arm", "mute", "solo", "current_monitoring_state"}),
        u"[-0.5,true,false,false,0]"_s);
    QCOMPARE(bass["sends"_L1].toArray(), (QJsonArray{1.0, 0.0}));
    QCOMPARE(set.track(2)["volume"_L1].toDouble(), 1.0); // +6 dB
    QCOMPARE(set.track(3)["volume"_L1].toDouble(), 0.0);
    QVERIFY(!set.track(1)["clip_slots"_L1].toObject().isEmpty());
}

void TestAls::midiClips()
{
    QFETCH(const int, version);
    const QJsonObject clip = Opened(version).clip(1, "0");
    QCOMPARE(clip["name"_L1].toString(), u"Verse & fill"_s);
    QCOMPARE(line(clip,
                 {"is_midi_clip", "color_index", "looping", "loop_start", "loop_end",
                     "start_marker", "end_marker", "length"}),
        u"[true,3,true,4,12,2,16,8]"_s);
    QCOMPARE(line(clip,
                 {"launch_mode", "launch_quantization", "legato", "muted", "velocity_amount",
                     "signature_numerator", "signature_denominator"}),
        u"[2,5,true,true,0.25,7,8]"_s);
    QCOMPARE(clip["notes"_L1].toArray(),
        (QJsonArray{QJsonArray{36, 4.5, 0.5, 127.0, false}, QJsonArray{62, 4.0, 0.5, 100.0, false},
            QJsonArray{62, 5.0, 0.5, 30.5, true}}));
}

void TestAls::notesHaveIdsOfTheirOwn()
{
    const AlsFile file = readBytes(AlsShape{12}.file());
    const Clip &clip = *file.set->tracks[1]->slots[0]->clip;
    QSet<int> ids;
    for (const Note &note : clip.notes)
        ids.insert(note.id);
    QCOMPARE(ids.size(), 3);
    QVERIFY(!ids.contains(0));
    QCOMPARE(clip.lastNoteId, *std::max_element(ids.begin(), ids.end()));
}

void TestAls::aNumberInANameFollowsTheTrack()
{
    AlsFile file = readBytes(AlsShape{12}.file());
    Live live(std::move(*file.set));
    const Track &tape = *live.set().tracks[3];
    QCOMPARE(tape.name(), u"4 Tape"_s);
    live.moveTrack(4, 0);
    QCOMPARE(tape.index, 4);
    QCOMPARE(tape.name(), u"5 Tape"_s);
    QCOMPARE(live.set().tracks[1]->name(), u"2-Group"_s);
}

void TestAls::plainXmlOpens_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("as Live writes it") << QByteArray();
    QTest::newRow("a mark of its encoding") << QByteArray("\xef\xbb\xbf");
}

void TestAls::plainXmlOpens()
{
    QFETCH(const QByteArray, before);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"Song.als"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before + AlsShape{12}.xml());
    file.close();
    const AlsFile plain = readAls(file.fileName());
    QVERIFY2(plain.error.isEmpty(), qPrintable(plain.error));
    QCOMPARE(plain.set->tracks.size(), readBytes(AlsShape{12}.file()).set->tracks.size());
}

void TestAls::anAutomatedTempoIsTheFirst()
{
    // Live 8 with tempo automation; Live 9 writes the events, too, but what the song has now stands apart.
    for (const auto &[version, tempo] : {std::pair{8, 97.5}, {9, 140.0}}) {
        QByteArray xml = AlsShape{version}.xml();
        const QByteArray events
            = "<Tempo><ArrangerAutomation><Events><FloatEvent Time=\"-63072000\" Value=\"97.5\"/>"
              "<FloatEvent Time=\"16\" Value=\"133\"/></Events></ArrangerAutomation>";
        const auto from = xml.indexOf("<Tempo>", xml.indexOf("<MasterTrack>"));
        const auto to = xml.indexOf("</Tempo>", from);
        xml.replace(from, to - from,
            version == 8 ? events : QByteArray(events + AlsShape::value("Manual", tempo)));
        const AlsFile file = readBytes(gzipped(xml));
        QVERIFY2(file.set, qPrintable(file.error));
        QCOMPARE(file.set->song.tempo, tempo);
        QVERIFY(file.leftOut.contains(u"automation of the arrangement: 1"_s));
    }
}

void TestAls::audioClips()
{
    QFETCH(const int, version);
    const QJsonObject clip = Opened(version).clip(3, "1");
    QCOMPARE(line(clip,
                 {"is_midi_clip", "name", "color_index", "looping", "start_marker", "end_marker",
                     "loop_start", "warping", "warp_mode", "ram_mode"}),
        uR"([false,"",9,false,1.5,6,1.5,false,4,true])"_s);
    QCOMPARE(
        line(clip,
            {"gain_display_string", "pitch_coarse", "pitch_fine", "file_path", "sample_length"}),
        uR"(["0.0 dB",-3,12.5,"/Users/x/Samples/hit.wav",264600])"_s);
}

void TestAls::devices()
{
    QFETCH(const int, version);
    const Opened set(version);
    QStringList seen;
    for (const int track : {1, 4}) {
        for (const QJsonValue &each : set.track(track)["devices"_L1].toArray()) {
            seen.append(line(each.toObject(), {"name", "class_name", "type", "can_have_chains"}));
            for (const QJsonValue &parameter : each["parameters"_L1].toArray())
                seen.append(
                    line(parameter.toObject(), {"name", "value", "min", "max", "is_quantized"}));
        }
    }
    QCOMPARE(seen,
        (QStringList{uR"(["Synthia","PluginDevice",1,false])"_s, uR"(["Device On",1,0,1,true])"_s,
            uR"(["Cutoff",0.75,0,1,false])"_s, uR"(["Warm","Eq8",2,false])"_s,
            uR"(["Device On",0,0,1,true])"_s,
            uR"(["Bands.0 ParameterA Freq",850.5,10,22000,false])"_s,
            uR"(["Bands.0 ParameterA IsOn",1,0,1,true])"_s,
            uR"(["Bands.0 ParameterA Mode",3,0,3,true])"_s,
            uR"(["Instrument Rack","InstrumentGroupDevice",1,true])"_s,
            uR"(["Device On",1,0,1,true])"_s, uR"(["Brightness",63.5,0,127,false])"_s}));
}

void TestAls::songAndScenes()
{
    QFETCH(const int, version);
    const Opened set(version);
    QCOMPARE(
        line(set.dump["song"_L1].toObject(),
            {"tempo", "signature_numerator", "signature_denominator", "clip_trigger_quantization",
                "loop", "loop_start", "loop_length", "groove_amount"}),
        u"[97.5,6,4,7,true,8,16,0.65]"_s);
    QCOMPARE(set.dump["cue_points"_L1].toArray(),
        (QJsonArray{QJsonObject{{u"name"_s, u"One"_s}, {u"time"_s, 32.5}},
            QJsonObject{{u"name"_s, u"Two"_s}, {u"time"_s, 64.0}}}));
    const QJsonArray scenes = set.dump["scenes"_L1].toArray();
    QCOMPARE(scenes.size(), 3);
    QCOMPARE(line(scenes[0].toObject(), {"name", "color_index", "tempo_enabled"}),
        uR"(["Intro",null,false])"_s);
    QCOMPARE(line(scenes[1].toObject(), {"name", "color_index"}), uR"(["Verse",17])"_s);
    if (version >= 11) // before, a tempo stood in the scene's name only
        QCOMPARE(line(scenes[1].toObject(),
                     {"tempo_enabled", "tempo", "time_signature_enabled",
                         "time_signature_numerator", "time_signature_denominator"}),
            u"[true,88.25,true,6,8]"_s);
    QCOMPARE(set.track(1)["clip_slots"_L1].toObject().keys(), QStringList{u"0"_s});
}

void TestAls::whatIsLeftOutIsCounted()
{
    QCOMPARE(Opened(12).file.leftOut,
        (QStringList{u"chain of a rack, with its devices: 2"_s, u"clip envelope: 1"_s,
            u"clip of the arrangement: 3"_s}));
    AlsShape old;
    old.version = 7;
    QVERIFY(readBytes(old.file()).leftOut.last().startsWith("what Live 7 does otherwise"_L1));
}

void TestAls::fadersStandWhereLivePutsThem_data()
{
    QTest::addColumn<double>("gain");
    QTest::addColumn<double>("decibels");
    QTest::newRow("0 dB") << 1.0 << 0.0;
    QTest::newRow("+6 dB") << 1.99526238 << 6.0;
    QTest::newRow("-18 dB") << 0.12589254 << -18.0;
    QTest::newRow("-40 dB") << 0.01 << -40.0;
    QTest::newRow("-69 dB") << 0.00035481 << -69.0;
}

void TestAls::fadersStandWhereLivePutsThem()
{
    QFETCH(const double, gain);
    QFETCH(const double, decibels);
    QVERIFY2(std::abs(faderDecibels(alsFader(gain)) - decibels) < 0.02,
        qPrintable(QString::number(faderDecibels(alsFader(gain)))));
}

void TestAls::paletteNumbers()
{
    QCOMPARE(alsColor(0), paletteColor(0));
    QCOMPARE(alsColor(69), paletteColor(69));
    QCOMPARE(alsColor(140), paletteColor(0));
    QCOMPARE(alsColor(209), paletteColor(69));
    QCOMPARE(alsColor(280), paletteColor(0)); // seen in a file of Live 10
    QCOMPARE(alsColor(-1), paletteColor(0));
    QCOMPARE(alsFader(0.0003162277571), 0.0);
    QCOMPARE(alsFader(1.0, 1.0), 1.0); // a send's end
}

void TestAls::aGapInAGroupEndsIt()
{
    AlsDocument document;
    document.scenes.resize(1);
    for (const auto &[kind, id, group] :
        {std::tuple{TrackKind::Group, 1, -1}, {TrackKind::Midi, 2, 1}, {TrackKind::Midi, 3, -1},
            {TrackKind::Midi, 4, 1}, {TrackKind::Midi, 5, 2}}) {
        AlsTrack &track = document.tracks.emplace_back();
        track.kind = kind;
        track.id = id;
        track.groupId = group;
    }
    const Set set = buildSet(std::move(document));
    QStringList groups;
    for (const auto &track : set.tracks)
        groups.append(track->group ? QString::number(track->group->index) : u"-"_s);
    QCOMPARE(groups.join(u' '), u"- 0 - - -"_s);
}

void TestAls::filesOfLiveItself()
{
    const QString folder = qEnvironmentVariable("CLIPDECK_ALS_DIR");
    if (folder.isEmpty())
        QSKIP("CLIPDECK_ALS_DIR names no folder with Live Sets.");
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.als"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &each : files) {
        const AlsFile file = readAls(each.filePath());
        QVERIFY2(file.set, qPrintable(each.fileName() + u": " + file.error));
        qInfo("%s: %d tracks, %d scenes; left out: %s", qPrintable(each.fileName()),
            static_cast<int>(file.set->tracks.size()), static_cast<int>(file.set->scenes.size()),
            qPrintable(file.leftOut.join(u"; "_s)));
    }
}

int tst_als(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestAls>(argc, argv);
}

#include "tst_als.moc"
