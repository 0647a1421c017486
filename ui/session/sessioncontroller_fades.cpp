// SPDX-License-Identifier: GPL-3.0-or-later
// SessionController's fades: of what is selected, by menu and by key.
#include "core/commands/commands.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"

namespace clipdeck {

std::set<TrackIndex> SessionController::tracksToFade() const
{
    std::set<TrackIndex> out;
    for (TrackIndex track : m_view.selectedTracks())
        out.insert(track);
    for (SlotId slot : m_view.selectedSlots())
        out.insert(slot.track);
    return out;
}

void SessionController::fadeOut(double seconds)
{
    m_fadeSeconds = seconds;
    m_history.note(m_parts.set);
    for (TrackIndex track : tracksToFade()) {
        if (!m_parts.commands.fades().of(track))
            m_parts.commands.requestFadeOut(track, seconds);
    }
}

void SessionController::fadeIn(double seconds)
{
    m_fadeSeconds = seconds;
    m_history.note(m_parts.set);
    std::set<TrackIndex> taken; // a track plays one clip
    for (SlotId slot : m_view.selectedSlots()) {
        if (m_parts.set.clip(slot) && !m_parts.commands.fades().of(slot.track)
            && taken.insert(slot.track).second)
            m_parts.commands.requestFadeIn(slot, seconds);
    }
}

void SessionController::fade()
{
    const std::set<TrackIndex> tracks = tracksToFade();
    bool isBack = false;
    for (TrackIndex track : tracks) {
        if (!m_parts.commands.fades().of(track))
            continue;
        isBack = true;
        m_parts.commands.requestFadeOut(track, m_fadeSeconds);
    }
    const std::optional<SlotId> slot = m_view.selectedSlot();
    if (isBack || tracks.empty())
        return;
    const bool rests = slot && m_parts.set.clip(*slot)
        && m_parts.set.track(slot->track)->playingSlot != slot->scene.value;
    if (rests)
        fadeIn(m_fadeSeconds);
    else
        fadeOut(m_fadeSeconds);
}

} // namespace clipdeck
