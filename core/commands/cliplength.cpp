// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/cliplength.h"

#include <algorithm>

namespace clipdeck {

std::vector<ClipWrite> lengthWrites(const Clip &clip, ClipTime length)
{
    const ClipTime end = clip.loopStart + std::max(length, shortestClip);
    if (!clip.looping)
        return {{ClipField::LoopEnd, end.value}};
    std::vector<ClipWrite> out;
    if (clip.startMarker >= end)
        out.push_back({ClipField::StartMarker, clip.loopStart.value});
    if (end > clip.loopEnd) {
        out.push_back({ClipField::EndMarker, end.value});
        out.push_back({ClipField::LoopEnd, end.value});
    } else {
        out.push_back({ClipField::LoopEnd, end.value});
        out.push_back({ClipField::EndMarker, end.value});
    }
    return out;
}

std::vector<ClipWrite> extendWrites(const Clip &clip, ClipTime by)
{
    const ClipTime end = clip.loopEnd + by;
    std::vector<ClipWrite> out;
    if (clip.looping && clip.endMarker < end)
        out.push_back({ClipField::EndMarker, end.value});
    out.push_back({ClipField::LoopEnd, end.value});
    return out;
}

} // namespace clipdeck
