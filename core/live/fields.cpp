// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/fields.h"

#include <array>
#include <cmath>
#include <type_traits>

namespace clipdeck {

namespace {

template <class T> struct MemberOf;
template <class Owner, class T> struct MemberOf<T Owner::*> {
    using OwnerType = Owner;
    using Type = T;
};

LiveValue toValue(bool v)
{
    return v;
}
LiveValue toValue(int v)
{
    return v;
}
LiveValue toValue(double v)
{
    return v;
}
LiveValue toValue(ClipTime v)
{
    return v.value;
}
LiveValue toValue(const QString &v)
{
    return v;
}
template <class T> LiveValue toValue(const std::optional<T> &v)
{
    return v ? toValue(*v) : LiveValue();
}

template <class T> struct Reader {
    static std::optional<T> read(const LiveValue &value)
    {
        if (const auto *b = std::get_if<bool>(&value))
            return static_cast<T>(*b);
        if (const auto *i = std::get_if<int>(&value))
            return static_cast<T>(*i);
        if (const auto *d = std::get_if<double>(&value))
            return fits(*d) ? std::optional(static_cast<T>(*d)) : std::nullopt;
        return std::nullopt;
    }

private:
    /// A datagram may carry any float: what is no number must not get into the mirror, nor a whole number overflow.
    static bool fits(double number)
    {
        if constexpr (std::is_same_v<T, int>)
            return number > -2147483649.0 && number < 2147483648.0;
        else
            return std::isfinite(number);
    }
};
template <> struct Reader<QString> {
    static std::optional<QString> read(const LiveValue &value)
    {
        const auto *text = std::get_if<QString>(&value);
        return text ? std::optional(*text) : std::nullopt;
    }
};
template <> struct Reader<ClipTime> {
    static std::optional<ClipTime> read(const LiveValue &value)
    {
        const std::optional<double> number = Reader<double>::read(value);
        return number ? std::optional(ClipTime{*number}) : std::nullopt;
    }
};
/// A property that some objects lack: nothing is a value too.
template <class T> struct Reader<std::optional<T>> {
    static std::optional<std::optional<T>> read(const LiveValue &value)
    {
        if (isNothing(value))
            return std::optional<T>();
        const std::optional<T> inner = Reader<T>::read(value);
        if (!inner)
            return std::nullopt;
        return std::optional<std::optional<T>>(std::in_place, inner);
    }
};

template <auto member, class Field> constexpr auto row(Field field, const char *name)
{
    using Owner = typename MemberOf<decltype(member)>::OwnerType;
    using T = typename MemberOf<decltype(member)>::Type;
    return FieldRow<Owner, Field>{field, name,
        [](const Owner &owner) { return toValue(owner.*member); },
        [](Owner &owner, const LiveValue &value) {
            const std::optional<T> wanted = Reader<T>::read(value);
            if (!wanted)
                return Applied::Unfit;
            if (owner.*member == *wanted)
                return Applied::Same;
            owner.*member = *wanted;
            return Applied::Changed;
        }};
}

/// As rowOf() needs it.
template <class Rows> constexpr bool areInOrder(const Rows &rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].field) != i)
            return false;
    }
    return true;
}

} // namespace

