// SPDX-License-Identifier: GPL-3.0-or-later
// Live Sets as files: any bytes, which may be gzip.
#include "core/sim/sets/als/reader.h"
#include "tests/fuzz/fuzz.h"

#include <QBuffer>

using namespace clipdeck::sim;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    QByteArray bytes = QByteArray::fromRawData(
        reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const AlsFile file = readAls(buffer);
    clipdeck::fuzz::mustHold(file.set.has_value() == file.error.isEmpty());
    return 0;
}
