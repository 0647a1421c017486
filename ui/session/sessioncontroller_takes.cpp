// SPDX-License-Identifier: GPL-3.0-or-later
// SessionController's takes of fixed length, and where they start once they are there.
#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "core/live/quantization.h"
#include "core/session/lastphrase.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"

namespace clipdeck {

void SessionController::setTakesInPhrase(bool inPhrase)
{
    if (std::exchange(m_takesInPhrase, inPhrase) != inPhrase)
        Q_EMIT takesInPhraseChanged(inPhrase);
}

void SessionController::record(double beats)
{
    constexpr int quarter = 7; // core/live/quantization.h
    const Song &song = m_parts.set.song();
    // What begins just anywhere can't be told from a line to the millisecond, so it waits for the next beat.
    const auto grid = quantizationGrid(song.clipTriggerQuantization, song.signature());
    const bool needsLine = m_takesInPhrase && !grid;
    for (SlotId slot : m_view.selectedSlots()) {
        m_parts.grid.requestRecord(
            slot, {beats}, needsLine ? std::optional(quarter) : std::nullopt);
        if (m_takesInPhrase)
            m_takes.push_back({slot, {beats},
                grid.value_or(quantizationGrid(quarter, song.signature()).value_or(Beats{1.0})),
                m_view.context().now});
    }
}

void SessionController::alignTakes()
{
    // Out of the list first: a wish announces itself, and comes back here.
    std::vector<FixedTake> takes = std::exchange(m_takes, {});
    for (FixedTake &take : takes) {
        if (!alignTake(take))
            m_takes.push_back(take);
    }
}

// True: there is nothing more to do for it.
bool SessionController::alignTake(FixedTake &take)
{
    const SlotId slot = take.slot;
    const Track *track = m_parts.set.track(slot.track);
    const Wish *launch = m_parts.set.wish(Target::launch(slot));
    if (!track || (launch && launch->isRefused()))
        return true;
    const GridContext now = m_view.context();
    if (launch || track->firedSlot == slot.scene.value || track->playingSlot == slot.scene.value)
        take.seenAt = now.now;
    const Clip *clip = m_parts.set.clip(slot);
    constexpr double near = 0.01;
    constexpr qint64 patienceMs
        = 3000; // what is queued, begins and plays is not told in one breath
    const SongMoment song = now.clock.moment(now.now);
    const auto isAsLong = [&] {
        const Beats length = clip->timeScale(song.tempo).beats(clip->span());
        return std::abs((length - take.length).value) <= near;
    };
    if (!clip || clip->isRecording || track->playingSlot != slot.scene.value || !isAsLong())
        // Live tells that a take has ended before it tells how long it is.
        return now.now - take.seenAt > patienceMs;
    if (clip->timeUnit() == ClipTimeUnit::Second)
        return true; // it does not loop, so there is no phrase to stand in
    const std::optional<ClipTime> position = now.positions.position(slot, *clip, song);
    if (!position)
        return false; // not heard of yet
    const ClipTime start = phraseStart(*clip, *position, song.position, take.line);
    if (std::abs((start - clip->startMarker).value) > near)
        m_parts.commands.requestClip(slot, ClipField::StartMarker, start.value);
    return true;
}

} // namespace clipdeck
