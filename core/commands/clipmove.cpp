// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/clipmove.h"

namespace clipdeck {

namespace {

} // namespace

QString whyNotThere(const LiveSet &set, SlotId from, SlotId to)
{
    const Clip *clip = set.clip(from);
    const Track *track = set.track(to.track);
    if (!clip)
        return ClipMove::tr("There is no clip in this slot.");
    if (!track || !set.slot(to))
        return ClipMove::tr("There is no such slot.");
    if (set.slot(from)->readAt < 0)
        return ClipMove::tr("The clip is still being read.");
    if (clip->isRecording)
        return ClipMove::tr("The clip is being recorded.");
    if (track->isFoldable)
        return ClipMove::tr("A group holds no clips of its own.");
    const bool isMidiTrack = track->kind() == TrackKind::Midi;
    if (clip->isMidiClip && !isMidiTrack)
        return ClipMove::tr("A MIDI clip needs a MIDI track: %1 is audio.").arg(track->name);
    if (!clip->isMidiClip && isMidiTrack)
        return ClipMove::tr("An audio clip needs an audio track: %1 is MIDI.").arg(track->name);
    return {};
}

ClipMove::ClipMove(const LiveSet &set, SlotId from, SlotId to, qint64 now)
    : m_from(from)
    , m_to(to)
    , m_name(set.clip(from)->name)
    , m_length(set.clip(from)->length)
    , m_wasEmpty(!set.clip(to))
    , m_since(now)
{
}

bool ClipMove::isCopied(const LiveSet &set) const
{
    const Clip *copy = set.clip(m_to);
    return copy && copy->name == m_name
        && sameValue(LiveValue(copy->length.value), LiveValue(m_length.value));
}

bool ClipMove::isMoved(const LiveSet &set) const
{
    return isCopied(set) && !set.clip(m_from);
}

void ClipMove::startUndo(qint64 now)
{
    m_phase = Phase::Undoing;
    m_since = now;
}

ClipMove::Step ClipMove::advance(const LiveSet &set, qint64 now)
{
    const bool late = now - m_since > patienceMs;
    const auto enter = [&](Phase phase, Step step) {
        m_phase = phase;
        m_since = now;
        return step;
    };
    switch (m_phase) {
    case Phase::Copying:
        if (isCopied(set))
            return enter(Phase::Deleting, Step::Delete);
        return late ? Step::Failed : Step::Wait;
    case Phase::Deleting:
        if (isMoved(set))
            return enter(Phase::Moved, Step::Done);
        return late ? Step::Failed : Step::Wait;
    case Phase::Moved:
        return Step::Done;
    case Phase::Undoing:
        // The original is back. If the copy went with it, Live took both steps as one.
        if (!set.clip(m_from))
            return late ? Step::Failed : Step::Wait;
        if (!isCopied(set))
            return Step::Done;
        return enter(Phase::UndoingAgain, Step::Undo);
    case Phase::UndoingAgain:
        return isCopied(set) && !late ? Step::Wait : Step::Done;
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
