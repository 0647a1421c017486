// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks and their mixer strips (AbletonOSC: track.py).
#include "core/abletonosc/apirows.h"

#include <array>

namespace clipdeck::api {

using O = ObjectKind;
using V = ValueKind;

std::span<const Property> trackProperties()
{
    static constexpr std::array rows{
        Property{O::Track, "arm", V::Bool, settable, pushes, Only::ArmableTracks},
        Property{O::Track, "can_be_armed", V::Bool, readOnly, raises},
        Property{O::Track, "color", V::Int, settable, pushes},
        Property{O::Track, "color_index", V::Int, settable, pushes},
        Property{
            O::Track, "current_monitoring_state", V::Int, settable, pushes, Only::ArmableTracks},
        Property{O::Track, "fired_slot_index", V::Int, readOnly, pushes},
        Property{O::Track, "fold_state", V::Int, settable, raises, Only::Groups},
        Property{O::Track, "has_audio_input", V::Bool, readOnly, pushes},
        Property{O::Track, "has_audio_output", V::Bool, readOnly, pushes},
        Property{O::Track, "has_midi_input", V::Bool, readOnly, pushes},
        Property{O::Track, "has_midi_output", V::Bool, readOnly, pushes},
        Property{
            O::Track, "input_routing_channel", V::Text, settable, never, Only::Every, echoesNot, 2},
        Property{
            O::Track, "input_routing_type", V::Text, settable, never, Only::Every, echoesNot, 2},
        Property{O::Track, "is_foldable", V::Bool, readOnly, raises},
        Property{O::Track, "is_grouped", V::Bool, readOnly, raises},
        Property{O::Track, "is_visible", V::Bool, readOnly, raises},
        Property{O::Track, "mute", V::Bool, settable, pushes},
        Property{O::Track, "name", V::Text, settable, pushes},
        Property{
            O::Track, "output_meter_left", V::Float, readOnly, pushes, Only::TracksWithAudioOutput},
        Property{O::Track, "output_meter_level", V::Float, readOnly, pushes},
        Property{O::Track, "output_meter_right", V::Float, readOnly, pushes,
            Only::TracksWithAudioOutput},
        Property{O::Track, "output_routing_channel", V::Text, settable, never, Only::Every,
            echoesNot, 2},
        Property{
            O::Track, "output_routing_type", V::Text, settable, never, Only::Every, echoesNot, 2},
        Property{O::Track, "panning", V::Float, settable, pushes, Only::Every, echoesNot, 3},
        Property{O::Track, "playing_slot_index", V::Int, readOnly, pushes},
        Property{O::Track, "solo", V::Bool, settable, pushes},
        Property{O::Track, "volume", V::Float, settable, pushes, Only::Every, echoesNot, 3},
    };
    return rows;
}

std::span<const Special> trackSpecials()
{
    using enum Verb;
    static constexpr std::array rows{
        Special{O::Track, Call, "delete_clip", "scene:i", nullptr, Raise::EmptySlot, 2},
        Special{O::Track, Call, "delete_device", "device:i", nullptr, Raise::NoObject},
        Special{O::Track, Call, "stop_all_clips", "quantized:b?", nullptr},
        Special{O::Track, Get, "arrangement_clips/length", "", "|length:f",
            Raise::Lacking | Raise::TooLarge, 1, 1},
        Special{O::Track, Get, "arrangement_clips/name", "", "|name:t",
            Raise::Lacking | Raise::TooLarge, 1, 1},
        Special{O::Track, Get, "arrangement_clips/start_time", "", "|start_time:f",
            Raise::Lacking | Raise::TooLarge, 1, 1},
        Special{O::Track, Get, "available_input_routing_channels", "", "|channel:t",
            Raise::TooLarge, 1, 1},
        Special{
            O::Track, Get, "available_input_routing_types", "", "|type:t", Raise::TooLarge, 1, 1},
        Special{O::Track, Get, "available_output_routing_channels", "", "|channel:t",
            Raise::TooLarge, 1, 1},
        Special{
            O::Track, Get, "available_output_routing_types", "", "|type:t", Raise::TooLarge, 1, 1},
        // Nil where a slot is empty.
        Special{O::Track, Get, "clips/color", "", "|color:v", Raise::TooLarge, 1, 3},
        Special{O::Track, Get, "clips/length", "", "|length:v", Raise::TooLarge, 1, 3},
        Special{O::Track, Get, "clips/name", "", "|name:v", Raise::TooLarge, 1, 3},
        Special{O::Track, Get, "devices/can_have_chains", "", "|can_have_chains:b", {}, 1, 1},
        Special{O::Track, Get, "devices/class_name", "", "|class_name:t", {}, 1, 1},
        Special{O::Track, Get, "devices/name", "", "|name:t", {}, 1, 1},
        Special{O::Track, Get, "devices/type", "", "|type:i", {}, 1, 1},
        Special{O::Track, Get, "num_devices", "", "count:i"},
        Special{O::Track, Get, "send", "send:i", "send:i value:f",
            Raise::NoObject | Raise::WrongType, 4},
        Special{O::Track, Set, "send", "send:i value:f", nullptr,
            Raise::NoObject | Raise::OutOfRange, 4},
    };
    return rows;
}

} // namespace clipdeck::api
