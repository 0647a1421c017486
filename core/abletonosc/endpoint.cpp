// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/endpoint.h"

#include <array>
#include <cmath>

namespace clipdeck {

namespace {

const char *pathOf(ObjectKind object)
{
    switch (object) {
    case ObjectKind::Song:
        return "song";
    case ObjectKind::Application:
        return "application";
    case ObjectKind::View:
        return "view";
    case ObjectKind::Track:
        return "track";
    case ObjectKind::ClipSlot:
        return "clip_slot";
    case ObjectKind::Clip:
        return "clip";
    case ObjectKind::Scene:
        return "scene";
    case ObjectKind::Device:
        return "device";
    }
    Q_UNREACHABLE();
}

OscMessage message(ObjectKind object, const char *verb, const char *name, Ids ids)
{
    OscMessage out{
        QStringLiteral("/live/%1/%2%3")
            .arg(QLatin1String(pathOf(object)), QLatin1String(verb), QLatin1String(name)),
        {}};
    for (int id : ids)
        out.arguments.emplace_back(qint32(id));
    return out;
}

constexpr bool settable = true;
constexpr bool readOnly = false;
constexpr bool listens = true;
constexpr bool silent = false;
constexpr bool echoesNot = false;

} // namespace

int idCount(ObjectKind object)
{
    switch (object) {
    case ObjectKind::Song:
    case ObjectKind::Application:
    case ObjectKind::View:
        return 0;
    case ObjectKind::Track:
    case ObjectKind::Scene:
        return 1;
    case ObjectKind::ClipSlot:
    case ObjectKind::Clip:
    case ObjectKind::Device:
        return 2;
    }
    Q_UNREACHABLE();
}

std::span<const Property> properties()
{
    using O = ObjectKind;
    using V = ValueKind;
    static constexpr std::array rows{
        Property{O::Song, "arrangement_overdub", V::Bool, settable, listens},
        Property{O::Song, "back_to_arranger", V::Bool, settable, listens},
        Property{O::Song, "can_redo", V::Bool, readOnly, silent},
        Property{O::Song, "can_undo", V::Bool, readOnly, silent},
        Property{O::Song, "clip_trigger_quantization", V::Int, settable, listens},
        Property{O::Song, "current_song_time", V::Float, settable, listens},
        Property{O::Song, "groove_amount", V::Float, settable, listens},
        Property{O::Song, "is_ableton_link_enabled", V::Bool, settable, listens},
        Property{O::Song, "is_playing", V::Bool, readOnly, listens},
        Property{O::Song, "loop", V::Bool, settable, listens},
        Property{O::Song, "loop_length", V::Float, settable, listens},
        Property{O::Song, "loop_start", V::Float, settable, listens},
        Property{O::Song, "metronome", V::Bool, settable, listens},
        Property{O::Song, "midi_recording_quantization", V::Int, settable, listens},
        Property{O::Song, "nudge_down", V::Bool, settable, listens},
        Property{O::Song, "nudge_up", V::Bool, settable, listens},
        Property{O::Song, "punch_in", V::Bool, settable, listens},
        Property{O::Song, "punch_out", V::Bool, settable, listens},
        Property{O::Song, "record_mode", V::Bool, settable, listens},
        Property{O::Song, "root_note", V::Int, settable, listens},
        Property{O::Song, "scale_name", V::Text, settable, listens},
        Property{O::Song, "session_record", V::Bool, settable, listens},
        Property{O::Song, "session_record_status", V::Int, readOnly, listens},
        Property{O::Song, "signature_denominator", V::Int, settable, listens},
        Property{O::Song, "signature_numerator", V::Int, settable, listens},
        Property{O::Song, "song_length", V::Float, readOnly, listens},
        Property{O::Song, "tempo", V::Float, settable, listens},

        Property{O::Application, "average_process_usage", V::Float, readOnly, silent, echoesNot},

        // Writing takes ints only; the device's write takes a track too (AbletonOSC, view.py).
        Property{O::View, "selected_scene", V::Int, settable, listens, echoesNot},
        Property{O::View, "selected_track", V::Int, settable, listens, echoesNot},

        Property{O::Track, "arm", V::Bool, settable, listens},
        Property{O::Track, "can_be_armed", V::Bool, readOnly, silent},
        Property{O::Track, "color", V::Int, settable, listens},
        Property{O::Track, "color_index", V::Int, settable, listens},
        Property{O::Track, "current_monitoring_state", V::Int, settable, listens},
        Property{O::Track, "fired_slot_index", V::Int, readOnly, listens},
        Property{O::Track, "fold_state", V::Int, settable, silent},
        Property{O::Track, "has_audio_input", V::Bool, readOnly, listens},
        Property{O::Track, "has_audio_output", V::Bool, readOnly, listens},
        Property{O::Track, "has_midi_input", V::Bool, readOnly, listens},
        Property{O::Track, "has_midi_output", V::Bool, readOnly, listens},
        Property{O::Track, "input_routing_channel", V::Text, settable, silent, echoesNot},
        Property{O::Track, "input_routing_type", V::Text, settable, silent, echoesNot},
        Property{O::Track, "is_foldable", V::Bool, readOnly, silent},
        Property{O::Track, "is_grouped", V::Bool, readOnly, silent},
        Property{O::Track, "is_visible", V::Bool, readOnly, silent},
        Property{O::Track, "mute", V::Bool, settable, listens},
        Property{O::Track, "name", V::Text, settable, listens},
        Property{O::Track, "output_meter_left", V::Float, readOnly, listens},
        Property{O::Track, "output_meter_level", V::Float, readOnly, listens},
        Property{O::Track, "output_meter_right", V::Float, readOnly, listens},
        Property{O::Track, "output_routing_channel", V::Text, settable, silent, echoesNot},
        Property{O::Track, "output_routing_type", V::Text, settable, silent, echoesNot},
        Property{O::Track, "panning", V::Float, settable, listens, echoesNot},
        Property{O::Track, "playing_slot_index", V::Int, readOnly, listens},
        Property{O::Track, "solo", V::Bool, settable, listens},
        Property{O::Track, "volume", V::Float, settable, listens, echoesNot},

        Property{O::ClipSlot, "controls_other_clips", V::Bool, readOnly, listens},
        Property{O::ClipSlot, "has_clip", V::Bool, readOnly, listens},
        Property{O::ClipSlot, "has_stop_button", V::Bool, settable, listens},
        Property{O::ClipSlot, "is_group_slot", V::Bool, readOnly, silent},
        Property{O::ClipSlot, "is_playing", V::Bool, readOnly, silent},
        Property{O::ClipSlot, "is_triggered", V::Bool, readOnly, listens},
        Property{O::ClipSlot, "playing_status", V::Int, readOnly, listens},
        Property{O::ClipSlot, "will_record_on_start", V::Bool, readOnly, silent},

        Property{O::Clip, "color", V::Int, settable, listens},
        Property{O::Clip, "color_index", V::Int, settable, listens},
        Property{O::Clip, "end_marker", V::Float, settable, listens},
        Property{O::Clip, "end_time", V::Float, readOnly, listens},
        Property{O::Clip, "file_path", V::Text, readOnly, listens},
        Property{O::Clip, "gain", V::Float, settable, listens},
        Property{O::Clip, "gain_display_string", V::Text, readOnly, silent},
        Property{O::Clip, "has_groove", V::Bool, readOnly, silent},
        Property{O::Clip, "is_audio_clip", V::Bool, readOnly, silent},
        Property{O::Clip, "is_midi_clip", V::Bool, readOnly, silent},
        Property{O::Clip, "is_overdubbing", V::Bool, readOnly, listens},
        Property{O::Clip, "is_playing", V::Bool, readOnly, silent},
        Property{O::Clip, "is_recording", V::Bool, readOnly, listens},
        Property{O::Clip, "is_triggered", V::Bool, readOnly, silent},
        Property{O::Clip, "launch_mode", V::Int, settable, listens},
        Property{O::Clip, "launch_quantization", V::Int, settable, listens},
        Property{O::Clip, "legato", V::Bool, settable, listens},
        Property{O::Clip, "length", V::Float, readOnly, silent},
        Property{O::Clip, "loop_end", V::Float, settable, listens},
        Property{O::Clip, "loop_start", V::Float, settable, listens},
        Property{O::Clip, "looping", V::Bool, settable, listens},
        Property{O::Clip, "muted", V::Bool, settable, listens},
        Property{O::Clip, "name", V::Text, settable, listens},
        Property{O::Clip, "pitch_coarse", V::Int, settable, listens},
        Property{O::Clip, "pitch_fine", V::Float, settable, listens},
        Property{O::Clip, "playing_position", V::Float, readOnly, listens},
        Property{O::Clip, "position", V::Float, settable, listens},
        Property{O::Clip, "ram_mode", V::Bool, settable, listens},
        Property{O::Clip, "sample_length", V::Int, readOnly, silent},
        Property{O::Clip, "start_marker", V::Float, settable, listens},
        Property{O::Clip, "start_time", V::Float, readOnly, listens},
        Property{O::Clip, "velocity_amount", V::Float, settable, listens},
        Property{O::Clip, "warp_mode", V::Int, settable, listens},
        Property{O::Clip, "warping", V::Bool, settable, listens},
        Property{O::Clip, "will_record_on_start", V::Bool, readOnly, silent},

        Property{O::Scene, "color", V::Int, settable, listens},
        Property{O::Scene, "color_index", V::Int, settable, listens},
        Property{O::Scene, "is_empty", V::Bool, readOnly, silent},
        Property{O::Scene, "is_triggered", V::Bool, readOnly, listens},
        Property{O::Scene, "name", V::Text, settable, listens},
        Property{O::Scene, "tempo", V::Float, settable, listens},
        Property{O::Scene, "tempo_enabled", V::Bool, settable, listens},
        Property{O::Scene, "time_signature_denominator", V::Int, settable, listens},
        Property{O::Scene, "time_signature_enabled", V::Bool, settable, listens},
        Property{O::Scene, "time_signature_numerator", V::Int, settable, listens},

        // Their pushes carry no ids (AbletonOSC, device.py), so they are never listened to.
        Property{O::Device, "class_name", V::Text, readOnly, silent},
        Property{O::Device, "name", V::Text, readOnly, silent},
        Property{O::Device, "type", V::Int, readOnly, silent},
    };
    return rows;
}

const Property *findProperty(ObjectKind object, QByteArrayView name)
{
    for (const Property &row : properties()) {
        if (row.object == object && name == row.name)
            return &row;
    }
    return nullptr;
}

OscMessage getMessage(ObjectKind object, Ids ids, const char *name)
{
    return message(object, "get/", name, ids);
}

OscMessage setMessage(const Property &property, Ids ids, const LiveValue &value)
{
    OscMessage out = message(property.object, "set/", property.name, ids);
    out.arguments.push_back(toArgument(value, property.kind));
    return out;
}

OscMessage callMessage(ObjectKind object, Ids ids, const char *method)
{
    return message(object, "", method, ids);
}

LiveValue toValue(const OscArgument &argument)
{
    if (const auto *b = std::get_if<bool>(&argument))
        return *b;
    if (const auto *text = std::get_if<QString>(&argument))
        return *text;
    if (std::holds_alternative<qint32>(argument) || std::holds_alternative<qint64>(argument)) {
        if (const std::optional<int> whole = toInt(argument))
            return *whole;
    }
    const std::optional<double> number = toDouble(argument);
    return number ? LiveValue(*number) : LiveValue();
}

OscArgument toArgument(const LiveValue &value, ValueKind kind)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    const double number = numberOr(value, 0.0);
    switch (kind) {
    case ValueKind::Bool:
        return number != 0.0;
    case ValueKind::Int:
        return static_cast<qint32>(std::lround(number));
    case ValueKind::Float:
        return static_cast<float>(number);
    case ValueKind::Text:
        return describe(value);
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
