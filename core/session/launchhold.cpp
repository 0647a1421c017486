// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/launchhold.h"

#include "core/live/quantization.h"

namespace clipdeck {

void LaunchHold::press(SlotId slot, const LiveSet &set, Beats position, Launch launch)
{
    m_slot.reset();
    m_launch = launch;
    const Clip *clip = set.clip(slot);
    if (!clip)
        return;
    m_mode = static_cast<LaunchMode>(clip->launchMode);
    if (m_mode != LaunchMode::Gate && m_mode != LaunchMode::Repeat)
        return;
    m_slot = slot;
    m_isDown = true;
    const Song &song = set.song();
    m_grid = quantizationGrid(
        effectiveQuantization(clip->launchQuantization, song.clipTriggerQuantization),
        song.signature());
    // What was launched right now waits for no line: its next fire is for the line ahead.
    m_line = m_grid && launch == Launch::AtLine ? nextLine(position, *m_grid) : position;
}

LaunchHold::Due LaunchHold::release(const LiveSet &set)
{
    if (!m_slot || !m_isDown)
        return Due::None;
    m_isDown = false;
    if (m_mode == LaunchMode::Repeat || !set.clip(*m_slot)) {
        m_slot.reset();
        return Due::None;
    }
    const Track &track = *set.track(m_slot->track);
    if (track.playingSlot == m_slot->scene.value) {
        const Due due = letGo(track);
        m_slot.reset();
        return due;
    }
    // To stop the track right now would stop what still plays in its place.
    return m_launch == Launch::Now ? Due::None : Due::Stop;
}

// Stopping the track right now would also call off another clip that waits there.
LaunchHold::Due LaunchHold::letGo(const Track &track) const
{
    const bool another = track.firedSlot >= 0 && track.firedSlot != m_slot->scene.value;
    return m_launch == Launch::Now && !another ? Due::StopNow : Due::Stop;
}

LaunchHold::Due LaunchHold::advance(const LiveSet &set, Beats position)
{
    if (!m_slot)
        return Due::None;
    const Track *track = set.track(m_slot->track);
    if (!track || !set.clip(*m_slot)) {
        m_slot.reset();
        return Due::None;
    }
    if (m_mode == LaunchMode::Repeat) {
        if (!m_isDown || !m_grid || !set.song().isPlaying || position < m_line)
            return Due::None;
        m_line = nextLine(position + *m_grid * 0.01, *m_grid);
        return Due::Launch;
    }
    if (m_isDown)
        return Due::None;
    const int scene = m_slot->scene.value;
    const bool waits = track->firedSlot == scene || set.wish(Target::launch(*m_slot));
    if (track->playingSlot != scene && waits)
        return Due::None;
    const Due due = track->playingSlot == scene ? letGo(*track) : Due::None;
    m_slot.reset();
    return due;
}

} // namespace clipdeck
