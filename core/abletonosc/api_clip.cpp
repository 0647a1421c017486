// SPDX-License-Identifier: GPL-3.0-or-later
// Clips and the slots that hold them (AbletonOSC: clip.py, clip_slot.py).
#include "core/abletonosc/apirows.h"

#include <array>

namespace clipdeck::api {

using O = ObjectKind;
using V = ValueKind;

std::span<const Property> clipProperties()
{
    static constexpr std::array rows{
        Property{O::ClipSlot, "controls_other_clips", V::Bool, readOnly, pushes},
        Property{O::ClipSlot, "has_clip", V::Bool, readOnly, pushes},
        Property{O::ClipSlot, "has_stop_button", V::Bool, settable, pushes},
        Property{O::ClipSlot, "is_group_slot", V::Bool, readOnly, raises},
        Property{O::ClipSlot, "is_playing", V::Bool, readOnly, raises},
        Property{O::ClipSlot, "is_triggered", V::Bool, readOnly, pushes},
        Property{O::ClipSlot, "playing_status", V::Int, readOnly, pushes},
        Property{O::ClipSlot, "will_record_on_start", V::Bool, readOnly, raises},
        Property{O::Clip, "color", V::Int, settable, pushes},
        Property{O::Clip, "color_index", V::Int, settable, pushes},
        Property{O::Clip, "end_marker", V::Float, settable, pushes},
        Property{O::Clip, "end_time", V::Float, readOnly, pushes},
        Property{O::Clip, "file_path", V::Text, readOnly, pushes, Only::AudioClips},
        Property{O::Clip, "gain", V::Float, settable, pushes, Only::AudioClips},
        Property{O::Clip, "gain_display_string", V::Text, readOnly, raises, Only::AudioClips},
        Property{O::Clip, "has_groove", V::Bool, readOnly, raises},
        Property{O::Clip, "is_audio_clip", V::Bool, readOnly, raises},
        Property{O::Clip, "is_midi_clip", V::Bool, readOnly, raises},
        Property{O::Clip, "is_overdubbing", V::Bool, readOnly, pushes},
        Property{O::Clip, "is_playing", V::Bool, readOnly, raises},
        Property{O::Clip, "is_recording", V::Bool, readOnly, pushes},
        Property{O::Clip, "is_triggered", V::Bool, readOnly, raises},
        Property{O::Clip, "launch_mode", V::Int, settable, pushes},
        Property{O::Clip, "launch_quantization", V::Int, settable, pushes},
        Property{O::Clip, "legato", V::Bool, settable, pushes},
        Property{O::Clip, "length", V::Float, readOnly, raises},
        Property{O::Clip, "loop_end", V::Float, settable, pushes},
        Property{O::Clip, "loop_start", V::Float, settable, pushes},
        Property{O::Clip, "looping", V::Bool, settable, pushes},
        Property{O::Clip, "muted", V::Bool, settable, pushes},
        Property{O::Clip, "name", V::Text, settable, pushes},
        Property{O::Clip, "pitch_coarse", V::Int, settable, pushes, Only::AudioClips},
        Property{O::Clip, "pitch_fine", V::Float, settable, pushes, Only::AudioClips},
        Property{O::Clip, "playing_position", V::Float, readOnly, pushes},
        Property{O::Clip, "position", V::Float, settable, pushes},
        Property{O::Clip, "ram_mode", V::Bool, settable, pushes, Only::AudioClips},
        Property{O::Clip, "sample_length", V::Int, readOnly, raises, Only::AudioClips},
        Property{O::Clip, "start_marker", V::Float, settable, pushes},
        Property{O::Clip, "start_time", V::Float, readOnly, pushes},
        Property{O::Clip, "velocity_amount", V::Float, settable, pushes},
        Property{O::Clip, "warp_mode", V::Int, settable, pushes, Only::AudioClips},
        Property{O::Clip, "warping", V::Bool, settable, pushes, Only::AudioClips},
        Property{O::Clip, "will_record_on_start", V::Bool, readOnly, raises},
    };
    return rows;
}

std::span<const Special> clipSpecials()
{
    using enum Verb;
    static constexpr std::array rows{
        Special{O::Clip, Call, "add/notes", "|pitch:i start:f duration:f velocity:f mute:b",
            nullptr, Raise::Lacking | Raise::OutOfRange, 1, 1},
        Special{O::Clip, Call, "duplicate_loop", "", nullptr, Raise::Lacking},
        Special{O::Clip, Call, "fire", "", nullptr},
        // Four numbers or none; without them, pitch 127 is left out.
        Special{O::Clip, Get, "notes", "pitch_start:i? pitch_span:i? time_start:f? time_span:f?",
            "|pitch:i start:f duration:f velocity:f mute:b", Raise::Lacking | Raise::TooLarge, 1,
            5},
        Special{O::Clip, Call, "remove/notes",
            "pitch_start:i? pitch_span:i? time_start:f? time_span:f?", nullptr, Raise::Lacking},
        // Fails whatever it is given: a number where Live wants a list.
        Special{O::Clip, Call, "remove_notes_by_id", "id:i", nullptr, Raise::WrongType},
        Special{O::Clip, Call, "stop", "", nullptr},
        // Mutes every clip whose name ends in a list of notes of which not all are given (clip.py).
        Special{O::Clips, Call, "filter", "|note:t", nullptr, {}, 1, 2},
        Special{O::Clips, Call, "unfilter", "track_start:i? track_end:i?", nullptr, {}, 1, 3},
        Special{O::ClipSlot, Call, "create_clip", "length:f", nullptr,
            Raise::OutOfRange | Raise::Refused},
        Special{O::ClipSlot, Call, "delete_clip", "", nullptr, Raise::EmptySlot},
        Special{O::ClipSlot, Call, "duplicate_clip_to", "track:i scene:i", nullptr,
            Raise::EmptySlot | Raise::Refused, 3},
        Special{O::ClipSlot, Call, "fire", "record_length:f? launch_quantization:i?", nullptr},
        Special{O::ClipSlot, Call, "stop", "", nullptr},
    };
    return rows;
}

} // namespace clipdeck::api
