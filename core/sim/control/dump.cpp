// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/control/dump.h"

#include "core/sim/properties/property.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

QJsonValue oscToJson(const OscArgument &value)
{
    if (std::holds_alternative<OscNil>(value))
        return QJsonValue::Null;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return toDouble(value).value_or(0.0);
}

QJsonObject dumpParameter(const Parameter &parameter)
{
    return {
        {u"name"_s, parameter.spec.name},
        {u"value"_s, static_cast<double>(parameter.value)},
        {u"min"_s, parameter.spec.minimum},
        {u"max"_s, parameter.spec.maximum},
        {u"is_quantized"_s, parameter.spec.quantized()},
        {u"is_enabled"_s, parameter.enabled},
        {u"display_value"_s, parameter.text()},
    };
}

namespace {

template <class T>
void read(const Live &live, const PropertyTable<T> &table, const T &object,
    std::initializer_list<const char *> names, QJsonObject &out)
{
    for (const char *name : names) {
        const Property<T> *property = findProperty(table, QString::fromLatin1(name));
        Q_ASSERT(property);
        try {
            out.insert(QLatin1String(name), oscToJson(property->get(live, object)));
        } catch (const Error &) {
            out.insert(QLatin1String(name), QJsonValue::Null);
        }
    }
}

QJsonObject dumpClip(const Live &live, const Clip &clip, bool withNotes)
{
    QJsonObject out;
    read(live, clipProperties(), clip,
        {"name", "color", "color_index", "length", "looping", "loop_start", "loop_end",
            "start_marker", "end_marker", "position", "start_time", "end_time", "muted",
            "launch_mode", "launch_quantization", "legato", "velocity_amount", "is_midi_clip",
            "is_audio_clip", "is_playing", "is_triggered", "is_recording", "is_overdubbing",
            "playing_position", "signature_numerator", "signature_denominator"},
        out);
    if (!clip.midi) {
        read(live, clipProperties(), clip,
            {"gain", "gain_display_string", "pitch_coarse", "pitch_fine", "warping", "warp_mode",
                "ram_mode", "file_path", "sample_length"},
            out);
        return out;
    }
    if (!withNotes) {
        out.insert("num_notes"_L1, static_cast<int>(clip.notes.size()));
        return out;
    }
    QJsonArray notes;
    for (const Note &note : clip.notes)
        notes.append(QJsonArray{note.pitch, note.start, note.duration, note.velocity, note.mute});
    out.insert("notes"_L1, notes);
    return out;
}

QJsonObject dumpSlot(const Live &live, const Slot &slot, bool withNotes)
{
    QJsonObject out;
    read(live, slotProperties(), slot,
        {"has_clip", "has_stop_button", "is_playing", "is_triggered", "is_recording",
            "playing_status", "controls_other_clips", "is_group_slot"},
        out);
    out.insert("clip"_L1,
        slot.clip ? QJsonValue(dumpClip(live, *slot.clip, withNotes))
                  : QJsonValue(QJsonValue::Null));
    return out;
}

QJsonObject dumpDevice(const Live &live, const Device &device, bool withParameters)
{
    QJsonObject out;
    read(live, deviceProperties(), device,
        {"name", "class_name", "type", "is_active", "can_have_chains"}, out);
    if (!withParameters) {
        out.insert("num_parameters"_L1, static_cast<int>(device.parameters.size()));
        return out;
    }
    QJsonArray parameters;
    for (const auto &parameter : device.parameters)
        parameters.append(dumpParameter(*parameter));
    out.insert("parameters"_L1, parameters);
    return out;
}

QString kindName(TrackKind kind)
{
    switch (kind) {
    case TrackKind::Midi:
        return u"midi"_s;
    case TrackKind::Audio:
        return u"audio"_s;
    case TrackKind::Group:
        return u"group"_s;
    case TrackKind::Return:
        return u"return"_s;
    case TrackKind::Main:
        return u"main"_s;
    }
    return {};
}

} // namespace

