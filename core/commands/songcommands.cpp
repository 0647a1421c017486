// SPDX-License-Identifier: GPL-3.0-or-later
// What the song as a whole is asked: its transport, its history, its cue points.
#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"

namespace clipdeck {

void Commands::requestPlay()
{
    m_queue.submit(Target::song(SongField::IsPlaying), true,
        {callMessage(ObjectKind::Song, {}, "start_playing")});
}

void Commands::requestContinue()
{
    m_queue.submit(Target::song(SongField::IsPlaying), true,
        {callMessage(ObjectKind::Song, {}, "continue_playing")});
}

void Commands::requestStopPlaying()
{
    m_queue.submit(Target::song(SongField::IsPlaying), false,
        {callMessage(ObjectKind::Song, {}, "stop_playing")});
}

void Commands::requestStop()
{
    const LiveValue plays = m_set.shown(Target::song(SongField::IsPlaying), m_set.song().isPlaying);
    requestStopPlaying();
    if (numberOr(plays, 0.0) != 0.0)
        return;
    OscMessage clips = callMessage(ObjectKind::Song, {}, "stop_all_clips");
    clips.arguments.push_back(false); // not quantized
    m_queue.submitPlain({std::move(clips)}, CommandQueue::Plain::NoEdit);
    requestSong(SongField::CurrentSongTime, 0.0);
}

void Commands::requestUndo()
{
    if (!m_queue.undoOwn())
        m_queue.submitPlain({callMessage(ObjectKind::Song, {}, "undo")});
}

void Commands::requestRedo()
{
    m_queue.submitPlain({callMessage(ObjectKind::Song, {}, "redo")});
}

void Commands::requestCaptureMidi()
{
    m_queue.submitPlain({callMessage(ObjectKind::Song, {}, "capture_midi")});
}

void Commands::requestReEnableAutomation()
{
    m_queue.submitPlain({callMessage(ObjectKind::Song, {}, "re_enable_automation")});
}

} // namespace clipdeck
