// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of clipdeckctl against a server in another process: its exit status, its output, and what became of it
// in the server's own state.
#include "tests/support/comparedump.h"
#include "tests/support/program.h"
#include "tests/support/servertest.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUdpSocket>

using namespace clipdeck;

namespace {

struct Place {
    int track = -1;
    int scene = -1;

    QString text() const { return QStringLiteral("%1 %2").arg(track).arg(scene); }
};

} // namespace

class TestCtl : public ServerTest {
    Q_OBJECT
public:
    TestCtl()
        : ServerTest(GeneratedSet{.tracks = 8, .scenes = 8, .fill = 0.5, .seed = 3})
    {
    }

private Q_SLOTS:
    void dumpIsTheServersState();
    void dumpWithoutDevices();
    void launchesAndStops();
    void fadesOutAndIn();
    void launchesAScene();
    void playsAndStops();
    void tempoIsSetAndPrinted();
    void quantizationIsSetAndPrinted();
    void printsAClip();
    void namesAClip();
    void setsAClipsLength();
    void extendsAClip();
    void barsFitAClipInSeconds();
    void setsAParameterByIndexAndByName();
    void asksAndTellsPlainOsc();
    void textIsLives();
    void aTrackIsFoundByItsName();
    void refusals_data();
    void refusals();
    void anEmptySlotHasNoClip();
    void aTakenPortHasItsStatus();

private:
    /// Runs clipdeckctl against the server.
    ProgramRun ctl(const QStringList &arguments);
    ProgramRun ctl(const char *line) { return ctl(wordsOf(line)); }
    ProgramRun ctl(const QString &line) { return ctl(line.split(u' ', Qt::SkipEmptyParts)); }
    /// The first slot that holds a clip, or that holds none, on a track of a kind, else on any that is no group.
    Place firstSlot(bool withClip, const char *kind = nullptr);
    /// The first track with a device that has a parameter beside "Device On".
    int trackWithDevice();
};

ProgramRun TestCtl::ctl(const QStringList &arguments)
{
    return runProgram(QStringLiteral("clipdeckctl"), m_server->clientArguments() + arguments);
}

Place TestCtl::firstSlot(bool withClip, const char *kind)
{
    const QJsonObject dump = live().dump();
    const QJsonArray tracks = dump.value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        const QJsonObject track = tracks.at(t).toObject();
        const QJsonObject slotsOfTrack = track.value(u"clip_slots").toObject();
        const QString kindHere = track.value(u"kind").toString();
        if (kind ? kindHere != QLatin1String(kind) : kindHere == QLatin1String("group"))
            continue;
        for (int s = 0; s < dump.value(u"scenes").toArray().size(); ++s) {
            const QJsonObject slot = slotsOfTrack.value(QString::number(s)).toObject();
            if (slot.value(u"clip").isObject() == withClip)
                return {t, s};
        }
    }
    return {};
}

int TestCtl::trackWithDevice()
{
    const QJsonArray tracks = live().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        if (!live().parameter(t, 0, 1).isEmpty())
            return t;
    }
    return -1;
}

void TestCtl::dumpIsTheServersState()
{
    m_server.reset();
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    m_server = OscServer::start(
        kind, GeneratedSet{.tracks = 16, .scenes = 32, .fill = 0.5, .seed = 7}, &error);
    QVERIFY2(m_server, qPrintable(error));

    const ProgramRun run = ctl("dump");

    QCOMPARE(run.status, done);
    const QStringList wrong = differences(objectIn(run.out), live().dump());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u'\n')));
    QVERIFY(run.out.endsWith("}\n"));
    QCOMPARE(run.words, QByteArray()); // no progress where stderr is no terminal
}

void TestCtl::dumpWithoutDevices()
{
    const ProgramRun run = ctl("dump --no-devices");
    QCOMPARE(run.status, done);
    const QJsonArray tracks = objectIn(run.out).value(u"tracks").toArray();
    QCOMPARE(tracks.size(), 8);
    for (const QJsonValue track : tracks)
        QVERIFY(track.toObject().value(u"devices").toArray().isEmpty());
}

void TestCtl::launchesAndStops()
{
    const Place clip = firstSlot(true);
    QCOMPARE(ctl(QStringLiteral("launch ") + clip.text()).status, done);
    const auto isOn = [&] {
        const QJsonObject track = live().track(clip.track);
        return track.value(u"playing_slot_index") == clip.scene
            || track.value(u"fired_slot_index") == clip.scene;
    };
    QVERIFY(isOn());
    QVERIFY(live().song().value(u"is_playing").toBool());
    QTRY_COMPARE(live().track(clip.track).value(u"playing_slot_index").toInt(), clip.scene);

    QCOMPARE(ctl(QStringLiteral("stop %1").arg(clip.track)).status, done);
    QTRY_VERIFY(live().track(clip.track).value(u"playing_slot_index").toInt() < 0);
}

