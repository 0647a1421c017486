// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/launchhold.h"

#include "core/live/quantization.h"

namespace clipdeck {

void LaunchHold::press(SlotId slot, const LiveSet &set, Beats position)
{
    m_slot.reset();
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
    m_line = m_grid ? nextLine(position, *m_grid) : position;
}

LaunchHold::Due LaunchHold::release(const LiveSet &set)
{
    if (!m_slot)
        return Due::None;
    m_isDown = false;
    if (m_mode == LaunchMode::Repeat || !set.clip(*m_slot)) {
        m_slot.reset();
        return Due::None;
    }
    const Track *track = set.track(m_slot->track);
    const bool plays = track && track->playingSlot == m_slot->scene.value;
    if (plays)
        m_slot.reset();
    return Due::Stop;
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
    const bool plays = track->playingSlot == scene;
    m_slot.reset();
    return plays ? Due::Stop : Due::None;
}

} // namespace clipdeck
