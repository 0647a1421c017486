// SPDX-License-Identifier: GPL-3.0-or-later
// A fader's whole way: mapped to a parameter, moved by a hand, moved in Live, and there again after a restart. Against the
// stand-in in another process, and the real AbletonOSC where it can be had.
#include "core/mapping/commandsaccess.h"
#include "core/mapping/controllersetup.h"
#include "tests/support/enginesettings.h"
#include "tests/support/fakemididriver.h"
#include "tests/support/testclass.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace clipdeck;

namespace {

/// A parameter with a range to move in.
struct Found {
    ParameterId id;
    double minimum = 0.0;
    double maximum = 1.0;
};

std::optional<Found> anyParameter(const LiveSet &set)
{
    for (int t = 0; t < set.trackCount(); ++t) {
        const std::vector<Device> &devices = set.track(TrackIndex(t))->devices;
        for (std::size_t d = 0; d < devices.size(); ++d) {
            const auto &parameters = devices[d].parameters;
            for (std::size_t p = 1; p < parameters.size(); ++p) {
                if (!parameters[p].isQuantized)
                    return Found{parameterId(t, int(d), int(p)), parameters[p].minimum,
                        parameters[p].maximum};
            }
        }
    }
    return std::nullopt;
}

/// The engine and its desk, as the window has them.
struct Room {
    Engine engine;
    CommandsAccess access{engine.commands(),
        [this](ParameterId parameter) { engine.watchParameter(parameter); },
        [this](ParameterId parameter) { engine.unwatchParameter(parameter); }};
    ControllerSetup desk;

    Room(const OscServer &server, const QString &path)
        : engine(settingsFor(server))
        , desk(engine.liveSet(), access,
              std::make_unique<FakeMidiDriver>(std::make_shared<FakeMidiSystem>()), path)
    {
        engine.start();
        desk.start(QDateTime::currentDateTime());
    }

    FaderReading reading() { return desk.faders().reading(0); }
    double live() { return reading().live.value_or(-1.0); }
};

double valueIn(ControlClient &live, const Found &found)
{
    return live
        .parameter(
            found.id.device.track.value, found.id.device.device.value, found.id.parameter.value)
        .value(QLatin1String("value"))
        .toDouble();
}

} // namespace

class TestFaders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moveLiveAndFollowIt_data() { addServerRows(); }
    void moveLiveAndFollowIt();
    void garbageDoesNoHarm();
};

void TestFaders::moveLiveAndFollowIt()
{
    QFETCH(ServerKind, kind);
    if (const QString why = OscServer::unavailable(kind); !why.isEmpty())
        QSKIP(qPrintable(why));
    QString error;
    const auto server = OscServer::start(kind, GeneratedSet{4, 4, 0.5, 2}, &error);
    QVERIFY2(server, qPrintable(error));
    ControlClient &live = server->control();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mappings.json"));
    Found found;
    {
        Room room(*server, path);
        QTRY_VERIFY(room.engine.liveSet().isComplete());
        const auto any = anyParameter(room.engine.liveSet());
        QVERIFY(any);
        found = *any;
        const double span = found.maximum - found.minimum;
        room.desk.faders().map(0, found.id);
        QTRY_COMPARE(room.reading().state, FaderReading::State::Ready);

        // A hand moves it: Live's parameter moves.
        room.desk.faders().requestGrab(0);
        for (double position : {0.2, 0.4, 0.75})
            room.desk.faders().requestMove(0, position);
        QTRY_VERIFY(std::abs(valueIn(live, found) - (found.minimum + 0.75 * span)) < 1e-3 * span);

        // Confirmed, or it would be sent once more over what comes now.
        QTRY_VERIFY(!room.engine.liveSet().wish(Target::parameter(found.id)));

        // Someone moves it in Live while the hand holds it: the hand stays, the ghost shows what Live has.
        QVERIFY(live.call(QStringLiteral("set_param"),
            {{QStringLiteral("track"), found.id.device.track.value},
                {QStringLiteral("device"), found.id.device.device.value},
                {QStringLiteral("param"), found.id.parameter.value},
                {QStringLiteral("value"), found.minimum + 0.25 * span}}));
        QTRY_VERIFY(std::abs(room.live() - 0.25) < 1e-3);
        QCOMPARE(room.reading().wish, std::optional(0.75));
        QVERIFY(room.reading().isHeld);

        // Let go, it follows.
        room.desk.faders().requestRelease(0);
        QTRY_VERIFY(!room.reading().wish);
        QVERIFY(!room.reading().valueText.isEmpty());
    }
    // The next run finds the mapping.
    Room again(*server, path);
    QTRY_COMPARE(again.reading().state, FaderReading::State::Ready);
    QVERIFY2(std::abs(again.live() - 0.25) < 1e-3, qPrintable(QString::number(again.live())));
}

void TestFaders::garbageDoesNoHarm()
{
    QString error;
    const auto server = OscServer::start(ServerKind::StandIn, GeneratedSet{3, 3, 0.5, 2}, &error);
    QVERIFY2(server, qPrintable(error));
    const QTemporaryDir folder;
    Room room(*server, folder.filePath(QStringLiteral("mappings.json")));
    QTRY_VERIFY(room.engine.liveSet().isComplete());
    const int tracks = room.engine.liveSet().trackCount();
    QUdpSocket stranger;
    const QByteArray half("/live/song/get/tempo\0\0\0\0,f", 26);
    const QByteArray lie("/live/track/get/name\0\0\0\0,is\0\x7f\xff\xff\xffoops\0\0\0\0", 40);
    for (int i = 0; i < 300; ++i) {
        for (const QByteArray &bytes :
            {QByteArray(i, char(i)), half, lie, QByteArray("#bundle\0", 8)})
            stranger.writeDatagram(bytes, QHostAddress::LocalHost, server->replyPort());
    }
    QTRY_VERIFY(room.engine.traffic().malformed > 300);
    QCOMPARE(room.engine.liveSet().trackCount(), tracks);
    QCOMPARE(room.engine.connection().state, ConnectionState::Connected);
    room.engine.commands().requestSong(SongField::Metronome, true);
    QTRY_VERIFY(server->control().song().value(QLatin1String("metronome")).toBool());
}

int tst_faders(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestFaders>(argc, argv);
}

#include "tst_faders.moc"
