// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/midiinbox.h"

#include <utility>

namespace clipdeck {

MidiInbox::MidiInbox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
    m_items.reserve(capacity);
}

void MidiInbox::post(std::span<const unsigned char> bytes, qint64 stampUs)
{
    const std::optional<MidiMessage> message = MidiMessage::parse(bytes);
    if (!message)
        return;
    bool wasEmpty = false;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_items.size() == capacity) {
            ++m_dropped;
            return;
        }
        wasEmpty = m_items.empty();
        m_items.push_back({*message, stampUs});
    }
    if (wasEmpty)
        m_wake();
}

std::vector<MidiInbox::Item> MidiInbox::take()
{
    const QMutexLocker lock(&m_mutex);
    const std::vector<Item> items = m_items; // a copy, so that post() keeps its reserved room
    m_items.clear();
    return items;
}

int MidiInbox::takeDropped()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_dropped, 0);
}

} // namespace clipdeck
