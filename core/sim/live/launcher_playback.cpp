// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Launcher that carries out what is due: playing, recording, stopping, and the news of it.
#include "core/sim/live/launcher.h"
#include "core/sim/live/playstate.h"
#include "core/sim/live/range.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

void Launcher::execute(Track &track, const Launch &launch)
{
    if (launch.stop || !launch.slot) {
        halt(track, true);
        return;
    }
    Slot &slot = *launch.slot;
    if (track.playing == &slot && slot.clip && slot.clip->recording) {
        finishRecording(track);
        return;
    }
    double offset = 0.0;
    if (launch.legato && track.running && slot.clip)
        offset = m_clock.beat() - track.running->launchedBeat + track.running->offset;
    finishRecording(track);
    Slot *before = track.playing;
    const bool record = !slot.clip;
    if (record)
        beginRecording(track, slot);
    track.playing = &slot;
    track.stopped = false;
    slot.clip->startTime = m_clock.songTime();
    track.running = Running{m_clock.beat(), m_clock.second(), offset, {}, -1.0};
    if (record && launch.recordLength)
        track.running->recordEnd = m_clock.beat() + *launch.recordLength;
    announcePlaying(track, before, &slot);
    if (record) {
        notify(slot.clip->id, "is_recording");
        recordStatusChanged();
    }
}

void Launcher::beginRecording(Track &track, Slot &slot)
{
    ++m_takes;
    const bool midi = track.kind == TrackKind::Midi;
    const QString name
        = midi ? QString() : QString(u"%1 %2"_s).arg(m_takes, 4, 10, QChar(u'0')).arg(track.name());
    Clip &clip = m_set.addClip(slot, name, 0.001);
    clip.recording = clip.looping = true;
    if (!midi)
        clip.filePath = "/Samples/Recorded/"_L1 + name + ".wav"_L1;
    notify(slot.id, "has_clip");
    forEachAncestor(track, [&](Track &group) {
        notify(group.slots[static_cast<std::size_t>(slot.index)]->id, "controls_other_clips");
    });
}

void Launcher::grow(Clip &clip, const Running &running) const
{
    const double length = std::max(m_clock.beat() - running.launchedBeat, 0.001);
    clip.loop = clip.markers = {0.0, length};
    clip.sampleLength = saturated((m_clock.second() - running.launchedSecond) * 44100.0);
}

void Launcher::growRecordings()
{
    for (auto &track : m_set.tracks) {
        if (track->running && track->playing && track->playing->clip
            && track->playing->clip->recording)
            grow(*track->playing->clip, *track->running);
    }
}

void Launcher::finishRecording(Track &track)
{
    Clip *clip = track.playing ? track.playing->clip.get() : nullptr;
    if (!clip || !track.running || !clip->recording)
        return;
    grow(*clip, *track.running);
    clip->recording = false;
    track.running = Running{m_clock.beat(), m_clock.second(), 0.0, {}, -1.0};
    for (const char *property : {"is_recording", "loop_end", "end_marker", "end_time"})
        notify(clip->id, property);
    announcePlaying(track, track.playing, track.playing);
    recordStatusChanged();
}

void Launcher::recordStatusChanged()
{
    const int status = sessionRecordStatus(m_set);
    if (std::exchange(m_recordStatus, status) != status)
        notify(m_set.song.id, "session_record_status");
}

void Launcher::halt(Track &track, bool byStopButton)
{
    const int shownBefore = playingSlotIndex(m_set, track);
    Slot *before = track.playing;
    finishRecording(track);
    track.playing = nullptr;
    track.stopped = byStopButton;
    track.running.reset();
    if (before)
        announcePlaying(track, before, nullptr);
    else if (shownBefore != playingSlotIndex(m_set, track))
        announceArranger(track);
}

void Launcher::backToArranger(const std::vector<Track *> &tracks)
{
    for (Track *track : tracks) {
        if (!overridesArranger(*track))
            continue;
        finishRecording(*track);
        clearLaunch(*track);
        Slot *before = std::exchange(track->playing, nullptr);
        track->stopped = false;
        track->running.reset();
        if (before)
            announcePlaying(*track, before, nullptr);
        else
            notify(track->id, "playing_slot_index");
    }
    notify(m_set.song.id, "back_to_arranger");
}

void Launcher::forget(Slot &slot)
{
    Track &track = *slot.track;
    if (track.launch && track.launch->slot == &slot) {
        if (track.launch->stop)
            track.launch->slot = nullptr;
        else
            clearLaunch(track);
    }
    if (track.playing == &slot) {
        if (slot.clip)
            slot.clip->recording = false;
        halt(track, false);
    }
}

// -- news ---------------------------------------------------------------------------------------------------------

void Launcher::announceFired(Track &track, Slot *before, Slot *after)
{
    for (Slot *slot : {before, after}) {
        if (!slot)
            continue;
        notify(slot->id, "is_triggered");
        forEachAncestor(track, [&](Track &group) {
            notify(group.slots[static_cast<std::size_t>(slot->index)]->id, "is_triggered");
        });
    }
    notify(track.id, "fired_slot_index");
    forEachAncestor(track, [&](Track &group) { notify(group.id, "fired_slot_index"); });
}

void Launcher::announcePlaying(Track &track, Slot *before, Slot *after)
{
    const auto tell = [&](Slot *slot) {
        if (!slot)
            return;
        if (slot->clip)
            notify(slot->clip->id, "is_overdubbing");
        if (slot->clip && slot == after)
            notify(slot->clip->id, "start_time");
        forEachAncestor(track, [&](Track &group) {
            notify(group.slots[static_cast<std::size_t>(slot->index)]->id, "playing_status");
        });
    };
    tell(before);
    if (before == after)
        return;
    tell(after);
    notify(track.id, "playing_slot_index");
    forEachAncestor(track, [&](Track &group) { notify(group.id, "playing_slot_index"); });
    notify(m_set.song.id, "back_to_arranger");
}

void Launcher::announceArranger(Track &track)
{
    notify(track.id, "playing_slot_index");
    notify(m_set.song.id, "back_to_arranger");
}

} // namespace clipdeck::sim
