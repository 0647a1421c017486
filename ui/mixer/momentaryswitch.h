// SPDX-License-Identifier: GPL-3.0-or-later
// A key that switches tracks, held: let go of late, what it did is taken back, as Live has it. Pure.
#pragma once

#include "core/live/liveset.h"

#include <vector>

namespace clipdeck {

/// One key at a time, the last that was pressed. `now` is the engine's clock in ms.
class MomentarySwitch {
public:
    static constexpr qint64 momentaryMs = 500; ///< Live's own limit between a tap and a hold

    struct State {
        TrackIndex track;
        bool on;
        bool operator==(const State &) const = default;
    };

    /// The key goes down, and will switch `field` on some track; as the switches are before it does.
    void press(int key, TrackField field, const LiveSet &set, qint64 now);
    /// What is to be set back; nothing after a tap, or where another key was let go of.
    std::vector<State> release(int key, const LiveSet &set, qint64 now);
    bool isDown() const { return m_key != 0; }
    TrackField field() const { return m_field; }

private:
    int m_key = 0;
    TrackField m_field = TrackField::Mute;
    qint64 m_since = 0;
    std::vector<State> m_before;
};

} // namespace clipdeck
