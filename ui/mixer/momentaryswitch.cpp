// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/momentaryswitch.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace clipdeck {

namespace {

bool isOn(const LiveSet &set, TrackIndex index, TrackField field)
{
    const Track &track = *set.track(index);
    const bool live = field == TrackField::Solo ? track.solo
        : field == TrackField::Arm              ? track.arm.value_or(false)
                                                : track.mute;
    return numberOr(set.shown(Target::track(index, field), live), 0.0) != 0.0;
}

std::vector<MomentarySwitch::State> statesOf(const LiveSet &set, TrackField field)
{
    std::vector<MomentarySwitch::State> out;
    for (int t = 0; t < set.trackCount(); ++t)
        out.push_back({TrackIndex(t), isOn(set, TrackIndex(t), field)});
    return out;
}

} // namespace

void MomentarySwitch::press(int key, TrackField field, const LiveSet &set, qint64 now)
{
    m_key = key;
    m_field = field;
    m_since = now;
    m_before = statesOf(set, field);
}

std::vector<MomentarySwitch::State> MomentarySwitch::release(
    int key, const LiveSet &set, qint64 now)
{
    if (key != m_key)
        return {};
    m_key = 0;
    const std::vector<State> before = std::exchange(m_before, {});
    // Tracks that came or went meanwhile make the places lie.
    if (now - m_since < momentaryMs || static_cast<int>(before.size()) != set.trackCount())
        return {};
    std::vector<State> out;
    std::ranges::copy_if(before, std::back_inserter(out),
        [&](const State &state) { return isOn(set, state.track, m_field) != state.on; });
    return out;
}

} // namespace clipdeck
