// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/cliplength.h"

#include <algorithm>

namespace clipdeck {

std::vector<ClipWrite> lengthWrites(const Clip &clip, double length)
{
    const double end = clip.loopStart + std::max(length, shortestClip);
    if (!clip.looping)
        return {{ClipField::LoopEnd, end}};
    std::vector<ClipWrite> out;
    if (clip.startMarker >= end)
        out.push_back({ClipField::StartMarker, clip.loopStart});
    if (end > clip.loopEnd) {
        out.push_back({ClipField::EndMarker, end});
        out.push_back({ClipField::LoopEnd, end});
    } else {
        out.push_back({ClipField::LoopEnd, end});
        out.push_back({ClipField::EndMarker, end});
    }
    return out;
}

std::vector<ClipWrite> extendWrites(const Clip &clip, double by)
{
    const double end = clip.loopEnd + by;
    std::vector<ClipWrite> out;
    if (clip.looping && clip.endMarker < end)
        out.push_back({ClipField::EndMarker, end});
    out.push_back({ClipField::LoopEnd, end});
    return out;
}

} // namespace clipdeck
