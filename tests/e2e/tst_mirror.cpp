// SPDX-License-Identifier: GPL-3.0-or-later
// The mirror against the server's own state, while someone works in Live: the stand-in in another process, and, where
// ABLETONOSC_DIR is set, the real AbletonOSC on the rig.
#include "core/live/livesetjson.h"
#include "tests/support/comparedump.h"
#include "tests/support/enginesettings.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace clipdeck;

namespace {

// With a fifth of all datagrams lost each way, the first mirror takes a while.
constexpr qint64 patienceMs = 45000;

using Action = std::function<void(ControlClient &)>;

struct Edit {
    const char *name;
    Action action;
};

Action call(const char *command, QJsonObject arguments)
{
    return [command, arguments](ControlClient &live) {
        QVERIFY2(live.call(QLatin1String(command), arguments), qPrintable(live.error()));
    };
}

/// Turns a parameter of the first track that has a device.
void moveFirstParameter(ControlClient &live)
{
    const QJsonArray tracks = live.dump().value(QLatin1String("tracks")).toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        if (tracks[t].toObject().value(QLatin1String("devices")).toArray().isEmpty())
            continue;
        const QJsonObject parameter = live.parameter(t, 0, 1);
        const double middle = (parameter.value(QLatin1String("min")).toDouble()
                                  + parameter.value(QLatin1String("max")).toDouble())
            / 2;
        call("set_param",
            {{QStringLiteral("track"), t}, {QStringLiteral("device"), 0},
                {QStringLiteral("param"), 1}, {QStringLiteral("value"), middle}})(live);
        return;
    }
    QFAIL("no track has a device");
}

/// What a user does in Live, one after the other on one set.
std::vector<Edit> edits()
{
    const QString name = QStringLiteral("name");
    const QString index = QStringLiteral("index");
    const QString to = QStringLiteral("to");
    const QString track = QStringLiteral("track");
    const QString scene = QStringLiteral("scene");
    return {
        {"nothing", [](ControlClient &) {}},
        {"rename a track", call("rename_track", {{index, 1}, {name, QStringLiteral("Grüße ♪")}})},
        {"rename a clip",
            call("rename_clip", {{track, 2}, {scene, 0}, {name, QStringLiteral("New name")}})},
        {"fire a clip", call("fire_clip", {{track, 2}, {scene, 0}})},
        {"fire a scene", call("fire_scene", {{index, 1}})},
        {"move a parameter", moveFirstParameter},
        {"move a track while clips play", call("move_track", {{index, 1}, {to, 4}})},
        {"insert a track",
            call("add_track", {{QStringLiteral("kind"), QStringLiteral("midi")}, {index, 0}})},
        {"delete a track", call("delete_track", {{index, 3}})},
        {"add a scene", call("add_scene", {{index, 2}, {name, QStringLiteral("Bridge")}})},
        {"delete a scene", call("delete_scene", {{index, 0}})},
        {"move a scene", call("move_scene", {{index, 1}, {to, 4}})},
        {"make a clip",
            call("create_clip", {{track, 0}, {scene, 0}, {QStringLiteral("length"), 8}})},
        {"delete a clip", call("delete_clip", {{track, 0}, {scene, 0}})},
        {"arm a track", call("arm", {{index, 0}, {QStringLiteral("on"), true}})},
        {"stop", call("transport", {{QStringLiteral("action"), QStringLiteral("stop")}})},
        {"load another set",
            call("load_set",
                {{QStringLiteral("tracks"), 5}, {QStringLiteral("scenes"), 6},
                    {QStringLiteral("fill"), 0.6}, {QStringLiteral("seed"), 9},
                    {QStringLiteral("devices"), 1}})},
        {"restart the script", call("restart_script", {})},
        {"rename after the restart",
            call("rename_track", {{index, 0}, {name, QStringLiteral("Back")}})},
    };
}

} // namespace

class TestMirror : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsLive_data();
    void followsLive();
    void followsThroughLoss_data();
    void followsThroughLoss();
    void findsLiveWhenItStartsLater();

private:
    void compare(Engine &engine, ControlClient &live, const char *after);
};

