// SPDX-License-Identifier: GPL-3.0-or-later
// Names for the properties of the mirror's objects, and access to them by name.
// One row a property serves the reader, the commands, the dump and the listeners alike.
#pragma once

#include "core/live/song.h"
#include "core/live/track.h"
#include "core/live/value.h"

#include <QByteArrayView>

#include <array>
#include <optional>
#include <span>

namespace clipdeck {

// Enumerators are lists to look through, and the helpers below a table: both stay packed.
// clang-format off
enum class SongField : quint8 {
    Tempo, IsPlaying, SignatureNumerator, SignatureDenominator, ClipTriggerQuantization,
    MidiRecordingQuantization, Metronome, SessionRecord, SessionRecordStatus, RecordMode, Loop, LoopStart,
    LoopLength, PunchIn, PunchOut, ArrangementOverdub, BackToArranger, CurrentSongTime, SongLength,
    GrooveAmount, NudgeDown, NudgeUp, RootNote, ScaleName, IsAbletonLinkEnabled, CanUndo, CanRedo,
    AverageProcessUsage, ///< Of the application
    CuePoints, ///< Not a single value: no row in the table, only a bit in a change
};
enum class TrackField : quint8 {
    Name, Color, IsFoldable, IsGrouped, IsVisible, HasMidiInput, HasAudioInput, CanBeArmed, GroupTrack,
    FoldState, Mute, Solo, Arm, Volume, Panning, PlayingSlotIndex, FiredSlotIndex,
    HasMidiOutput, HasAudioOutput, IsFrozen, MutedViaSolo, CurrentMonitoringState, OutputMeterLevel,
    OutputMeterLeft, OutputMeterRight, InputRoutingType, InputRoutingChannel, OutputRoutingType,
    OutputRoutingChannel,
    Sends, Devices, RoutingChoices, ///< Not single values: no row in the table, only bits in a change
};
enum class SceneField : quint8 {
    Name, Color, IsTriggered, TempoEnabled, Tempo, TimeSignatureEnabled, TimeSignatureNumerator,
    TimeSignatureDenominator, IsEmpty,
};
enum class SlotField : quint8 {
    HasStopButton, IsGroupSlot, IsTriggered, ControlsOtherClips, PlayingStatus,
    Clip, ///< A clip came, went or changed: no row in the table
    IsOverdue, ///< Ours, not Live's: no row either
};
enum class ClipField : quint8 {
    Name, Color, Length, Looping, LoopStart, LoopEnd, StartMarker, EndMarker, IsMidiClip, IsPlaying,
    IsTriggered, IsRecording, Muted, SignatureNumerator, SignatureDenominator, LaunchMode,
    LaunchQuantization, PlayingPosition, Legato, VelocityAmount, IsOverdubbing, WillRecordOnStart,
    Warping, WarpMode, Gain, GainDisplayString, PitchCoarse, PitchFine, RamMode, FilePath, SampleLength,
    Notes, ///< Not a single value: no row in the table
};
/// What only audio clips have; of others Live raises when it is asked for.
inline constexpr std::array audioClipFields{ClipField::Warping, ClipField::WarpMode, ClipField::Gain,
    ClipField::GainDisplayString, ClipField::PitchCoarse, ClipField::PitchFine, ClipField::RamMode,
    ClipField::FilePath, ClipField::SampleLength};
enum class SelectionField : quint8 { Track, Scene, Device };
// clang-format on

/// What came of setting a field.
enum class Applied { Changed, Same, Unfit };

/// One property of `Owner`: which field, Live's name for it, and how to read and write it.
template <class Owner, class Field> struct FieldRow {
    Field field;
    const char *name; ///< As in Live's API: "clip_trigger_quantization"
    LiveValue (*get)(const Owner &);
    /// Unfit: the value's type does not fit; nothing changed.
    Applied (*set)(Owner &, const LiveValue &);
};

std::span<const FieldRow<Song, SongField>> songFields();
std::span<const FieldRow<Track, TrackField>> trackFields();
std::span<const FieldRow<Scene, SceneField>> sceneFields();
std::span<const FieldRow<Slot, SlotField>> slotFields();
std::span<const FieldRow<Clip, ClipField>> clipFields();
std::span<const FieldRow<Selection, SelectionField>> selectionFields();

/// The row of a field. Asserts that it has one. Rows stand in the order of their fields.
template <class Owner, class Field>
const FieldRow<Owner, Field> &rowOf(std::span<const FieldRow<Owner, Field>> rows, Field field)
{
    const auto place = static_cast<std::size_t>(field);
    Q_ASSERT(place < rows.size());
    return rows[place];
}

/// The row with Live's name `name`, or null.
template <class Owner, class Field>
const FieldRow<Owner, Field> *rowNamed(
    std::span<const FieldRow<Owner, Field>> rows, QByteArrayView name)
{
    for (const auto &row : rows) {
        if (name == row.name)
            return &row;
    }
    return nullptr;
}

// clang-format off
inline const char *nameOf(SongField field) { return rowOf(songFields(), field).name; }
inline const char *nameOf(TrackField field) { return rowOf(trackFields(), field).name; }
inline const char *nameOf(SceneField field) { return rowOf(sceneFields(), field).name; }
inline const char *nameOf(SlotField field) { return rowOf(slotFields(), field).name; }
inline const char *nameOf(ClipField field) { return rowOf(clipFields(), field).name; }
inline const char *nameOf(SelectionField field) { return rowOf(selectionFields(), field).name; }

inline LiveValue valueOf(const Song &song, SongField field) { return rowOf(songFields(), field).get(song); }
inline LiveValue valueOf(const Track &track, TrackField field) { return rowOf(trackFields(), field).get(track); }
inline LiveValue valueOf(const Scene &scene, SceneField field) { return rowOf(sceneFields(), field).get(scene); }
inline LiveValue valueOf(const Slot &slot, SlotField field) { return rowOf(slotFields(), field).get(slot); }
inline LiveValue valueOf(const Clip &clip, ClipField field) { return rowOf(clipFields(), field).get(clip); }
// clang-format on

} // namespace clipdeck