std::span<const FieldRow<Song, SongField>> songFields()
{
    using F = SongField;
    static constexpr std::array rows{
        row<&Song::tempo>(F::Tempo, "tempo"),
        row<&Song::isPlaying>(F::IsPlaying, "is_playing"),
        row<&Song::signatureNumerator>(F::SignatureNumerator, "signature_numerator"),
        row<&Song::signatureDenominator>(F::SignatureDenominator, "signature_denominator"),
        row<&Song::clipTriggerQuantization>(
            F::ClipTriggerQuantization, "clip_trigger_quantization"),
        row<&Song::midiRecordingQuantization>(
            F::MidiRecordingQuantization, "midi_recording_quantization"),
        row<&Song::metronome>(F::Metronome, "metronome"),
        row<&Song::sessionRecord>(F::SessionRecord, "session_record"),
        row<&Song::sessionRecordStatus>(F::SessionRecordStatus, "session_record_status"),
        row<&Song::recordMode>(F::RecordMode, "record_mode"),
        row<&Song::loop>(F::Loop, "loop"),
        row<&Song::loopStart>(F::LoopStart, "loop_start"),
        row<&Song::loopLength>(F::LoopLength, "loop_length"),
        row<&Song::punchIn>(F::PunchIn, "punch_in"),
        row<&Song::punchOut>(F::PunchOut, "punch_out"),
        row<&Song::arrangementOverdub>(F::ArrangementOverdub, "arrangement_overdub"),
        row<&Song::backToArranger>(F::BackToArranger, "back_to_arranger"),
        row<&Song::currentSongTime>(F::CurrentSongTime, "current_song_time"),
        row<&Song::songLength>(F::SongLength, "song_length"),
        row<&Song::grooveAmount>(F::GrooveAmount, "groove_amount"),
        row<&Song::nudgeDown>(F::NudgeDown, "nudge_down"),
        row<&Song::nudgeUp>(F::NudgeUp, "nudge_up"),
        row<&Song::rootNote>(F::RootNote, "root_note"),
        row<&Song::scaleName>(F::ScaleName, "scale_name"),
        row<&Song::isAbletonLinkEnabled>(F::IsAbletonLinkEnabled, "is_ableton_link_enabled"),
        row<&Song::canUndo>(F::CanUndo, "can_undo"),
        row<&Song::canRedo>(F::CanRedo, "can_redo"),
        row<&Song::averageProcessUsage>(F::AverageProcessUsage, "average_process_usage"),
    };
    static_assert(areInOrder(rows));
    return rows;
}

std::span<const FieldRow<Track, TrackField>> trackFields()
{
    using F = TrackField;
    static constexpr std::array rows{
        row<&Track::name>(F::Name, "name"),
        row<&Track::color>(F::Color, "color"),
        row<&Track::isFoldable>(F::IsFoldable, "is_foldable"),
        row<&Track::isGrouped>(F::IsGrouped, "is_grouped"),
        row<&Track::isVisible>(F::IsVisible, "is_visible"),
        row<&Track::hasMidiInput>(F::HasMidiInput, "has_midi_input"),
        row<&Track::hasAudioInput>(F::HasAudioInput, "has_audio_input"),
        row<&Track::canBeArmed>(F::CanBeArmed, "can_be_armed"),
        row<&Track::groupTrack>(F::GroupTrack, "group_track"),
        row<&Track::foldState>(F::FoldState, "fold_state"),
        row<&Track::mute>(F::Mute, "mute"),
        row<&Track::solo>(F::Solo, "solo"),
        row<&Track::arm>(F::Arm, "arm"),
        row<&Track::volume>(F::Volume, "volume"),
        row<&Track::panning>(F::Panning, "panning"),
        row<&Track::playingSlot>(F::PlayingSlotIndex, "playing_slot_index"),
        row<&Track::firedSlot>(F::FiredSlotIndex, "fired_slot_index"),
        row<&Track::hasMidiOutput>(F::HasMidiOutput, "has_midi_output"),
        row<&Track::hasAudioOutput>(F::HasAudioOutput, "has_audio_output"),
        row<&Track::isFrozen>(F::IsFrozen, "is_frozen"),
        row<&Track::mutedViaSolo>(F::MutedViaSolo, "muted_via_solo"),
        row<&Track::monitoringState>(F::CurrentMonitoringState, "current_monitoring_state"),
        row<&Track::outputMeterLevel>(F::OutputMeterLevel, "output_meter_level"),
        row<&Track::outputMeterLeft>(F::OutputMeterLeft, "output_meter_left"),
        row<&Track::outputMeterRight>(F::OutputMeterRight, "output_meter_right"),
        row<&Track::inputRoutingType>(F::InputRoutingType, "input_routing_type"),
        row<&Track::inputRoutingChannel>(F::InputRoutingChannel, "input_routing_channel"),
        row<&Track::outputRoutingType>(F::OutputRoutingType, "output_routing_type"),
        row<&Track::outputRoutingChannel>(F::OutputRoutingChannel, "output_routing_channel"),
    };
    static_assert(areInOrder(rows));
    return rows;
}

