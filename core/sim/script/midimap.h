// SPDX-License-Identifier: GPL-3.0-or-later
// Which MIDI controllers /live/midimap/map_cc has given to parameters. Lost when the script starts anew.
#pragma once

#include "core/sim/live/parameter.h"

#include <optional>
#include <vector>

namespace clipdeck::sim {

/// Nothing can be listed or removed, as in AbletonOSC; a controller mapped again moves its new parameter only.
class MidiMap {
public:
    /// Any numbers are taken; Live builds the map up to the first that it refuses.
    void map(int channel, int controller, ObjectId parameter);
    /// The parameter that a controller moves.
    std::optional<ObjectId> parameter(int channel, int controller) const;

private:
    struct Entry {
        int channel;
        int controller;
        ObjectId parameter;

        bool valid() const;
    };
    std::vector<Entry> m_entries;
};

} // namespace clipdeck::sim
