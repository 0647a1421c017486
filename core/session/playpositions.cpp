// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/playpositions.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

void PlayPositions::forgetTrack(TrackIndex track)
{
    m_heard.erase(m_heard.lower_bound({track, SceneIndex(0)}),
        m_heard.lower_bound({TrackIndex(track.value + 1), SceneIndex(0)}));
}

void PlayPositions::hear(SlotId slot, const Clip &clip, ClipTime position, SongMoment song)
{
    constexpr Beats jump{0.5};
    constexpr double drift = 0.2; // of the difference, a report
    const ClipTimeScale scale = clip.timeScale(song.tempo);
    const std::optional<ClipTime> shown = this->position(slot, clip, song);
    const ClipTime length = clip.span();
    ClipTime error = shown ? position - *shown : scale.from(jump);
    if (clip.looping && !clip.isRecording && length.value > 0
        && std::abs(error.value)
            > length.value / 2) // one is before the loop's end, the other behind its start
        error.value -= std::copysign(length.value, error.value);
    const bool isNear = std::abs(scale.beats(error).value) < jump.value;
    m_heard[slot] = {isNear ? *shown + error * drift : position, song.position};
}

std::optional<ClipTime> PlayPositions::position(
    SlotId slot, const Clip &clip, SongMoment song) const
{
    const auto found = m_heard.find(slot);
    if (found == m_heard.end())
        return std::nullopt;
    const Beats passed = std::max(Beats{}, song.position - found->second.song);
    const ClipTime position = found->second.position + clip.timeScale(song.tempo).from(passed);
    const ClipTime length = clip.span();
    if (clip.isRecording)
        return position; // it grows, and its end as last read lies behind
    if (!clip.looping || length.value <= 0 || position < clip.loopEnd)
        return clip.looping || length.value <= 0 ? position : std::min(position, clip.loopEnd);
    // Live jumps back when it reaches the loop's end; one that started behind it never does.
    if (found->second.position >= clip.loopEnd)
        return position;
    return clip.loopStart + ClipTime{std::fmod((position - clip.loopStart).value, length.value)};
}

double partOf(const Clip &clip, ClipTime position)
{
    constexpr double steps = partSteps;
    const ClipTime length = clip.span();
    if (length.value <= 0)
        return 0.0;
    return std::round(std::clamp((position - clip.loopStart) / length, 0.0, 1.0) * steps) / steps;
}

} // namespace clipdeck
