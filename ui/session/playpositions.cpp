// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/playpositions.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

void PlayPositions::forgetTrack(TrackIndex track)
{
    m_heard.erase(m_heard.lower_bound({track, SceneIndex(0)}),
        m_heard.lower_bound({TrackIndex(track.value + 1), SceneIndex(0)}));
}

void PlayPositions::hear(SlotId slot, const Clip &clip, double position, Beats song)
{
    constexpr double jump = 0.5; // beats
    constexpr double drift = 0.2; // of the difference, a report
    const std::optional<double> shown = this->position(slot, clip, song);
    const double length = clip.loopEnd - clip.loopStart;
    double error = shown ? position - *shown : jump;
    if (clip.looping && !clip.isRecording && length > 0 && std::abs(error) > length / 2)
        error -= std::copysign(
            length, error); // one is before the loop's end, the other behind its start
    m_heard[slot] = {std::abs(error) < jump ? *shown + error * drift : position, song};
}

std::optional<double> PlayPositions::position(SlotId slot, const Clip &clip, Beats song) const
{
    const auto found = m_heard.find(slot);
    if (found == m_heard.end())
        return std::nullopt;
    const double passed = std::max(0.0, (song - found->second.song).value);
    const double position = found->second.position + passed;
    const double length = clip.loopEnd - clip.loopStart;
    if (clip.isRecording)
        return position; // it grows, and its end as last read lies behind
    if (!clip.looping || length <= 0 || position < clip.loopEnd)
        return clip.looping || length <= 0 ? position : std::min(position, clip.loopEnd);
    // Live jumps back when it reaches the loop's end; one that started behind it never does.
    if (found->second.position >= clip.loopEnd)
        return position;
    return clip.loopStart + std::fmod(position - clip.loopStart, length);
}

double partOf(const Clip &clip, double position)
{
    constexpr double steps = partSteps;
    const double length = clip.loopEnd - clip.loopStart;
    if (length <= 0)
        return 0.0;
    return std::round(std::clamp((position - clip.loopStart) / length, 0.0, 1.0) * steps) / steps;
}

} // namespace clipdeck
