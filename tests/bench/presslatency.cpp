// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/presslatency.h"

#include "tests/bench/figures.h"
#include "tests/bench/flood.h"
#include "tests/bench/presser.h"
#include "tests/support/testports.h"
#include "ui/session/sessionview.h"

#include <QApplication>
#include <QTest>
#include <QUdpSocket>

namespace clipdeck {

namespace {

constexpr int presses = 600;
constexpr Aim promptly = atMost(1);

/// The middles of the lamps of all slots in sight that have a clip.
std::vector<QPoint> clipsInSight(const SessionView &view, const LiveSet &mirror)
{
    std::vector<QPoint> out;
    const SessionLayout::Range seen = view.sessionLayout().visible();
    for (int row = seen.firstRow; row + 1 < seen.endRow; ++row) {
        for (int column = seen.firstColumn; column + 1 < seen.endColumn; ++column) {
            if (mirror.clip(view.model().slotAt(column, row)))
                out.push_back(view.sessionLayout().lamp(slotPlace(column, row)).center().toPoint());
        }
    }
    return out;
}

void measurePresses(Presser &presser, QWidget &widget, const std::vector<QPoint> &places,
    const char *name, std::optional<Aim> aim = {})
{
    presser.start(&widget, places, presses);
    while (presser.isPressing()) // not qWait(), which sleeps between looking for events
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    tellSpread(name, presser.latencies(), "ms", aim);
    if (presser.lost() > 0)
        tell("presses_lost", presser.lost(), "presses");
}

/// requestLaunch() until it has returned: by then the system has the datagram.
void measureCalls(Engine &engine)
{
    std::vector<double> times;
    for (int i = 0; times.size() < presses; ++i) {
        const SlotId slot = slotId(i % smallSet.tracks, i / smallSet.tracks % smallSet.scenes);
        if (!engine.liveSet().clip(slot))
            continue;
        const qint64 before = steadyNow();
        engine.commands().requestLaunch(slot);
        times.push_back(static_cast<double>(steadyNow() - before) / nsPerMs);
        QTest::qWait(2);
    }
    tellSpread("launch_call", times, "ms");
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

} // namespace

void measureHands(ServerKind kind)
{
    progress("presses, half a minute");
    measureBarePresses();
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
    PushTemplates templates(engine);
    engine.watchMeters(TrackIndex(0), smallSet.tracks);
    startAndComplete(engine);

    measureCalls(engine);
    const std::vector<QPoint> places = clipsInSight(view, engine.liveSet());
    measurePresses(presser, *view.viewport(), places, "press_to_datagram", promptly);
    const int before = engine.traffic().received;
    const qint64 startedAt = steadyNow();
    const Flood flood(server->replyPort(), templates.take(), {2000, 100});
    measurePresses(presser, *view.viewport(), places, "press_to_datagram_in_flood", promptly);
    const double seconds = static_cast<double>(steadyNow() - startedAt) / nsPerMs / 1000;
    tell("press_flood_received", (engine.traffic().received - before) / seconds, "messages/s",
        atLeast(20000));
}

} // namespace clipdeck
