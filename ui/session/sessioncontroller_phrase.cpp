// SPDX-License-Identifier: GPL-3.0-or-later
// SessionController's hand on a take: what was just played becomes the loop.
#include "core/commands/commands.h"
#include "core/session/lastphrase.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"

#include <utility>

namespace clipdeck {

// What is selected if it sounds, else the first take under way: a hand that plays has no time to select.
std::optional<SlotId> SessionController::slotToLoop() const
{
    const auto playing = [this](int track) {
        return SlotId{
            TrackIndex(track), SceneIndex(m_parts.set.track(TrackIndex(track))->playingSlot)};
    };
    const std::optional<SlotId> selected = m_view.selectedSlot();
    if (selected && m_parts.set.clip(*selected) && playing(selected->track.value) == *selected)
        return selected;
    for (int t = 0; t < m_parts.set.trackCount(); ++t) {
        const Clip *clip = m_parts.set.clip(playing(t));
        if (clip && clip->isRecording)
            return playing(t);
    }
    return std::nullopt;
}

void SessionController::loopPhrase(int bars)
{
    const std::optional<SlotId> slot = slotToLoop();
    const GridContext now = m_view.context();
    const Clip *clip = slot ? m_parts.set.clip(*slot) : nullptr;
    const std::optional<ClipTime> position
        = clip ? now.positions.position(*slot, *clip, now.clock.moment(now.now)) : std::nullopt;
    if (!position) {
        Q_EMIT told(tr("Nothing that plays is selected, and nothing is being recorded."));
    } else if (clip->timeUnit() == ClipTimeUnit::Second) {
        Q_EMIT told(tr("%1 is not warped, so it can't loop.").arg(clip->name));
    } else if (clip->isRecording) {
        m_ending = EndingTake{*slot, *position, bars};
        m_parts.commands.requestLaunch(*slot); // ends the take, which then loops
        Q_EMIT told(tr(
            "The take ends at the next launch line; then its last %n bar(s) loop.", nullptr, bars));
    } else {
        loopNow(*slot, *position, bars);
    }
}

// The start first: it is before the old end, and the new end is behind it.
void SessionController::loopNow(SlotId slot, ClipTime position, int bars)
{
    const Clip &clip = *m_parts.set.clip(slot);
    const std::optional<Phrase> phrase = lastPhrase(clip, position, bars);
    if (!phrase) {
        Q_EMIT told(tr("Not a bar of it has been played yet."));
        return;
    }
    if (!clip.looping)
        m_parts.commands.requestClip(slot, ClipField::Looping, true);
    m_parts.commands.requestClip(slot, ClipField::LoopStart, phrase->start.value);
    m_parts.commands.requestClip(slot, ClipField::LoopEnd, phrase->end.value);
}

// Live tells that a take has ended before it tells how long it is.
void SessionController::loopEndedTake()
{
    if (!m_ending)
        return;
    const Clip *clip = m_parts.set.clip(m_ending->slot);
    if (clip && (clip->isRecording || clip->loopEnd < m_ending->atLeast))
        return;
    const EndingTake take = *std::exchange(m_ending, std::nullopt);
    if (clip)
        loopNow(take.slot, clip->loopEnd, take.bars);
}

} // namespace clipdeck
