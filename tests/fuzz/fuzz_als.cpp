// SPDX-License-Identifier: GPL-3.0-or-later
// Live Sets after unpacking: any text. A set that comes of it can be looked at, played and taken apart.
#include "core/sim/control/dump.h"
#include "core/sim/live/error.h"
#include "core/sim/live/live.h"
#include "core/sim/sets/als/reader.h"
#include "tests/fuzz/fuzz.h"

#include <QBuffer>

using namespace clipdeck;
using namespace clipdeck::sim;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    QByteArray bytes = QByteArray::fromRawData(
        reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    AlsFile file = readUnpackedAls(buffer);
    fuzz::mustHold(file.set.has_value() == file.error.isEmpty());
    if (!file.set)
        return 0;
    Live live(std::move(*file.set), 0.0);
    dumpSet(live);
    live.launcher().fireScene(*live.set().scenes.front());
    for (double now = 0.1; now < 1.0; now += 0.1) {
        live.step(now);
        live.display();
    }
    try {
        live.duplicateTrack(0);
        while (live.set().tracks.size() > 1)
            live.deleteTrack(0);
    } catch (const Error &) {
        // Live refuses to delete the last one
    }
    dumpSet(live);
    return 0;
}
