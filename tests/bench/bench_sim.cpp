// SPDX-License-Identifier: GPL-3.0-or-later
// What the stand-in costs on the largest set that it is made for: 256 tracks of 1,024 scenes, half of the slots filled.
#include "core/osc/osccodec.h"
#include "core/sim/simulatedlive.h"

#include <benchmark/benchmark.h>

using namespace clipdeck;
using namespace clipdeck::sim;

namespace {

SimSetChoice large()
{
    SimSetChoice choice;
    choice.kind = SimSetChoice::Kind::Generated;
    choice.tracks = 256;
    choice.scenes = 1024;
    return choice;
}

/// A host with the large set, ticking.
struct Desk {
    double now = 0.0;
    SimulatedLive host{large(), 0.0, [](const QByteArray &, const QHostAddress &) { return true; }};

    void tick()
    {
        now += 0.1;
        host.step(now);
        host.tick(now);
    }
};

void openLargeSet(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Desk());
}
BENCHMARK(openLargeSet)->Unit(benchmark::kMillisecond);

/// A tick, and the engine's step before it, when nobody asks anything.
void tickWithoutRequests(benchmark::State &state)
{
    Desk desk;
    if (state.range(0) != 0) {
        desk.host.live().launcher().fireScene(*desk.host.live().set().scenes[1]);
        desk.tick();
    }
    for (auto _ : state)
        desk.tick();
}
BENCHMARK(tickWithoutRequests)->ArgName("playing")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

/// One second's requests of those asked for, answered in one tick: 10,000.
void tenThousandRequests(benchmark::State &state)
{
    Desk desk;
    desk.tick();
    std::vector<QByteArray> questions;
    for (int i = 0; i < 10'000; ++i)
        questions.push_back(
            *encodeOsc({QStringLiteral("/live/clip_slot/get/has_clip"), {i % 256, i % 1024}}));
    const QHostAddress client(QHostAddress::LocalHost);
    for (auto _ : state) {
        for (const QByteArray &question : questions)
            desk.host.receive(question, client);
        desk.tick();
    }
    state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) * 10'000);
}
BENCHMARK(tenThousandRequests)->Unit(benchmark::kMillisecond);

/// A whole track's names, as clients read them.
void trackData(benchmark::State &state)
{
    Desk desk;
    desk.tick();
    const QByteArray question = *encodeOsc(
        {QStringLiteral("/live/song/get/track_data"), {1, 2, QStringLiteral("clip.name")}});
    for (auto _ : state) {
        desk.host.receive(question, QHostAddress(QHostAddress::LocalHost));
        desk.tick();
    }
}
BENCHMARK(trackData)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