void TestMirror::compare(Engine &engine, ControlClient &live, const char *after)
{
    QStringList lines;
    QStringList last;
    QElapsedTimer patience;
    patience.start();
    // Both move while a song plays: what counts is that they meet, and soon.
    do {
        last = lines;
        QTest::qWait(50);
        lines = engine.liveSet().isComplete()
            ? differences(toJson(engine.liveSet()), live.dump())
            : QStringList{QStringLiteral("the mirror is not complete")};
    } while (!lines.isEmpty() && patience.elapsed() < patienceMs);
    QVERIFY2(lines.isEmpty(),
        qPrintable(QString::fromLatin1(after) + u'\n' + lines.mid(0, 12).join(u'\n')));
    QVERIFY(comparedFields(toJson(engine.liveSet())) > 100);
    qInfo("after \"%s\" the mirror was right in %lld ms%s", after, patience.elapsed(),
        qPrintable(last.isEmpty() ? QString()
                                  : QStringLiteral("; last came: ") + last.mid(0, 2).join(u';')));
}

void TestMirror::followsLive_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::newRow("stand-in") << ServerKind::StandIn;
    QTest::newRow("rig") << ServerKind::Rig;
}

void TestMirror::followsLive()
{
    QFETCH(ServerKind, kind);
    if (const QString why = OscServer::unavailable(kind); !why.isEmpty())
        QSKIP(qPrintable(why));
    QString error;
    const auto server = OscServer::start(kind, GeneratedSet{8, 12, 0.7, 3}, &error);
    QVERIFY2(server, qPrintable(error));
    Engine engine(settingsFor(*server));
    engine.start();
    for (const Edit &edit : edits()) {
        edit.action(server->control());
        compare(engine, server->control(), edit.name);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestMirror::followsThroughLoss_data()
{
    followsLive_data();
}

void TestMirror::followsThroughLoss()
{
    QFETCH(ServerKind, kind);
    if (const QString why = OscServer::unavailable(kind); !why.isEmpty())
        QSKIP(qPrintable(why));
    QString error;
    const auto server = OscServer::start(kind, GeneratedSet{4, 6, 0.7, 3}, &error);
    QVERIFY2(server, qPrintable(error));
    ControlClient &live = server->control();
    if (!live.call(QStringLiteral("fault"),
            {{QStringLiteral("drop_in"), 20}, {QStringLiteral("drop_out"), 20}}))
        QSKIP("this server cannot lose datagrams");
    Engine engine(settingsFor(*server));
    engine.start();
    for (const Edit &edit : edits()) {
        const QByteArray name = edit.name;
        if (name == "nothing" || name == "rename a track" || name == "delete a track") {
            edit.action(live);
            compare(engine, live, edit.name);
        }
    }
}

void TestMirror::findsLiveWhenItStartsLater()
{
    QString error;
    auto server = OscServer::start(ServerKind::StandIn, GeneratedSet{4, 4, 0.5, 1}, &error);
    QVERIFY2(server, qPrintable(error));
    EngineSettings settings = settingsFor(*server);
    const QStringList again{QStringLiteral("--port"), QString::number(server->port()),
        QStringLiteral("--reply-port"), QString::number(server->replyPort())};
    server.reset();

    Engine engine(settings);
    QSignalSpy reports(&engine, &Engine::connectionChanged);
    engine.start();
    QTRY_COMPARE(engine.connection().state, ConnectionState::NoAnswer);
    QVERIFY(engine.connection().sentence.contains(QString::number(settings.port)));
    server = OscServer::start(ServerKind::StandIn, again, &error);
    QVERIFY2(server, qPrintable(error));
    QTRY_COMPARE(engine.connection().state, ConnectionState::Connected);
    compare(engine, server->control(), "start later");

    // Gone, and back: what it told is doubted until it answers again.
    QVERIFY(!engine.liveSet().isStale());
    server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(engine.liveSet().isStale(), 20000);
    QVERIFY(engine.liveSet().trackCount() > 0);
    server = OscServer::start(ServerKind::StandIn, again, &error);
    QVERIFY2(server, qPrintable(error));
    QTRY_VERIFY_WITH_TIMEOUT(!engine.liveSet().isStale(), 20000);
    compare(engine, server->control(), "come back");
}

int tst_mirror(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMirror>(argc, argv);
}

#include "tst_mirror.moc"
