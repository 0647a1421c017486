// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/phrase.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

std::optional<Phrase> lastPhrase(const Clip &clip, double position, int bars)
{
    const double bar = clip.signature().bar().value;
    const double played = std::round((position - clip.loopStart) / bar);
    if (played < 1)
        return std::nullopt;
    const double end = clip.loopStart + played * bar;
    return Phrase{std::max(clip.loopStart, end - bars * bar), end};
}

double phraseStart(const Clip &clip, double position, Beats song, Beats line)
{
    const double length = clip.loopEnd - clip.loopStart;
    const double read = song.value - (position - clip.loopStart);
    const double began = std::round(read / line.value) * line.value;
    const double into = std::fmod(-began, length);
    return clip.loopStart + (into < 0.0 ? into + length : into);
}

} // namespace clipdeck
