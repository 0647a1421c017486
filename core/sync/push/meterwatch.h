// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracks' meters are listened to: only those that someone looks at, as they push ten times a second. Pure.
#pragma once

#include "core/abletonosc/listenerset.h"
#include "core/live/liveset.h"

#include <set>

namespace clipdeck {

class MeterWatch {
public:
    struct Difference {
        std::vector<ListenerKey> start;
        std::vector<ListenerKey> stop;
    };

    /// From now on the meters of these tracks are looked at; `count` 0: none.
    void setWanted(TrackIndex first, int count);
    /// What to start and stop, so that what is wanted of the set as it stands is listened to. Tracks with audio at their
    /// output have two sides; the others would raise if they were asked for them (Live Object Model, Track).
    Difference update(const LiveSet &set);
    /// Tracks moved: `keyNow` gives a listener's key now, or nothing if its track is gone.
    void rename(const std::function<std::optional<ListenerKey>(const ListenerKey &)> &keyNow);

private:
    std::set<ListenerKey> wanted(const LiveSet &set) const;

    int m_first = 0;
    int m_end = 0;
    std::set<ListenerKey> m_held;
};

} // namespace clipdeck