void TestCtl::fadesOutAndIn()
{
    const Place clip = firstSlot(true);
    const auto track = [&](const char *property) {
        return live().track(clip.track).value(QLatin1String(property)).toDouble();
    };
    const double volume = track("volume");
    QCOMPARE(ctl(QStringLiteral("launch ") + clip.text()).status, done);
    QTRY_COMPARE(track("playing_slot_index"), double(clip.scene));
    QCOMPARE(ctl(QStringLiteral("fade out %1 0.5").arg(clip.track)).status, done);
    QVERIFY(track("playing_slot_index") < 0);
    QVERIFY(qAbs(track("volume") - volume) < 1e-4);
    const ProgramRun nothing = ctl(QStringLiteral("fade out %1 0.5").arg(clip.track));
    QCOMPARE(nothing.status, refused);
    QVERIFY(nothing.words.contains("No clip plays"));

    QCOMPARE(ctl(QStringLiteral("fade in %1 0.5").arg(clip.text())).status, done);
    QCOMPARE(track("playing_slot_index"), double(clip.scene));
    QVERIFY(qAbs(track("volume") - volume) < 1e-4);
    QCOMPARE(ctl(QStringLiteral("stop %1").arg(clip.track)).status, done);
}

void TestCtl::launchesAScene()
{
    const Place clip = firstSlot(true);
    QCOMPARE(ctl(QStringLiteral("launch-scene %1").arg(clip.scene)).status, done);
    QTRY_COMPARE(live().track(clip.track).value(u"playing_slot_index").toInt(), clip.scene);

    QCOMPARE(ctl("stop-all").status, done);
    QTRY_VERIFY(live().track(clip.track).value(u"playing_slot_index").toInt() < 0);
}

void TestCtl::playsAndStops()
{
    QCOMPARE(ctl("play").status, done);
    QVERIFY(live().song().value(u"is_playing").toBool());
    QCOMPARE(ctl("stop-playing").status, done);
    QVERIFY(!live().song().value(u"is_playing").toBool());
    QCOMPARE(ctl("continue").status, done);
    QVERIFY(live().song().value(u"is_playing").toBool());
}

void TestCtl::tempoIsSetAndPrinted()
{
    QCOMPARE(ctl("tempo 98.5").status, done);
    QCOMPARE(live().song().value(u"tempo").toDouble(), 98.5);
    const ProgramRun printed = ctl("tempo");
    QCOMPARE(printed.status, done);
    QCOMPARE(printed.out.trimmed(), QByteArray("98.5"));
}

void TestCtl::quantizationIsSetAndPrinted()
{
    QCOMPARE(ctl("quantization 7").status, done);
    QCOMPARE(live().song().value(u"clip_trigger_quantization").toInt(), 7);
    const ProgramRun printed = ctl("quantization");
    QCOMPARE(printed.status, done);
    QCOMPARE(printed.out.trimmed(), QByteArray("7"));
}

void TestCtl::printsAClip()
{
    for (const char *kind : {"midi", "audio"}) {
        const Place place = firstSlot(true, kind);
        QVERIFY(place.track >= 0);
        const ProgramRun run = ctl(QStringLiteral("clip ") + place.text());
        QCOMPARE(run.status, done);
        const QJsonObject printed = objectIn(run.out);
        const QJsonObject clip = live().clip(place.track, place.scene);
        for (const char *name : {"name", "loop_end", "launch_mode", "legato", "gain", "warping"}) {
            QVERIFY2(printed.contains(QLatin1String(name)), name);
            const QVariant here = printed.value(QLatin1String(name)).toVariant();
            const QVariant there = clip.value(QLatin1String(name)).toVariant();
            QVERIFY2(here.toString() == there.toString()
                    || std::abs(here.toDouble() - there.toDouble()) < 1e-6,
                name);
        }
    }
}

void TestCtl::namesAClip()
{
    const Place place = firstSlot(true);
    const QStringList words{QStringLiteral("clip"), QString::number(place.track),
        QString::number(place.scene), QStringLiteral("set"), QStringLiteral("name"),
        QStringLiteral("Brücke 2")};
    QCOMPARE(ctl(words).status, done);
    QCOMPARE(live().clip(place.track, place.scene).value(u"name").toString(), words.last());
}

