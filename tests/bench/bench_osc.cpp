// SPDX-License-Identifier: GPL-3.0-or-later
// What a message costs on its way to bytes and back.
#include "core/osc/osccodec.h"

#include <benchmark/benchmark.h>

using namespace clipdeck;

namespace {

OscMessage launch()
{
    return {QStringLiteral("/live/clip_slot/fire"), {3, 12}};
}

/// The largest kind of answer there is: track_data of one track with `slotCount` slots, 17 properties each.
OscMessage trackData(int slotCount)
{
    OscMessage message{QStringLiteral("/live/song/get/track_data"), {}};
    for (int i = 0; i < slotCount; ++i) {
        message.arguments.emplace_back(QStringLiteral("Verse guitar %1").arg(i));
        for (int k = 0; k < 6; ++k)
            message.arguments.emplace_back(k % 2 == 0);
        for (int k = 0; k < 6; ++k)
            message.arguments.emplace_back(static_cast<float>(k) * 4.0F);
        for (int k = 0; k < 4; ++k)
            message.arguments.emplace_back(0xFF9900 + k);
    }
    return message;
}

void encode(benchmark::State &state, const OscMessage &message)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(encodeOsc(message));
}

void decode(benchmark::State &state, const OscMessage &message)
{
    const QByteArray bytes = encodeOsc(message).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeOsc(bytes));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes.size());
}

} // namespace

BENCHMARK_CAPTURE(encode, launch, launch());
BENCHMARK_CAPTURE(encode, track_data_of_32_slots, trackData(32));
BENCHMARK_CAPTURE(decode, launch, launch());
BENCHMARK_CAPTURE(decode, track_data_of_32_slots, trackData(32));
BENCHMARK_MAIN();
