// SPDX-License-Identifier: GPL-3.0-or-later
// What a performer waits for, measured against a server in a process of its own: `measure stand-in` or `measure rig`.
#include "core/engine.h"
#include "core/osc/osccodec.h"
#include "tests/bench/figures.h"
#include "tests/bench/firstpaint.h"
#include "tests/bench/presser.h"
#include "tests/support/oscserver.h"
#include "tests/support/testports.h"
#include "ui/session/sessionview.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <cstdio>

using namespace clipdeck;

namespace {

constexpr GeneratedSet set{16, 32, 0.5, 1};
constexpr double tickMs = 100; // AbletonOSC reads its socket once in this time
constexpr double nsPerMs = 1e6;
constexpr int connectRuns = 5;
constexpr int presses = 600;
constexpr int patienceMs = 60000;

std::unique_ptr<OscServer> startServer(ServerKind kind)
{
    QString error;
    auto server = OscServer::start(kind, set, &error);
    if (!server)
        qFatal("%s", qPrintable(error));
    return server;
}

EngineSettings settingsFor(const OscServer &server)
{
    EngineSettings settings;
    settings.port = server.port();
    settings.replyPort = server.replyPort();
    return settings;
}

/// Starts `engine` and waits until its mirror is complete; the milliseconds that took.
double startAndComplete(Engine &engine)
{
    QSignalSpy completed(&engine, &Engine::mirrorCompleted);
    qint64 completedAt = 0;
    QObject::connect(
        &engine, &Engine::mirrorCompleted, &engine, [&] { completedAt = steadyNow(); });
    const qint64 startedAt = steadyNow();
    engine.start();
    if (!completed.wait(patienceMs))
        qFatal("the mirror did not become complete");
    return static_cast<double>(completedAt - startedAt) / nsPerMs;
}

/// A new server and a new engine each time, as on the morning of a show.
void measureConnect(ServerKind kind, bool readDevices, const char *name)
{
    std::vector<double> times;
    std::vector<double> ticks;
    for (int i = 0; i < connectRuns; ++i) {
        const auto server = startServer(kind);
        EngineSettings settings = settingsFor(*server);
        settings.readDevices = readDevices;
        Engine engine(settings);
        times.push_back(startAndComplete(engine));
        ticks.push_back(times.back() / tickMs);
    }
    tellRuns(name, times, "ms");
    tellRuns(name, ticks, "ticks");
}

/// The middles of the lamps of all slots in sight that have a clip.
std::vector<QPoint> clipsInSight(const SessionView &view, const LiveSet &mirror)
{
    std::vector<QPoint> out;
    const SessionLayout::Range seen = view.surface().visible();
    for (int row = seen.firstRow; row + 1 < seen.endRow; ++row) {
        for (int column = seen.firstColumn; column + 1 < seen.endColumn; ++column) {
            if (mirror.clip(view.model().slotAt(column, row)))
                out.push_back(view.surface().lamp(slotPlace(column, row)).center().toPoint());
        }
    }
    return out;
}

void measurePresses(
    Presser &presser, QWidget &widget, const std::vector<QPoint> &places, const char *name)
{
    presser.start(&widget, places, presses);
    while (presser.isPressing()) // not qWait(), which sleeps between looking for events
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    tellSpread(name, presser.latencies(), "ms");
    if (presser.lost() > 0)
        tell("presses_lost", presser.lost(), "presses");
}

/// What Live would push if every clip played and moved at once, and far more: `burst` positions a tick.
void flood(quint16 replyPort, int burst, const std::atomic<bool> &ending)
{
    QUdpSocket socket;
    int sent = 0;
    while (!ending) {
        for (int i = 0; i < burst; ++i, ++sent) {
            const OscMessage push{QStringLiteral("/live/clip/get/playing_position"),
                {sent % set.tracks, sent / set.tracks % set.scenes,
                    static_cast<float>(sent % 64) / 16.0F}};
            socket.writeDatagram(encodeOsc(push).value(), QHostAddress::LocalHost, replyPort);
        }
        QThread::msleep(static_cast<unsigned long>(tickMs));
    }
}

/// requestLaunch() until it has returned: by then the system has the datagram.
void measureCalls(Engine &engine)
{
    std::vector<double> times;
    for (int i = 0; times.size() < presses; ++i) {
        const SlotId slot = slotId(i % set.tracks, i / set.tracks % set.scenes);
        if (!engine.liveSet().clip(slot))
            continue;
        const qint64 before = steadyNow();
        engine.commands().requestLaunch(slot);
        times.push_back(static_cast<double>(steadyNow() - before) / nsPerMs);
        QTest::qWait(2);
    }
    tellSpread("launch_call", times, "ms");
}

/// Resident memory of a process, from the system's own accounts (Linux).
void tellMemory(const char *name, qint64 processId)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(processId));
    if (!file.open(QIODevice::ReadOnly))
        return;
    constexpr double kibPerMib = 1024;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            tell(name, line.mid(6).chopped(2).trimmed().toDouble() / kibPerMib, "MiB");
    }
}

