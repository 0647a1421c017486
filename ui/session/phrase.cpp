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

} // namespace clipdeck
