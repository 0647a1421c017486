// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/receive.h"

#include "core/abletonosc/listenerset.h"
#include "core/osc/osccodec.h"
#include "core/osc/udpsocket.h"
#include "core/sim/simulatedlive.h"
#include "core/sync/syncengine.h"
#include "tests/bench/figures.h"
#include "tests/bench/flood.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

namespace clipdeck {

namespace {

constexpr int aimPerSecond = 500'000;
constexpr int trackCount = 64;
constexpr int sceneCount = 128;

sim::SimulatedLive makeHost(std::vector<QByteArray> &inbox)
{
    SimSetChoice choice;
    choice.kind = SimSetChoice::Kind::Generated;
    choice.tracks = trackCount;
    choice.scenes = sceneCount;
    choice.fill = 0.4;
    return {choice, 0.0, [&inbox](const QByteArray &datagram, const QHostAddress &) {
                inbox.push_back(datagram);
                return true;
            }};
}

/// The engine's parts that take what arrives, put together as Engine does, with Live in the same process and time as a
/// number.
class Bench {
public:
    Bench()
    {
        QObject::connect(&set, &LiveSet::changed, &set,
            [this](const Changes &changes) { sync.follow(changes); });
        sync.setVisible(TrackIndex(0), 20, SceneIndex(0), 40);
        sync.watchMeters(TrackIndex(0), trackCount);
    }

    /// Ten milliseconds of Live and of the client.
    void step()
    {
        constexpr qint64 stepMs = 10;
        now += stepMs;
        const double seconds = static_cast<double>(now) / 1000;
        host.step(seconds);
        if (now % static_cast<qint64>(tickMs) == 0)
            host.tick(seconds);
        std::vector<QByteArray> arrived;
        std::swap(arrived, inbox);
        for (const QByteArray &datagram : arrived)
            take(datagram);
        sync.advance(now);
        set.publish();
    }

    /// As Engine does with a datagram.
    void take(const QByteArray &datagram)
    {
        for (const OscMessage &message : decodeOsc(datagram).messages) {
            if (keepsPushes && ListenerSet::isPush(message))
                keep(message);
            if (message.address == QLatin1String("/live/error"))
                pipe.handleError(toText(message.arguments.front()).value_or(QString()));
            else
                taken += sync.take(message, now) || pipe.take(message, now) ? 1 : 0;
        }
    }

    /// One of each listener whose values are numbers, which can be another one each time.
    void keep(const OscMessage &push)
    {
        if (!std::holds_alternative<float>(push.arguments.back()))
            return;
        OscMessage about = push;
        constexpr std::size_t epochAndValue = 2;
        about.arguments.resize(about.arguments.size() - epochAndValue);
        pushes[describe(about)] = push;
    }

    /// All of them in slices, as the socket gives them.
    void takeAll(const std::vector<QByteArray> &datagrams)
    {
        int inSlice = 0;
        for (const QByteArray &datagram : datagrams) {
            take(datagram);
            if (++inSlice % UdpSocket::sliceSize == 0)
                set.publish();
        }
        set.publish();
    }