QJsonObject dumpTrack(const Live &live, const Track &track, DumpDetail detail)
{
    QJsonObject out{
        {u"id"_s, static_cast<qint64>(track.id)},
        {u"index"_s, track.index},
        {u"kind"_s, kindName(track.kind)},
        {u"group_index"_s,
            track.group ? QJsonValue(track.group->index) : QJsonValue(QJsonValue::Null)},
        {u"volume"_s, static_cast<double>(track.volume.value)},
        {u"panning"_s, static_cast<double>(track.panning.value)},
    };
    read(live, trackProperties(), track,
        {"name", "color", "color_index", "arm", "mute", "solo", "muted_via_solo", "fold_state",
            "is_foldable", "is_grouped", "is_visible", "is_frozen", "can_be_armed",
            "current_monitoring_state", "playing_slot_index", "fired_slot_index", "has_midi_input",
            "has_audio_input", "has_midi_output", "has_audio_output", "output_meter_level",
            "output_meter_left", "output_meter_right"},
        out);
    QJsonArray sends;
    for (const auto &send : track.sends)
        sends.append(static_cast<double>(send->value));
    out.insert("sends"_L1, sends);
    QJsonArray devices;
    for (const auto &device : track.devices)
        devices.append(dumpDevice(live, *device, detail.parameters));
    out.insert("devices"_L1, devices);
    if (!detail.clips)
        return out;
    QJsonObject rows;
    for (const auto &slot : track.slots) {
        if (slot->clip || detail.emptySlots)
            rows.insert(QString::number(slot->index), dumpSlot(live, *slot, detail.notes));
    }
    out.insert("clip_slots"_L1, rows);
    out.insert("arrangement_clips"_L1, QJsonArray());
    return out;
}

namespace {

QJsonArray dumpTracks(
    const Live &live, const std::vector<std::unique_ptr<Track>> &tracks, DumpDetail detail)
{
    QJsonArray out;
    for (const auto &track : tracks)
        out.append(dumpTrack(live, *track, detail));
    return out;
}

QJsonObject dumpSong(const Live &live)
{
    QJsonObject out;
    read(live, songProperties(), live.song(),
        {"tempo", "signature_numerator", "signature_denominator", "current_song_time", "is_playing",
            "start_time", "clip_trigger_quantization", "midi_recording_quantization", "metronome",
            "loop", "loop_start", "loop_length", "punch_in", "punch_out", "record_mode",
            "session_record", "session_record_status", "arrangement_overdub", "back_to_arranger",
            "groove_amount", "nudge_up", "nudge_down", "root_note", "scale_name",
            "is_ableton_link_enabled", "can_undo", "can_redo", "song_length"},
        out);
    out.insert("name"_L1, QFileInfo(live.song().path).completeBaseName());
    out.insert("file_path"_L1, live.song().path);
    return out;
}

QJsonObject dumpView(const Set &set)
{
    const Track &track = *set.selectedTrack;
    const QString kind = track.kind == TrackKind::Return ? u"return_track"_s
        : track.kind == TrackKind::Main                  ? u"main"_s
                                                         : u"track"_s;
    return {
        {u"selected_track"_s,
            QJsonObject{{u"kind"_s, kind}, {u"index"_s, track.index}, {u"name"_s, track.name()}}},
        {u"selected_scene"_s, set.selectedScene->index},
    };
}

} // namespace

QJsonObject dumpSet(const Live &live, DumpDetail detail)
{
    const Set &set = live.set();
    QJsonArray scenes;
    for (const auto &scene : set.scenes) {
        QJsonObject out{{u"id"_s, static_cast<qint64>(scene->id)}};
        read(live, sceneProperties(), *scene,
            {"name", "color", "color_index", "is_empty", "is_triggered", "tempo", "tempo_enabled",
                "time_signature_numerator", "time_signature_denominator", "time_signature_enabled"},
            out);
        scenes.append(out);
    }
    QJsonArray cues;
    for (const auto &cue : set.cuePoints)
        cues.append(QJsonObject{{u"name"_s, cue.name}, {u"time"_s, cue.time}});
    return {
        {u"song"_s, dumpSong(live)},
        {u"view"_s, dumpView(set)},
        {u"tracks"_s, dumpTracks(live, set.tracks, detail)},
        {u"return_tracks"_s, dumpTracks(live, set.returns, detail)},
        {u"master_track"_s, dumpTrack(live, *set.main, detail)},
        {u"scenes"_s, scenes},
        {u"cue_points"_s, cues},
    };
}

} // namespace clipdeck::sim
