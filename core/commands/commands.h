// SPDX-License-Identifier: GPL-3.0-or-later
// What the user can ask of Live: one `request…` a wish. Each is proposed to the mirror, sent, and then confirmed by
// what Live says, or refused with a reason.
#pragma once

#include "core/commands/fades.h"
#include "core/live/liveset.h"
#include "core/live/units.h"

#include <QObject>

#include <initializer_list>

namespace clipdeck {

class CommandQueue;
struct ClipWrite;
struct Property;

/// The wishes. Every call returns at once; nothing waits for Live. Ids that do not exist and values that Live would not
/// take are refused here, before anything is sent: refused() tells why.
class Commands : public QObject {
    Q_OBJECT
public:
    Commands(LiveSet &set, CommandQueue &queue, QObject *parent = nullptr);

    /// Fires a slot: a clip launches; an empty slot stops the track, or records where it is armed.
    void requestLaunch(SlotId slot); // /live/clip_slot/fire
    void requestSceneLaunch(SceneIndex scene); // /live/scene/fire
    void requestTrackStop(TrackIndex track); // /live/track/stop_all_clips
    void requestStopAll(); // /live/song/stop_all_clips
    void requestStopAllNow(); ///< Whatever the launch quantization
    void requestPlay(); // /live/song/start_playing
    void requestContinue(); // /live/song/continue_playing
    void requestStopPlaying(); // /live/song/stop_playing
    /// As Live's stop button: where the song is stopped already, all clips stop at once and it goes back to 1.1.1.
    void requestStop();
    void requestUndo(); // /live/song/undo
    void requestRedo(); // /live/song/redo
    void requestCaptureMidi(); // /live/song/capture_midi
    void requestReEnableAutomation(); // /live/song/re_enable_automation
    /// Jumps to one of Song::cuePoints: by its name, as Live's own order is not known; where another has the same name, by
    /// its time, which does not wait for the launch quantization.
    void requestCue(int cue); // /live/song/cue_point/jump
    void requestCueStep(int by); // /live/song/jump_to_next_cue, /live/song/jump_to_prev_cue

    /// Sets a property of the song that Live lets be set. Tempo is BPM 20..999.
    void requestSong(SongField field, const LiveValue &value);
    void requestTrack(TrackIndex track, TrackField field, const LiveValue &value);
    /// A press on the first track's arm, solo or mute button, which the others follow (core/commands/stripswitch.h).
    void requestStripSwitch(
        const std::vector<TrackIndex> &tracks, TrackField field, bool isExclusive);
    /// Fades a track out over seconds, stops it at once and puts its volume back; asked for again, goes back (fades.h).
    void requestFadeOut(TrackIndex track, double seconds);
    /// Launches a clip with its track silent, and fades in once it plays; asked for again, goes back.
    void requestFadeIn(SlotId slot, double seconds);
    const Fades &fades() const { return m_fades; }
    /// Goes on with the fades. Call often: it sends no more than a value a tick and track.
    void advance(qint64 now) { m_fades.advance(now); }
    void requestSend(TrackIndex track, SendIndex send, double value); ///< 0..1, 1 is 0 dB
    void requestTrackDuplicate(TrackIndex track); // /live/song/duplicate_track
    void requestTrackDelete(TrackIndex track); // /live/song/delete_track
    /// A new MIDI or audio track; an invalid place is the end. Groups can't be made.
    void requestTrackInsert(TrackKind kind, TrackIndex place); // /live/song/create_midi_track, …
    void requestClip(SlotId slot, ClipField field, const LiveValue &value);
    /// Sets a clip's length by moving its right end, as dragging the right edge does: loop end and end marker where it
    /// loops, the end where it does not. `length` must be above 0.
    void requestClipLength(SlotId slot, ClipTime length);
    /// Lengthens a clip at its end by bars of its own signature; what is in it stays, and the markers never shrink.
    void requestClipExtension(SlotId slot, double bars);
    /// In the parameter's own range; quantized ones are rounded.
    void requestParameter(ParameterId parameter, double value);

Q_SIGNALS:
    /// A wish that Live did not take, or that could not be one. For the status bar.
    void refused(const clipdeck::Target &target, const QString &reason);

private:
    /// Sends a property's value, unless Live would not take it (core/commands/valuerules.h).
    void request(const Target &target, const Property &property, std::initializer_list<int> ids,
        const LiveValue &value);
    void requestEdge(SlotId slot, ClipTime length, const std::vector<ClipWrite> &writes);

    LiveSet &m_set;
    CommandQueue &m_queue;
    Fades m_fades;
};

} // namespace clipdeck
