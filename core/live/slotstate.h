// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of the grid is doing: the one reading of the mirror that painting, speech and tests share.
#pragma once

#include "core/live/liveset.h"

namespace clipdeck {

/// A slot's state as Live has it.
enum class SlotState {
    Empty, ///< With a stop button
    EmptyNoStop,
    EmptyArmed, ///< A press records
    QueuedToRecord, ///< An empty slot of an armed track that was fired
    Stopped,
    Queued,
    Playing,
    QueuedToStop,
    Recording,
    Deactivated, ///< The clip's activator is off
    // A group track's slot that stands for what its tracks hold in this scene: what those that do something do.
    Group, ///< None does anything
    GroupQueued, ///< Those wait to play or record
    GroupPlaying,
    GroupStopping,
    GroupRecording,
    GroupMixed, ///< They do different things
};

bool isEmptyState(SlotState state); ///< No clip, and no group's clips
bool isGroupState(SlotState state);
bool isSounding(SlotState state); ///< Of clips

/// What lies over the state: our own wish on the slot (core/live/wish.h), or that it may be stale.
enum class SlotOverlay { None, Pressed, Pending, Refused, Stale };

struct SlotReading {
    SlotState state = SlotState::Empty;
    SlotOverlay overlay = SlotOverlay::None;

    bool operator==(const SlotReading &) const = default;
};

/// Reads one cell. It is stale where it is overdue, and all cells are while Live is gone. `now` is the engine's clock in
/// ms.
SlotReading readSlot(const LiveSet &set, SlotId id, qint64 now);

/// A wish to edit the slot or its clip, a refused one first; null: there is none.
const Wish *editOf(const LiveSet &set, SlotId id);

/// What a launch or a stop on its way shows as.
SlotOverlay overlayOf(const Wish &action, qint64 now);
/// The group's children that have a clip in this row, in track order. Folded or not; nested groups' children count.
std::vector<SlotId> groupChildren(const LiveSet &set, SlotId groupSlot);

/// The state in one word for speech and tests: "stopped", "queued", …
/// "empty" and "empty, queued" for slots without a clip.
QString stateName(SlotReading reading);

} // namespace clipdeck