    std::vector<QByteArray> inbox;
    sim::SimulatedLive host = makeHost(inbox);
    qint64 now = 0;
    LiveSet set;
    SongClock clock;
    QueryPipe pipe{[this](std::span<const OscMessage> messages) {
        host.receive(
            encodeOsc(messages).value_or(QByteArray()), QHostAddress(QHostAddress::LocalHost));
        return true;
    }};
    ListenerSet listeners;
    SyncEngine sync{set, pipe, listeners, clock, [this] { return now; }};
    bool keepsPushes = true;
    std::map<QString, OscMessage> pushes; ///< By what they are about
    qint64 taken = 0;
};

/// A mirror that is complete, of a set in which everything plays, and the pushes that its listeners bring.
void fill(Bench &bench)
{
    constexpr int patienceSteps = 60'000;
    constexpr int playSteps = 200;
    for (int i = 0; i < patienceSteps && !bench.set.isComplete(); ++i)
        bench.step();
    if (!bench.set.isComplete())
        qFatal("the mirror did not become complete");
    bench.host.live().launcher().fireScene(*bench.host.live().set().scenes[1]);
    for (int i = 0; i < playSteps; ++i)
        bench.step();
    bench.keepsPushes = false;
}

void tellRate(const char *name, qint64 messages, qint64 startedAt)
{
    const double seconds = static_cast<double>(steadyNow() - startedAt) / nsPerMs / 1000;
    tell(name, static_cast<double>(messages) / seconds, "messages/s", atLeast(aimPerSecond));
}

/// Each kept push once, with the value of this round.
std::vector<QByteArray> roundOf(const Bench &bench, int round)
{
    std::vector<QByteArray> out;
    for (const auto &[about, push] : bench.pushes)
        out.push_back(encodeOsc(varied(push, round)).value_or(QByteArray()));
    return out;
}

/// How many of the pushes change the mirror.
int countNews(Bench &bench, int round)
{
    int news = 0;
    const auto connection
        = QObject::connect(&bench.set, &LiveSet::changed, &bench.set, [&news] { ++news; });
    for (const QByteArray &datagram : roundOf(bench, round)) {
        bench.take(datagram);
        bench.set.publish();
    }
    QObject::disconnect(connection);
    return news;
}

void measurePushes(Bench &bench)
{
    constexpr int rounds = 64;
    constexpr int wanted = 1'000'000;
    countNews(bench, rounds - 1);
    tell("receive_listeners", static_cast<double>(bench.pushes.size()), "listeners");
    tell("receive_pushes_news",
        100.0 * countNews(bench, 0) / static_cast<double>(bench.pushes.size()), "%", atLeast(100));
    std::vector<QByteArray> datagrams;
    for (int round = 1; round <= rounds; ++round)
        std::ranges::move(roundOf(bench, round % rounds), std::back_inserter(datagrams));
    const int turns = wanted / static_cast<int>(datagrams.size());
    bench.taken = 0;
    const qint64 startedAt = steadyNow();
    for (int turn = 0; turn < turns; ++turn)
        bench.takeAll(datagrams);
    tellRate("receive_pushes", bench.taken, startedAt);
}

std::vector<SlotId> clipsOf(const LiveSet &set)
{
    std::vector<SlotId> out;
    for (int t = 0; t < set.trackCount(); ++t) {
        for (int s = 0; s < set.sceneCount(); ++s) {
            if (set.clip(slotId(t, s)))
                out.push_back(slotId(t, s));
        }
    }
    return out;
}

/// A group of questions about colours is opened; their answers, as Live sends them.
std::vector<QByteArray> askColors(
    OpenQueries &open, Bench &bench, const std::vector<SlotId> &clips, int turn)
{
    constexpr qint32 firstTag = 0x40000001;
    constexpr int group = QueryPipe::mostMessagesInGroup;
    const QString address = QStringLiteral("/live/clip/get/color");
    std::vector<QByteArray> answers;
    for (int i = 0; i < group; ++i) {
        const int number = turn * group + i;
        const qint32 tag = firstTag + number;
        const SlotId id = clips[static_cast<std::size_t>(number) % clips.size()];
        Query query{{address, {id.track.value, id.scene.value, tag}}};
        query.ids = 2;
        query.match = Match::ByTag;
        query.answered = [&bench, id](const OscArguments &values) {
            bench.set.apply(id, ClipField::Color, toInt(values.front()).value_or(0));
        };
        open.add({std::move(query), tag, bench.now, true, false, 0});
        answers.push_back(
            *encodeOsc({address, {id.track.value, id.scene.value, turn % 16'777'216, tag}}));
    }
    return answers;
}

/// Answers to single getters: matched by their tags, applied. Asking is not counted.
void measureAnswers(Bench &bench)
{
    constexpr int turns = 1000;
    const std::vector<SlotId> clips = clipsOf(bench.set);
    qint64 taken = 0;
    qint64 spent = 0;
    OpenQueries open;
    for (int turn = 0; turn < turns; ++turn) {
        const std::vector<QByteArray> datagrams = askColors(open, bench, clips, turn);
        const qint64 startedAt = steadyNow();
        int inSlice = 0;
        for (const QByteArray &datagram : datagrams) {
            for (const OscMessage &message : decodeOsc(datagram).messages) {
                if (const auto answer = open.take(message)) {
                    answer->open.query.answered(answer->values);
                    ++taken;
                }
            }
            if (++inSlice % UdpSocket::sliceSize == 0)
                bench.set.publish();
        }
        bench.set.publish();
        spent += steadyNow() - startedAt;
    }
    tellRate("receive_answers", taken, steadyNow() - spent);
}

} // namespace

void measureReceive()
{
    progress("the way of messages into the mirror");
    Bench bench;
    fill(bench);
    measurePushes(bench);
    measureAnswers(bench);
}

} // namespace clipdeck
