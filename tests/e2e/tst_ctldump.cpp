// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl dump --notes` of rich sets, in which nearly everything is other than it is at first, against the server's own
// state in every member. CLIPDECK_LIVE_SETS may name Live Sets (separated by colons) to be tried as well.
#include "tests/support/comparedump.h"
#include "tests/support/oscserver.h"
#include "tests/support/program.h"
#include "tests/support/testclass.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace clipdeck;

namespace {

struct Setting {
    const char *path;
    const char *property;
    QJsonValue value;
};

} // namespace

class TestCtlDump : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void realAbletonOscIsTried();
    void isTheServersState_data();
    void isTheServersState();

private:
    ControlClient &server() { return m_server->control(); }
    bool set(const QString &path, const QString &property, const QJsonValue &value);
    /// Changes the song, and the first track, clip and scene of each kind. How many properties were changed.
    int disturb();
    int disturbTrack(int track, const QJsonObject &dump);
    int setAll(const QString &path, const std::vector<Setting> &settings);

    std::unique_ptr<OscServer> m_server;
};

void TestCtlDump::initTestCase_data()
{
    addServerRows();
}

void TestCtlDump::realAbletonOscIsTried()
{
    if (const QString reason = OscServer::unavailable(ServerKind::Rig); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

bool TestCtlDump::set(const QString &path, const QString &property, const QJsonValue &value)
{
    const bool done = server()
                          .call(QStringLiteral("set"),
                              {{QStringLiteral("path"), path}, {QStringLiteral("prop"), property},
                                  {QStringLiteral("value"), value}})
                          .has_value();
    if (!done)
        qDebug() << path << property << server().error();
    return done;
}

int TestCtlDump::setAll(const QString &path, const std::vector<Setting> &settings)
{
    int done = 0;
    for (const Setting &setting : settings)
        done += set(
            path + QLatin1String(setting.path), QLatin1String(setting.property), setting.value);
    return done;
}

int TestCtlDump::disturbTrack(int track, const QJsonObject &dump)
{
    const QString path = QStringLiteral("live_set tracks %1").arg(track);
    const QString kind = dump.value(u"kind").toString();
    int done = setAll(path,
        {{"", "mute", true}, {"", "solo", true}, {"", "color", 0x1A2F96},
            {" mixer_device volume", "value", 0.5}, {" mixer_device panning", "value", -0.25}});
    if (kind == QLatin1String("group"))
        return done + set(path, QStringLiteral("fold_state"), 1);
    done += setAll(path, {{"", "arm", true}, {"", "current_monitoring_state", 0}});
    const QJsonObject filled = dump.value(u"clip_slots").toObject();
    for (auto it = filled.begin(); it != filled.end(); ++it) {
        const QString slot = path + QStringLiteral(" clip_slots ") + it.key();
        if (!it.value().toObject().value(u"clip").isObject()) {
            done += set(slot, QStringLiteral("has_stop_button"), false);
            continue;
        }
        done += setAll(slot + QStringLiteral(" clip"),
            {{"", "muted", true}, {"", "launch_mode", 2}, {"", "launch_quantization", 5},
                {"", "legato", true}, {"", "velocity_amount", 0.5}, {"", "end_marker", 64.0},
                {"", "loop_end", 32.0}, {"", "loop_start", 1.0}, {"", "signature_numerator", 3}});
        if (kind == QLatin1String("audio"))
            done += setAll(slot + QStringLiteral(" clip"),
                {{"", "gain", 0.75}, {"", "pitch_coarse", -5}, {"", "pitch_fine", 12.5},
                    {"", "warp_mode", 4}, {"", "ram_mode", true}});
    }
    return done;
}

int TestCtlDump::disturb()
{
    int done = setAll(QStringLiteral("live_set"),
        {{"", "metronome", true}, {"", "loop", true}, {"", "loop_start", 8.0},
            {"", "punch_in", true}, {"", "clip_trigger_quantization", 7},
            {"", "midi_recording_quantization", 3}, {"", "groove_amount", 0.5},
            {"", "root_note", 4}, {"", "arrangement_overdub", true}, {"", "tempo", 98.5},
            {"", "signature_numerator", 7}, {" scenes 0", "tempo", 140.0},
            {" scenes 1", "time_signature_numerator", 5}, {" scenes 1", "color", 0x1A2F96}});
    const QJsonArray tracks = server()
                                  .call(QStringLiteral("dump"), {{QStringLiteral("empty"), true}})
                                  ->toObject()
                                  .value(u"tracks")
                                  .toArray();
    QStringList seen;
    for (int t = 0; t < tracks.size(); ++t) {
        const QJsonObject track = tracks.at(t).toObject();
        const QString kind = track.value(u"kind").toString();
        if (!seen.contains(kind))
            done += disturbTrack(t, track);
        seen.append(kind);
    }
    server().call(QStringLiteral("select_track"),
        {{QStringLiteral("index"), 0}, {QStringLiteral("which"), QStringLiteral("return_tracks")}});
    server().call(QStringLiteral("select_scene"), {{QStringLiteral("index"), 2}});
    return done;
}

void TestCtlDump::isTheServersState_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("generated") << QString(
        QStringLiteral("--tracks 14 --groups 3 --returns 3 --scenes 12 "
                       "--fill 0.6 --devices 3 --notes 24 --seed 11"))
                                      .split(u' ');
    const QString sets = qEnvironmentVariable("CLIPDECK_LIVE_SETS");
    for (const QString &file : sets.split(u':', Qt::SkipEmptyParts))
        QTest::newRow(qPrintable(QFileInfo(file).fileName())) << QStringList{file};
}

void TestCtlDump::isTheServersState()
{
    QFETCH_GLOBAL(ServerKind, kind);
    QFETCH(QStringList, arguments);
    if (arguments.size() == 1)
        arguments.prepend(
            kind == ServerKind::Rig ? QStringLiteral("--als") : QStringLiteral("--set"));
    QString error;
    m_server = OscServer::start(kind, arguments, &error);
    QVERIFY2(m_server, qPrintable(error));
    QVERIFY(disturb() > 20);

    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        m_server->clientArguments()
            + QStringList{QStringLiteral("dump"), QStringLiteral("--notes")});
    QVERIFY2(run.status == 0, run.words.constData());
    const QJsonObject ours = QJsonDocument::fromJson(run.out).object();
    const auto theirs = server().call(QStringLiteral("dump"), {{QStringLiteral("empty"), true}});
    QVERIFY(theirs);
    const QStringList wrong = differences(ours, theirs->toObject());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 30).join(u'\n')));
    qInfo() << "equal in" << comparedFields(ours) << "values";
}

int tst_ctldump(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlDump>(argc, argv);
}

#include "tst_ctldump.moc"
