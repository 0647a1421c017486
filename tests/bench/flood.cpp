// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/flood.h"

#include "core/abletonosc/listenerset.h"
#include "core/osc/osccodec.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int rounds = 64;

/// Measures how late a timer of a few ms comes: what holds up the event loop holds up a caller, and a hand.
class StallWatch : public QObject {
public:
    StallWatch()
    {
        constexpr int everyMs = 5;
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(everyMs);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 now = steadyNow();
            m_gaps.push_back(static_cast<double>(now - m_last) / nsPerMs);
            m_last = now;
        });
    }
    const std::vector<double> &gapsMs() const { return m_gaps; }

private:
    QTimer m_timer;
    std::vector<double> m_gaps;
    qint64 m_last = steadyNow();
};

} // namespace

PushTemplates::PushTemplates(Engine &engine)
{
    connect(&engine, &Engine::messageReceived, this, [this](const OscMessage &message) {
        if (ListenerSet::isPush(message) && !message.arguments.empty())
            m_pushes[message.address.toUtf8() + describe(message.arguments.front()).toUtf8()]
                = message;
    });
}

std::vector<OscMessage> PushTemplates::take() const
{
    std::vector<OscMessage> out;
    for (const auto &[about, push] : m_pushes)
        out.push_back(push);
    return out;
}

OscMessage varied(const OscMessage &push, int round)
{
    OscMessage out = push;
    for (OscArgument &argument : out.arguments) {
        if (std::holds_alternative<float>(argument))
            argument = static_cast<float>(round) / rounds;
    }
    return out;
}

Flood::Flood(quint16 port, const std::vector<OscMessage> &pushes, Pace pace)
{
    for (int round = 0; round < rounds; ++round) {
        for (const OscMessage &push : pushes)
            m_datagrams.push_back(encodeOsc(varied(push, round)).value_or(QByteArray()));
    }
    if (m_datagrams.empty())
        qFatal("nothing was pushed that a flood could be made of");
    m_thread.reset(QThread::create([this, port, pace] { run(port, pace); }));
    m_thread->start();
}

Flood::~Flood()
{
    m_ending = true;
    m_thread->wait();
}

void Flood::run(quint16 port, Pace pace)
{
    QUdpSocket socket;
    std::size_t at = 0;
    qint64 due = steadyNow();
    while (!m_ending) {
        for (int i = 0; i < pace.burst; ++i, ++m_sent)
            socket.writeDatagram(
                m_datagrams[at++ % m_datagrams.size()], QHostAddress::LocalHost, port);
        due += static_cast<qint64>(pace.everyMs * nsPerMs);
        if (pace.everyMs > 0 && due > steadyNow())
            QThread::usleep(static_cast<unsigned long>((due - steadyNow()) / 1000));
    }
}

void measureFlood(ServerKind kind)
{
    constexpr int warmMs = 2000;
    constexpr int floodMs = 10000;
    constexpr double frozenMs = 50;
    progress("ten seconds of flood");
    const auto server = startServer(kind);
    Engine engine(settingsFor(*server));
    const PushTemplates templates(engine);
    engine.watchMeters(TrackIndex(0), smallSet.tracks);
    startAndComplete(engine);
    server->control().call(QStringLiteral("fire_scene"), {{QStringLiteral("index"), 0}});
    QTest::qWait(warmMs);
    const double memory = residentMiB(QCoreApplication::applicationPid());
    const int before = engine.traffic().received;
    std::vector<double> gaps;
    int sent = 0;
    {
        const Flood flood(server->replyPort(), templates.take(), {});
        const StallWatch stalls;
        QTest::qWait(floodMs);
        gaps = stalls.gapsMs();
        sent = flood.sent();
    }
    constexpr double seconds = floodMs / 1000.0;
    tell("flood_sent", sent / seconds, "messages/s", atLeast(20000));
    tell("flood_taken", (engine.traffic().received - before) / seconds, "messages/s",
        atLeast(20000));
    QTest::qWait(warmMs);
    tell("flood_memory_growth", residentMiB(QCoreApplication::applicationPid()) - memory, "MiB",
        atMost(5));
    tell(
        "flood_longest_stall", *std::max_element(gaps.begin(), gaps.end()), "ms", atMost(frozenMs));
    tell("flood_divergences", engine.traffic().divergences, "values");
}

} // namespace clipdeck
