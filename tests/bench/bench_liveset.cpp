// SPDX-License-Identifier: GPL-3.0-or-later
// What the mirror costs when Live tells of a whole set again, changed or not.
#include "core/live/liveset.h"
#include "core/live/slotstate.h"

#include <benchmark/benchmark.h>

using namespace clipdeck;

namespace {

constexpr int trackCount = 64;
constexpr int sceneCount = 128;

void fill(LiveSet &set)
{
    set.applyStructure(trackCount, sceneCount);
    for (int t = 0; t < trackCount; ++t) {
        for (int s = t % 2; s < sceneCount; s += 2) {
            set.applyHasClip(slotId(t, s), true);
            set.apply(slotId(t, s), ClipField::Name, QStringLiteral("Clip %1").arg(s));
        }
    }
    set.publish();
}

/// Every clip of 64 × 128 slots is told again, `changing` or as it was.
void applyEveryClip(benchmark::State &state, bool changing)
{
    LiveSet set;
    fill(set);
    int round = 0;
    for (auto _ : state) {
        round += changing ? 1 : 0;
        for (int t = 0; t < trackCount; ++t) {
            for (int s = 0; s < sceneCount; ++s) {
                set.apply(slotId(t, s), ClipField::Color, round);
                set.apply(slotId(t, s), ClipField::LoopEnd, static_cast<double>(4 + round % 2));
                set.apply(slotId(t, s), ClipField::IsPlaying, round % 2 == 1);
            }
        }
        set.publish();
    }
    state.SetItemsProcessed(
        static_cast<std::int64_t>(state.iterations()) * trackCount * sceneCount * 3);
}

void readEverySlot(benchmark::State &state)
{
    LiveSet set;
    fill(set);
    for (auto _ : state) {
        for (int t = 0; t < trackCount; ++t) {
            for (int s = 0; s < sceneCount; ++s)
                benchmark::DoNotOptimize(readSlot(set, slotId(t, s), 0));
        }
    }
    state.SetItemsProcessed(
        static_cast<std::int64_t>(state.iterations()) * trackCount * sceneCount);
}

} // namespace

BENCHMARK_CAPTURE(applyEveryClip, as_it_was, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(applyEveryClip, changed, true)->Unit(benchmark::kMicrosecond);
BENCHMARK(readEverySlot)->Unit(benchmark::kMicrosecond);
BENCHMARK_MAIN();
