// SPDX-License-Identifier: GPL-3.0-or-later
// What the song as a whole is asked: its transport, its history, its cue points.
#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"

#include <algorithm>

namespace clipdeck {

void Commands::requestPlay()
{
    m_queue.request(Target::song(SongField::IsPlaying), true,
        {callMessage(ObjectKind::Song, {}, "start_playing")});
}

void Commands::requestContinue()
{
    m_queue.request(Target::song(SongField::IsPlaying), true,
        {callMessage(ObjectKind::Song, {}, "continue_playing")});
}

void Commands::requestStopPlaying()
{
    m_queue.request(Target::song(SongField::IsPlaying), false,
        {callMessage(ObjectKind::Song, {}, "stop_playing")});
}

void Commands::requestStop()
{
    const LiveValue plays = m_set.shown(Target::song(SongField::IsPlaying), m_set.song().isPlaying);
    requestStopPlaying();
    if (numberOr(plays, 0.0) != 0.0)
        return;
    requestStopAllNow();
    requestSong(SongField::CurrentSongTime, 0.0);
}

void Commands::requestStopAllNow()
{
    OscMessage clips = callMessage(ObjectKind::Song, {}, "stop_all_clips");
    clips.arguments.emplace_back(false); // not quantized
    m_queue.requestPlain({std::move(clips)}, CommandQueue::Plain::NoEdit);
}

void Commands::requestUndo()
{
    if (!m_queue.undoOwn())
        m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "undo")});
}

void Commands::requestRedo()
{
    m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "redo")});
}

void Commands::requestCaptureMidi()
{
    m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "capture_midi")});
}

void Commands::requestCue(int cue)
{
    const std::vector<CuePoint> &cues = m_set.song().cuePoints;
    if (cue < 0 || cue >= static_cast<int>(cues.size())) {
        Q_EMIT refused({}, tr("There is no such cue point."));
        return;
    }
    const CuePoint &wanted = cues[static_cast<std::size_t>(cue)];
    const auto same = std::count_if(
        cues.begin(), cues.end(), [&](const CuePoint &other) { return other.name == wanted.name; });
    if (same > 1) {
        requestSong(SongField::CurrentSongTime, wanted.time);
        return;
    }
    m_queue.requestPlain({OscMessage{QStringLiteral("/live/song/cue_point/jump"), {wanted.name}}},
        CommandQueue::Plain::NoEdit);
}

void Commands::requestCueStep(int by)
{
    m_queue.requestPlain(
        {callMessage(ObjectKind::Song, {}, by < 0 ? "jump_to_prev_cue" : "jump_to_next_cue")},
        CommandQueue::Plain::NoEdit);
}

void Commands::requestReEnableAutomation()
{
    m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "re_enable_automation")});
}

} // namespace clipdeck
