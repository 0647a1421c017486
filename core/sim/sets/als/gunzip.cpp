// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/als/gunzip.h"

#include "core/sim/live/words.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace clipdeck::sim {

namespace {

constexpr qint64 chunk = 32 << 10;

} // namespace

struct Gunzip::Stream {
    z_stream z{};

    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream() { inflateEnd(&z); }
};

Gunzip::Gunzip(QIODevice &packed)
    : m_packed(packed)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

Gunzip::~Gunzip() = default;

bool Gunzip::atEnd() const
{
    return m_ended || !m_problem.isEmpty();
}

qint64 Gunzip::fail(const QString &problem)
{
    m_problem = problem;
    return -1;
}

bool Gunzip::fill()
{
    m_input = m_packed.read(chunk);
    m_taken += m_input.size();
    m_stream->z.next_in = reinterpret_cast<Bytef *>(m_input.data());
    m_stream->z.avail_in = static_cast<uInt>(m_input.size());
    return !m_input.isEmpty();
}

bool Gunzip::begin()
{
    m_begun = true;
    m_stream = std::make_unique<Stream>();
    constexpr int gzipOnly = 15 + 16; // largest window; no bare zlib streams
    if (inflateInit2(&m_stream->z, gzipOnly) != Z_OK) {
        fail(SimWords::tr("There is not enough memory to unpack it."));
        return false;
    }
    if (!fill()) {
        fail(SimWords::tr("It is empty."));
        return false;
    }
    if (m_input.startsWith("\x1f\x8b"))
        return true;
    fail(SimWords::tr("It is no Live Set: it begins neither as a gzip file does nor as XML."));
    return false;
}

bool Gunzip::isTooMuch() const
{
    return m_given > largest || (m_given > freeOfRatio && m_given / highestRatio > m_taken);
}

qint64 Gunzip::readData(char *data, qint64 wanted)
{
    if (!m_problem.isEmpty() || (!m_begun && !begin()))
        return -1;
    if (m_ended || wanted <= 0)
        return 0;
    z_stream &z = m_stream->z;
    const auto room = static_cast<uInt>(std::min<qint64>(wanted, std::numeric_limits<int>::max()));
    z.next_out = reinterpret_cast<Bytef *>(data);
    z.avail_out = room;
    while (z.avail_out == room && !m_ended) {
        if (z.avail_in == 0 && !fill())
            return fail(SimWords::tr("It breaks off before its end."));
        const int result = inflate(&z, Z_NO_FLUSH);
        m_ended = result == Z_STREAM_END;
        const bool starved = result == Z_BUF_ERROR && z.avail_in == 0; // the next bytes will help
        if (result != Z_OK && result != Z_STREAM_END && !starved)
            return fail(SimWords::tr("It is damaged (%1).")
                            .arg(QString::fromLatin1(z.msg ? z.msg : "gzip")));
    }
    const qint64 made = static_cast<qint64>(room) - static_cast<qint64>(z.avail_out);
    m_given += made;
    if (isTooMuch())
        return fail(SimWords::tr("It unpacks to more than any Live Set does."));
    return made;
}

} // namespace clipdeck::sim
