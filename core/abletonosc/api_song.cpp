// SPDX-License-Identifier: GPL-3.0-or-later
// The song, Live itself and what is selected in it (AbletonOSC: song.py, application.py, view.py, manager.py).
#include "core/abletonosc/apirows.h"

#include <array>

namespace clipdeck::api {

using O = ObjectKind;
using V = ValueKind;

std::span<const Property> songProperties()
{
    static constexpr std::array rows{
        Property{O::Song, "arrangement_overdub", V::Bool, settable, pushes},
        Property{O::Song, "back_to_arranger", V::Bool, settable, pushes},
        Property{O::Song, "can_redo", V::Bool, readOnly, raises},
        Property{O::Song, "can_undo", V::Bool, readOnly, raises},
        Property{O::Song, "clip_trigger_quantization", V::Int, settable, pushes},
        Property{O::Song, "current_song_time", V::Float, settable, pushes},
        Property{O::Song, "groove_amount", V::Float, settable, pushes},
        Property{O::Song, "is_ableton_link_enabled", V::Bool, settable, pushes},
        Property{O::Song, "is_playing", V::Bool, readOnly, pushes},
        Property{O::Song, "loop", V::Bool, settable, pushes},
        Property{O::Song, "loop_length", V::Float, settable, pushes},
        Property{O::Song, "loop_start", V::Float, settable, pushes},
        Property{O::Song, "metronome", V::Bool, settable, pushes},
        Property{O::Song, "midi_recording_quantization", V::Int, settable, pushes},
        Property{O::Song, "nudge_down", V::Bool, settable, pushes},
        Property{O::Song, "nudge_up", V::Bool, settable, pushes},
        Property{O::Song, "punch_in", V::Bool, settable, pushes},
        Property{O::Song, "punch_out", V::Bool, settable, pushes},
        Property{O::Song, "record_mode", V::Bool, settable, pushes},
        Property{O::Song, "root_note", V::Int, settable, pushes},
        Property{O::Song, "scale_name", V::Text, settable, pushes},
        Property{O::Song, "session_record", V::Bool, settable, pushes},
        Property{O::Song, "session_record_status", V::Int, readOnly, pushes},
        Property{O::Song, "signature_denominator", V::Int, settable, pushes},
        Property{O::Song, "signature_numerator", V::Int, settable, pushes},
        Property{O::Song, "song_length", V::Float, readOnly, pushes},
        Property{O::Song, "tempo", V::Float, settable, pushes},
        Property{O::Application, "average_process_usage", V::Float, readOnly, never, Only::Every,
            echoesNot},
        // Writing takes ints only (view.py).
        Property{O::View, "selected_scene", V::Int, settable, pushes, Only::Every, echoesNot},
        Property{O::View, "selected_track", V::Int, settable, pushes, Only::Every, echoesNot},
    };
    return rows;
}

std::span<const Special> songSpecials()
{
    using enum Verb;
    static constexpr std::array rows{
        Special{O::Song, Call, "capture_and_insert_scene", "mode:i?", nullptr},
        Special{O::Song, Call, "capture_midi", "destination:i?", nullptr, Raise::Refused},
        Special{O::Song, Call, "continue_playing", "", nullptr},
        Special{O::Song, Call, "create_audio_track", "index:i?", nullptr, Raise::OutOfRange},
        Special{O::Song, Call, "create_midi_track", "index:i?", nullptr, Raise::OutOfRange},
        Special{O::Song, Call, "create_return_track", "", nullptr, Raise::Refused},
        Special{O::Song, Call, "create_scene", "index:i", nullptr, Raise::OutOfRange},
        Special{O::Song, Call, "cue_point/add_or_delete", "", nullptr},
        Special{O::Song, Call, "cue_point/jump", "index_or_name:v", nullptr, Raise::NoObject, 2, 1},
        Special{O::Song, Call, "cue_point/set/name", "index:i name:t", nullptr, Raise::NoObject, 2},
        Special{O::Song, Call, "delete_return_track", "index:i", nullptr, Raise::NoObject},
        Special{
            O::Song, Call, "delete_scene", "index:i", nullptr, Raise::NoObject | Raise::Refused},
        Special{
            O::Song, Call, "delete_track", "index:i", nullptr, Raise::NoObject | Raise::Refused},
        Special{O::Song, Call, "duplicate_scene", "index:i", nullptr, Raise::NoObject},
        Special{O::Song, Call, "duplicate_track", "index:i", nullptr, Raise::NoObject},
        // Writes a JSON file into Live's temporary folder: about everything is read at once.
        Special{O::Song, Call, "export/structure", "", "done:i", {}, 1, 100},
        Special{O::Song, Call, "force_link_beat_time", "", nullptr},
        Special{O::Song, Call, "jump_by", "beats:f", nullptr},
        Special{O::Song, Call, "jump_to_next_cue", "", nullptr},
        Special{O::Song, Call, "jump_to_prev_cue", "", nullptr},
        Special{O::Song, Call, "re_enable_automation", "", nullptr},
        Special{O::Song, Call, "redo", "", nullptr},
        Special{O::Song, Call, "set_or_delete_cue", "", nullptr},
        Special{O::Song, Call, "start_playing", "", nullptr},
        Special{O::Song, Call, "stop_all_clips", "quantized:b?", nullptr},
        Special{O::Song, Call, "stop_playing", "", nullptr},
        Special{O::Song, Call, "tap_tempo", "", nullptr},
        Special{O::Song, Call, "trigger_session_record", "record_length:f?", nullptr},
        Special{O::Song, Call, "undo", "", nullptr},
        Special{O::Song, Get, "cue_points", "", "|name:t time:f", Raise::TooLarge, 1, 2},
        Special{O::Song, Get, "num_scenes", "", "count:i"},
        Special{O::Song, Get, "num_tracks", "", "count:i"},
        // Both indexes or none; for scenes −1 is no end.
        Special{O::Song, Get, "scenes/name", "first:i? end:i?", "|name:t",
            Raise::NoObject | Raise::TooLarge, 1, 2},
        Special{O::Song, Get, "track_names", "first:i? end:i?", "|name:t",
            Raise::NoObject | Raise::TooLarge, 1, 2},
        // Attributes by Live's names, "track.", "clip.", "clip_slot." or "device." in front; end −1 is all.
        Special{O::Song, Get, "track_data", "first:i end:i|attribute:t", "|value:v",
            Raise::NoObject | Raise::Lacking | Raise::TooLarge, 1, 3},
        // Pushes the beat's number on each beat. Starting it again replaces it.
        Special{O::Song, StartListen, "beat", "", "beat:i"},
        Special{O::Song, StopListen, "beat", "", nullptr},
    };
    return rows;
}

std::span<const Special> applicationSpecials()
{
    using enum Verb;
    static constexpr std::array rows{
        Special{O::Root, Call, "test", "", "ok:t", {}, 0},
        Special{O::Api, Get, "log_level", "", "level:t", {}, 0},
        // With a volume, panning or parameter listener alive it leaves the script without handlers. Never send it.
        Special{O::Api, Call, "reload", "", nullptr, Raise::Refused, 0},
        Special{O::Api, Set, "log_level", "level:t", nullptr, Raise::OutOfRange, 0},
        Special{O::Api, Call, "show_message", "text:t", nullptr},
        Special{O::Application, Get, "version", "", "major:i minor:i", {}, 2},
        Special{O::View, Get, "selected_clip", "", "track:i scene:i", Raise::Unselected, 4, 1},
        Special{O::View, Get, "selected_device", "", "track:i device:i", Raise::Unselected, 5, 1},
        Special{O::View, Set, "selected_clip", "track:i scene:i", nullptr, Raise::NoObject, 4},
        Special{O::View, Set, "selected_device", "track:i device:i", "track:i device:i",
            Raise::NoObject, 4},
    };
    return rows;
}

} // namespace clipdeck::api