void TestCtl::setsAClipsLength()
{
    const Place place = firstSlot(true);
    const double start = live().clip(place.track, place.scene).value(u"loop_start").toDouble();
    for (double length : {64.0, 1.5, 8.0}) { // longer, shorter, and longer again
        const QString line = QStringLiteral("clip %1 length %2").arg(place.text()).arg(length);
        const ProgramRun run = ctl(line);
        QVERIFY2(run.status == done, run.words.constData());
        const QJsonObject clip = live().clip(place.track, place.scene);
        QCOMPARE(clip.value(u"length").toDouble(), length);
        QCOMPARE(clip.value(u"loop_end").toDouble(), start + length);
        QCOMPARE(clip.value(u"end_marker").toDouble(), start + length);
    }
}

void TestCtl::extendsAClip()
{
    const Place place = firstSlot(true, "midi");
    const double length = live().clip(place.track, place.scene).value(u"length").toDouble();
    QCOMPARE(ctl(QStringLiteral("clip %1 extend 2").arg(place.text())).status, done);
    QCOMPARE(live().clip(place.track, place.scene).value(u"length").toDouble(), length + 8.0);

    // What lies behind the loop stays.
    const double end = live().clip(place.track, place.scene).value(u"loop_end").toDouble();
    const QString marker = QStringLiteral("clip %1 set end_marker %2").arg(place.text());
    QCOMPARE(ctl(marker.arg(end + 16.0)).status, done);
    QCOMPARE(ctl(QStringLiteral("clip %1 extend 1").arg(place.text())).status, done);
    const QJsonObject clip = live().clip(place.track, place.scene);
    QCOMPARE(clip.value(u"loop_end").toDouble(), end + 4.0);
    QCOMPARE(clip.value(u"end_marker").toDouble(), end + 16.0);
}

// Audio that is not warped has seconds: its length is given in them, as the dump has it. A bar of 4/4 at 90 BPM is 8/3.
void TestCtl::barsFitAClipInSeconds()
{
    const Place place = firstSlot(true, "audio");
    const QString clip = QStringLiteral("clip %1 %2").arg(place.text());
    QCOMPARE(ctl("tempo 90").status, done);
    QCOMPARE(ctl(clip.arg(QStringLiteral("set looping 0"))).status, done);
    QCOMPARE(ctl(clip.arg(QStringLiteral("set warping 0"))).status, done);
    const auto value = [&](QStringView name) {
        return live().clip(place.track, place.scene).value(name).toDouble();
    };
    const double start = value(u"loop_start");
    QCOMPARE(ctl(clip.arg(QStringLiteral("length 8"))).status, done);
    QVERIFY(std::abs(value(u"loop_end") - start - 8.0) < 1e-5);
    QCOMPARE(ctl(clip.arg(QStringLiteral("extend 1"))).status, done);
    QVERIFY(std::abs(value(u"loop_end") - start - 32.0 / 3.0) < 1e-5);
    const ProgramRun looped = ctl(clip.arg(QStringLiteral("set looping 1")));
    QCOMPARE(looped.status, refused);
    QVERIFY2(looped.words.contains("not warped"), looped.words.constData());
}

void TestCtl::setsAParameterByIndexAndByName()
{
    const int track = trackWithDevice();
    QVERIFY(track >= 0);
    const QJsonObject parameter = live().parameter(track, 0, 1);
    const double low = parameter.value(u"min").toDouble();
    const double high = parameter.value(u"max").toDouble();

    const ProgramRun byIndex = ctl(QStringLiteral("param %1 0 1 %2").arg(track).arg(high));
    QVERIFY2(byIndex.status == done, byIndex.words.constData());
    QCOMPARE(live().parameter(track, 0, 1).value(u"value").toDouble(), high);

    const ProgramRun byName
        = ctl({QStringLiteral("param"), live().track(track).value(u"name").toString(),
            QStringLiteral("0"), parameter.value(u"name").toString(), QString::number(low)});
    QVERIFY2(byName.status == done, byName.words.constData());
    QCOMPARE(live().parameter(track, 0, 1).value(u"value").toDouble(), low);
    // Live's own words for the value are part of the answer.
    const QString words = live().parameter(track, 0, 1).value(u"display_value").toString();
    QVERIFY2(QString::fromUtf8(byName.out).contains(words), byName.out.constData());
}

