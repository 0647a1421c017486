// SPDX-License-Identifier: GPL-3.0-or-later
// The OSC decoder: any bytes. What it reads can be written again, and then says the same.
#include "core/osc/osccodec.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace clipdeck;

namespace {

/// NaN is not like itself; messages with one are not compared.
bool hasNan(const OscMessage &message)
{
    return std::any_of(
        message.arguments.begin(), message.arguments.end(), [](const OscArgument &argument) {
            const auto *single = std::get_if<float>(&argument);
            const auto *real = std::get_if<double>(&argument);
            return (single && std::isnan(*single)) || (real && std::isnan(*real));
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const OscDecoded decoded = decodeOsc(
        QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    for (const OscMessage &message : decoded.messages) {
        describe(message);
        const std::optional<QByteArray> written = encodeOsc(message);
        if (!written)
            continue;
        const OscDecoded again = decodeOsc(*written);
        fuzz::mustHold(again.error.isEmpty() && again.messages.size() == 1);
        fuzz::mustHold(hasNan(message) || again.messages.front() == message);
    }
    return 0;
}
