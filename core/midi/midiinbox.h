// SPDX-License-Identifier: GPL-3.0-or-later
// Carries messages from the MIDI system's thread to the event loop's.
#pragma once

#include "core/midi/midimessage.h"

#include <QMutex>

#include <functional>
#include <span>
#include <vector>

namespace clipdeck {

/// Filled by one foreign thread, emptied by the event loop's. However much arrives while the loop
/// is busy, one wake-up waits and no more than `capacity` messages are kept: the newest are
/// dropped, and counted.
class MidiInbox {
public:
    static constexpr std::size_t capacity = 4096;

    struct Item {
        MidiMessage message;
        qint64 stampUs = 0;
    };

    /// `wake` is called on the foreign thread when the inbox has something again after it was
    /// emptied.
    explicit MidiInbox(std::function<void()> wake);

    /// Foreign thread. Bytes that are no channel message are passed over. Does not allocate.
    void post(std::span<const unsigned char> bytes, qint64 stampUs);
    /// Event loop's thread: everything that came since the last call, in order.
    std::vector<Item> take();
    /// Event loop's thread: messages dropped since the last call.
    int takeDropped();

private:
    std::function<void()> m_wake;
    QMutex m_mutex;
    std::vector<Item> m_items;
    int m_dropped = 0;
};

} // namespace clipdeck