void TestCtl::asksAndTellsPlainOsc()
{
    const ProgramRun answer = ctl("query /live/song/get/num_tracks");
    QCOMPARE(answer.status, done);
    QCOMPARE(answer.out.trimmed(), QByteArray("8"));
    QCOMPARE(ctl("send /live/song/set/metronome i:1").status, done);
    QTRY_VERIFY(live().song().value(u"metronome").toBool());
}

void TestCtl::textIsLives()
{
    const Place place = firstSlot(true);
    for (const QString &name :
        {QStringLiteral("\ufeffKick"), QStringLiteral(" a\tb\n"), QStringLiteral("\u202eabc\u200d"),
            QStringLiteral("e\u0301 日本 ♪"), QStringLiteral("\ufeff")}) {
        QVERIFY2(live().call(QStringLiteral("rename_clip"),
                     {{QStringLiteral("track"), place.track},
                         {QStringLiteral("scene"), place.scene}, {QStringLiteral("name"), name}}),
            qPrintable(live().error()));
        QVERIFY2(live().call(QStringLiteral("rename_track"),
                     {{QStringLiteral("index"), place.track}, {QStringLiteral("name"), name}}),
            qPrintable(live().error()));
        QVERIFY2(live().call(QStringLiteral("rename_scene"),
                     {{QStringLiteral("index"), place.scene}, {QStringLiteral("name"), name}}),
            qPrintable(live().error()));
        const QJsonObject dump = objectIn(ctl("dump --no-devices").out);
        const QJsonObject track = dump.value(u"tracks").toArray().at(place.track).toObject();
        QCOMPARE(track.value(u"name").toString(), name);
        const QJsonObject clip = track.value(u"slots").toArray().at(place.scene).toObject();
        QCOMPARE(clip.value(u"name").toString(), name);
        const QJsonObject scene = dump.value(u"scenes").toArray().at(place.scene).toObject();
        QCOMPARE(scene.value(u"name").toString(), name);
    }
}

void TestCtl::aTrackIsFoundByItsName()
{
    const int track = trackWithDevice();
    const auto rename = [&](int index, const char *name) {
        return live().call(QStringLiteral("rename_track"),
            {{QStringLiteral("index"), index},
                {QStringLiteral("name"), QString::fromLatin1(name)}});
    };
    QVERIFY(rename(track, "808"));
    const ProgramRun byName = ctl("param 808 0 1");
    QVERIFY2(byName.status == done, byName.words.constData());
    QCOMPARE(byName.out, ctl(QStringLiteral("param #%1 #0 #1").arg(track)).out);
    QCOMPARE(byName.out, ctl("param name:808 0 1").out);

    const int other = track == 0 ? 1 : 0;
    QVERIFY(rename(other, "808"));
    const ProgramRun shared = ctl("param 808 0 1");
    QCOMPARE(shared.status, refused);
    for (int place : {track, other})
        QVERIFY2(shared.words.contains(QByteArray('#' + QByteArray::number(place))),
            shared.words.constData());
    QCOMPARE(ctl(QStringLiteral("param #%1 0 1").arg(track)).out, byName.out);
}

void TestCtl::refusals_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"launch 99 0", "launch 0 99", "launch-scene 99", "stop 99",
             "clip 99 0", "param 99 0 0", "param 0 99 0 1", "query /live/track/get/name 99",
             "query /live/no/such/address", "send /live/song/set/tempo 5000.0"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCtl::refusals()
{
    QFETCH(QString, line);
    const ProgramRun run = ctl(line);
    QCOMPARE(run.status, refused);
    QVERIFY(!run.words.isEmpty());
    QCOMPARE(run.out, QByteArray());
}

void TestCtl::anEmptySlotHasNoClip()
{
    const Place empty = firstSlot(false);
    for (const char *edit : {"", " length 4", " set name x"}) {
        const ProgramRun run = ctl(QStringLiteral("clip ") + empty.text() + QLatin1String(edit));
        QCOMPARE(run.status, refused);
        QVERIFY(!run.words.isEmpty());
    }
}

void TestCtl::aTakenPortHasItsStatus()
{
    QUdpSocket other;
    QVERIFY(other.bind(
        QHostAddress::AnyIPv4, m_server->replyPort(), QAbstractSocket::DontShareAddress));
    for (const char *line : {"dump", "tempo 100", "query /live/test"}) {
        const ProgramRun run = ctl(line);
        QVERIFY2(run.status == portTaken, line);
        QVERIFY(run.words.contains(QByteArray::number(m_server->replyPort())));
    }
}

int tst_ctl(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtl>(argc, argv);
}

#include "tests/support/testports.h"
#include "tst_ctl.moc"
