// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a clip that was just played: what is worth keeping of a long take. Pure. The clip's times are beats here, as
// what has seconds can't loop.
#pragma once

#include "core/live/clip.h"

#include <optional>

namespace clipdeck {

struct Phrase {
    ClipTime start;
    ClipTime end;

    bool operator==(const Phrase &) const = default;
};

/// The last `bars` of the clip's signature up to the bar line that is nearest to `position`: a hand is early or late. Less
/// where the loop begins later; nothing before half a bar.
std::optional<Phrase> lastPhrase(const Clip &clip, ClipTime position, int bars);

/// Where a loop is to be started so that it stands as the song does: the place in it that was recorded when the song was at
/// a whole multiple of the loop's length. `position` is where it plays while the song is at `song`, both read a little late
/// or early; `line` is the launch line on which the take began, to the nearest of which they are put right.
ClipTime phraseStart(const Clip &clip, ClipTime position, Beats song, Beats line);

} // namespace clipdeck
