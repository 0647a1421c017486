// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls, and how a target takes values from its input.
#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

/// Handles one input; ends the process if something that must hold does not.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size);

namespace clipdeck::fuzz {

inline void mustHold(bool condition)
{
    if (!condition)
        std::abort();
}

/// Takes values off the front of an input; zeros when it is used up.
class Input {
public:
    Input(const uint8_t *data, std::size_t size)
        : m_data(data)
        , m_left(size)
    {
    }

    bool isEmpty() const { return m_left == 0; }
    template <class T> T take()
    {
        T value{};
        const std::size_t count = std::min(sizeof(T), m_left);
        std::memcpy(&value, m_data, count);
        drop(count);
        return value;
    }
    unsigned below(unsigned end) { return take<uint8_t>() % end; }
    /// Up to 255 bytes, their number in front of them.
    QByteArray text()
    {
        const std::size_t count = std::min<std::size_t>(take<uint8_t>(), m_left);
        const QByteArray bytes(
            reinterpret_cast<const char *>(m_data), static_cast<qsizetype>(count));
        drop(count);
        return bytes;
    }

private:
    void drop(std::size_t count)
    {
        m_data += count;
        m_left -= count;
    }

    const uint8_t *m_data;
    std::size_t m_left;
};

} // namespace clipdeck::fuzz
