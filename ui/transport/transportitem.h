// SPDX-License-Identifier: GPL-3.0-or-later
// What the transport strip offers where there is room, and its menu where there is none: one table.
#pragma once

#include "core/live/liveset.h"

#include <QKeySequence>

#include <optional>
#include <span>
#include <vector>

namespace clipdeck {

class Commands;

/// One switch or action of the song that may fold into the menu.
struct TransportItem {
    enum class Kind {
        Link,
        BackToArrangement,
        ArrangementRecord,
        Loop,
        Overdub,
        CaptureMidi,
        PunchIn,
        PunchOut,
        ReEnableAutomation,
    };
    Kind kind;
    std::optional<SongField> field; ///< Switches: which
    const char *name; ///< For assistive technology and the menu
    const char *word; ///< On the button
    const char *sentence;
    const char *keys; ///< "F9"; empty: none
};

/// In the order in which they are given room.
std::span<const TransportItem> transportItems();

/// Does it, or wishes the switch the other way.
void trigger(const TransportItem &item, const LiveSet &set, Commands &commands);
/// Switches: on, as wished. Actions: never.
bool isOn(const TransportItem &item, const LiveSet &set);
/// Back to Arrangement needs something to come back from.
bool isAvailable(const TransportItem &item, const LiveSet &set);

/// How many of `widths`, in their order, have room side by side in `room` px, with `gap` px before each.
int howManyFit(const std::vector<int> &widths, int gap, int room);

} // namespace clipdeck
