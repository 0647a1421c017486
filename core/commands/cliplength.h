// SPDX-License-Identifier: GPL-3.0-or-later
// Setting a clip's length by its right edge: which properties are written, in an order that Live takes. Pure.
#pragma once

#include "core/live/clip.h"
#include "core/live/fields.h"

#include <vector>

namespace clipdeck {

/// One property to write.
struct ClipWrite {
    ClipField field;
    double value;

    bool operator==(const ClipWrite &) const = default;
};

/// The shortest length that can be set.
constexpr ClipTime shortestClip{1.0 / 64.0};

/// The writes that give `clip` the length `length`. Live refuses an end at or before its start at every step, so what
/// grows is written before what it must hold, and what shrinks after it (docs/abletonosc.md, Lengths and markers):
/// - looping: the loop's end moves, and the end marker with it; a start marker that would lie behind the end goes to the
///   loop's start first;
/// - not looping: loop_end *is* the clip's end, and the marker follows by itself.
std::vector<ClipWrite> lengthWrites(const Clip &clip, ClipTime length);

/// The writes that lengthen `clip` by `by` (above 0) at its end. Content stays where it is: the loop's end moves, and the
/// end marker goes along, unless it lies further out already.
std::vector<ClipWrite> extendWrites(const Clip &clip, ClipTime by);

} // namespace clipdeck
