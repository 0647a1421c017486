// SPDX-License-Identifier: GPL-3.0-or-later
// Slots and their clips: queries out, answers into the mirror.
#pragma once

#include "core/sync/readers/readercontext.h"

namespace clipdeck {

/// One of slotParts(): part 0 begins with the names.
std::vector<Query> readSlots(const ReaderContext &context, TrackIndex track, int part);
/// What only audio clips, or only group slots, have. For tracks of that kind alone: elsewhere Live raises.
std::vector<Query> readAudioClips(const ReaderContext &context, TrackIndex track, int part);
std::vector<Query> readGroupSlots(const ReaderContext &context, TrackIndex track, int part);
/// Where the track's playing clip is; nothing where none plays.
std::vector<Query> readPosition(const ReaderContext &context, TrackIndex track);
/// Whether the track's playing clip records, and while it does, how long it has become; nothing where none plays.
std::vector<Query> readTake(const ReaderContext &context, TrackIndex track);
/// A field of the clips in these scenes, by their own addresses.
std::vector<Query> readClips(const ReaderContext &context, TrackIndex track, ClipField field,
    SceneIndex first, SceneIndex end);
/// One clip by its own addresses. They raise where the clip is gone by then, and each that raises costs a tick: so first
/// its name alone, and when that is answered the rest.
std::vector<Query> readCell(
    const ReaderContext &context, SlotId slot, std::function<void()> isThere);
std::vector<Query> readCellRest(const ReaderContext &context, SlotId slot);
/// One property of a clip; for one of its edges, all of them, as they move together.
std::vector<Query> readClip(const ReaderContext &context, SlotId slot, ClipField wanted);
/// Whether a slot has a clip (then all that its track's clips are), or its stop button.
std::vector<Query> readSlot(const ReaderContext &context, SlotId slot, SlotField wanted);

} // namespace clipdeck