std::span<const FieldRow<Scene, SceneField>> sceneFields()
{
    using F = SceneField;
    static constexpr std::array rows{
        row<&Scene::name>(F::Name, "name"),
        row<&Scene::color>(F::Color, "color"),
        row<&Scene::isTriggered>(F::IsTriggered, "is_triggered"),
        row<&Scene::tempoEnabled>(F::TempoEnabled, "tempo_enabled"),
        row<&Scene::tempo>(F::Tempo, "tempo"),
        row<&Scene::timeSignatureEnabled>(F::TimeSignatureEnabled, "time_signature_enabled"),
        row<&Scene::timeSignatureNumerator>(F::TimeSignatureNumerator, "time_signature_numerator"),
        row<&Scene::timeSignatureDenominator>(
            F::TimeSignatureDenominator, "time_signature_denominator"),
        row<&Scene::isEmpty>(F::IsEmpty, "is_empty"),
    };
    static_assert(areInOrder(rows));
    return rows;
}

std::span<const FieldRow<Slot, SlotField>> slotFields()
{
    using F = SlotField;
    static constexpr std::array rows{
        row<&Slot::hasStopButton>(F::HasStopButton, "has_stop_button"),
        row<&Slot::isGroupSlot>(F::IsGroupSlot, "is_group_slot"),
        row<&Slot::isTriggered>(F::IsTriggered, "is_triggered"),
        row<&Slot::controlsOtherClips>(F::ControlsOtherClips, "controls_other_clips"),
        row<&Slot::playingStatus>(F::PlayingStatus, "playing_status"),
    };
    static_assert(areInOrder(rows));
    return rows;
}

std::span<const FieldRow<Clip, ClipField>> clipFields()
{
    using F = ClipField;
    static constexpr std::array rows{
        row<&Clip::name>(F::Name, "name"),
        row<&Clip::color>(F::Color, "color"),
        row<&Clip::length>(F::Length, "length"),
        row<&Clip::looping>(F::Looping, "looping"),
        row<&Clip::loopStart>(F::LoopStart, "loop_start"),
        row<&Clip::loopEnd>(F::LoopEnd, "loop_end"),
        row<&Clip::startMarker>(F::StartMarker, "start_marker"),
        row<&Clip::endMarker>(F::EndMarker, "end_marker"),
        row<&Clip::isMidiClip>(F::IsMidiClip, "is_midi_clip"),
        row<&Clip::isPlaying>(F::IsPlaying, "is_playing"),
        row<&Clip::isTriggered>(F::IsTriggered, "is_triggered"),
        row<&Clip::isRecording>(F::IsRecording, "is_recording"),
        row<&Clip::muted>(F::Muted, "muted"),
        row<&Clip::signatureNumerator>(F::SignatureNumerator, "signature_numerator"),
        row<&Clip::signatureDenominator>(F::SignatureDenominator, "signature_denominator"),
        row<&Clip::launchMode>(F::LaunchMode, "launch_mode"),
        row<&Clip::launchQuantization>(F::LaunchQuantization, "launch_quantization"),
        row<&Clip::playingPosition>(F::PlayingPosition, "playing_position"),
        row<&Clip::legato>(F::Legato, "legato"),
        row<&Clip::velocityAmount>(F::VelocityAmount, "velocity_amount"),
        row<&Clip::isOverdubbing>(F::IsOverdubbing, "is_overdubbing"),
        row<&Clip::willRecordOnStart>(F::WillRecordOnStart, "will_record_on_start"),
        row<&Clip::warping>(F::Warping, "warping"),
        row<&Clip::warpMode>(F::WarpMode, "warp_mode"),
        row<&Clip::gain>(F::Gain, "gain"),
        row<&Clip::gainDisplayString>(F::GainDisplayString, "gain_display_string"),
        row<&Clip::pitchCoarse>(F::PitchCoarse, "pitch_coarse"),
        row<&Clip::pitchFine>(F::PitchFine, "pitch_fine"),
        row<&Clip::ramMode>(F::RamMode, "ram_mode"),
        row<&Clip::filePath>(F::FilePath, "file_path"),
        row<&Clip::sampleLength>(F::SampleLength, "sample_length"),
    };
    static_assert(areInOrder(rows));
    return rows;
}

std::span<const FieldRow<Selection, SelectionField>> selectionFields()
{
    using F = SelectionField;
    static constexpr std::array rows{
        row<&Selection::track>(F::Track, "selected_track"),
        row<&Selection::scene>(F::Scene, "selected_scene"),
        row<&Selection::device>(F::Device, "selected_device"),
    };
    static_assert(areInOrder(rows));
    return rows;
}

} // namespace clipdeck
