// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/lastphrase.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

std::optional<Phrase> lastPhrase(const Clip &clip, ClipTime position, int bars)
{
    const ClipTime bar{clip.signature().bar().value};
    const double played = std::round((position - clip.loopStart) / bar);
    if (played < 1)
        return std::nullopt;
    const ClipTime end = clip.loopStart + bar * played;
    return Phrase{std::max(clip.loopStart, end - bar * bars), end};
}

ClipTime phraseStart(const Clip &clip, ClipTime position, Beats song, Beats line)
{
    const double length = clip.span().value;
    const double read = song.value - (position - clip.loopStart).value;
    const double began = std::round(read / line.value) * line.value;
    const double into = std::fmod(-began, length);
    return clip.loopStart + ClipTime{into < 0.0 ? into + length : into};
}

} // namespace clipdeck