/// Processor time that a process has used, in ms, from the system's own accounts (Linux).
double processorMs(qint64 processId)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(processId));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr double msPerClockTick = 10; // sysconf(_SC_CLK_TCK) is 100 everywhere
    return (fields[11].toDouble() + fields[12].toDouble()) * msPerClockTick;
}

/// The share of a core that the program takes, at rest and while every track of a large set plays.
void measureProgramLoad(ServerKind kind)
{
    constexpr int settleMs = 10000;
    constexpr int watchMs = 10000;
    QString error;
    const auto server = OscServer::start(kind, GeneratedSet{64, 32, 1.0, 1}, &error);
    const QTemporaryDir config;
    QProcess program;
    endWithParent(program);
    program.start(programPath(QStringLiteral("clipdeck")),
        server->clientArguments() + QStringList{QStringLiteral("--config"), config.path()});
    const auto watch = [&](const char *name) {
        QTest::qWait(settleMs);
        const double before = processorMs(program.processId());
        QTest::qWait(watchMs);
        tell(name, (processorMs(program.processId()) - before) / watchMs * 100, "% of a core");
    };
    watch("load_at_rest");
    server->control().call(QStringLiteral("fire_scene"), {{QStringLiteral("index"), 0}});
    watch("load_64_tracks_playing");
    program.terminate();
    program.waitForFinished();
}

/// The program itself, some seconds after its start.
void measureProgramMemory(const char *name, const QStringList &arguments)
{
    constexpr int settleMs = 8000;
    const QTemporaryDir config;
    QProcess program;
    endWithParent(program);
    program.start(programPath(QStringLiteral("clipdeck")),
        arguments + QStringList{QStringLiteral("--config"), config.path()});
    QTest::qWait(settleMs);
    tellMemory(name, program.processId());
    program.terminate();
    program.waitForFinished();
}

/// Sends the datagram itself, at once.
class BareButton : public QWidget {
public:
    explicit BareButton(quint16 port)
        : m_port(port)
    {
    }

protected:
    void mousePressEvent(QMouseEvent *) override
    {
        m_socket.writeDatagram(
            QByteArrayLiteral("/live/clip_slot/fire"), QHostAddress::LocalHost, m_port);
    }

private:
    quint16 m_port;
    QUdpSocket m_socket;
};

/// The same presses without Clipdeck between: what the machine and its other programs take for themselves.
void measureBarePresses()
{
    Presser presser(freeUdpPort()); // nobody listens behind it
    BareButton button(presser.port());
    button.show();
    measurePresses(presser, button, {QPoint(1, 1)}, "bare_press_to_datagram");
}

void measureHands(ServerKind kind)
{
    const auto server = startServer(kind);
    Presser presser(server->port());
    EngineSettings settings = settingsFor(*server);
    settings.port = presser.port();
    Engine engine(settings);
    Theme theme;
    theme.applyTo(*qApp);
    SessionView view(
        engine.liveSet(), engine.songClock(), [&engine] { return engine.now(); }, theme);
    QObject::connect(
        &view, &SessionView::launchRequested, &engine.commands(), &Commands::requestLaunch);
    QObject::connect(&view, &SessionView::visibleRangeChanged, &engine, &Engine::setVisible);
    view.resize(1920, 1040);
    view.show();
    startAndComplete(engine);

    measureCalls(engine);
    const std::vector<QPoint> places = clipsInSight(view, engine.liveSet());
    measurePresses(presser, *view.viewport(), places, "press_to_datagram");
    constexpr int burst = 2000;
    std::atomic<bool> ending = false;
    const std::unique_ptr<QThread> flooding(
        QThread::create([&, port = server->replyPort()] { flood(port, burst, ending); }));
    const int before = engine.traffic().received;
    const qint64 startedAt = steadyNow();
    flooding->start();
    measurePresses(presser, *view.viewport(), places, "press_to_datagram_in_flood");
    const double seconds = static_cast<double>(steadyNow() - startedAt) / nsPerMs / 1000;
    ending = true;
    flooding->wait();
    tell("flood_received", (engine.traffic().received - before) / seconds, "messages/s");
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 3 && qstrcmp(argv[1], "--first-paint") == 0)
        return runUntilFirstPaint(argc, argv, QByteArray(argv[2]).toLongLong());

    const QApplication app(argc, argv);
    const QByteArray who = argc == 2 ? argv[1] : "";
    if (who != "rig" && who != "stand-in") {
        std::fputs("usage: measure stand-in|rig\n", stderr);
        return 2;
    }
    if (!qEnvironmentVariableIsSet("CLIPDECK_BIN"))
        qputenv("CLIPDECK_BIN",
            QFile::encodeName(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin")));
    const ServerKind kind = who == "rig" ? ServerKind::Rig : ServerKind::StandIn;
    if (const QString why = OscServer::unavailable(kind); !why.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return 1;
    }
    measureConnect(kind, true, "connect_to_mirror");
    measureConnect(kind, false, "connect_to_mirror_without_devices");
    measureBarePresses();
    measureHands(kind);
    measureFirstPaint();
    measureProgramLoad(kind);
    measureProgramMemory("memory_demo", {QStringLiteral("--demo")});
    const auto server = startServer(kind);
    measureProgramMemory("memory_connected", server->clientArguments());
    return 0;
}
