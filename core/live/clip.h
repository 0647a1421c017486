// SPDX-License-Identifier: GPL-3.0-or-later
// What the mirror knows of a clip and of the slot that holds it.
#pragma once

#include "core/live/boxed.h"
#include "core/live/cliptime.h"

#include <QString>

#include <optional>
#include <vector>

namespace clipdeck {

/// A note of a MIDI clip, as `/live/clip/get/notes` gives it.
struct Note {
    int pitch = 60; ///< 0..127
    double start = 0.0; ///< Beats, in the clip's own time
    double duration = 0.25; ///< Beats
    double velocity = 100.0; ///< 1..127
    bool mute = false;

    bool operator==(const Note &) const = default;
};

/// A Session clip (Live Object Model, class Clip).
struct Clip {
    QString name;
    int color = 0; ///< 0xRRGGBB
    ClipTime length; ///< Of the loop where it loops, else from start to end marker
    bool looping = false;
    ClipTime loopStart; ///< With looping off: the clip's start
    ClipTime loopEnd; ///< With looping off: the clip's end
    ClipTime startMarker;
    ClipTime endMarker;
    bool isMidiClip = false;
    bool isPlaying = false;
    bool isTriggered = false;
    bool isRecording = false;
    bool muted = false; ///< "Clip activator" off
    int signatureNumerator = 4;
    int signatureDenominator = 4;
    int launchMode = 0; ///< 0 trigger, 1 gate, 2 toggle, 3 repeat
    int launchQuantization = 0; ///< 0 global, 1 none, 2… as the global values 1…
    bool legato = false;
    double velocityAmount = 0.0; ///< 0..1: how much the launching note's velocity counts
    bool isOverdubbing = false;
    bool willRecordOnStart = false;
    // Audio clips only.
    std::optional<bool> warping;
    std::optional<int>
        warpMode; ///< 0 beats, 1 tones, 2 texture, 3 re-pitch, 4 complex, 5 REX, 6 complex pro
    std::optional<double> gain; ///< 0..1; gainDisplayString has it in dB
    std::optional<QString> gainDisplayString;
    std::optional<int> pitchCoarse; ///< −48..48 semitones
    std::optional<double> pitchFine; ///< −50..50 cents
    std::optional<bool> ramMode;
    std::optional<QString> filePath;
    std::optional<int> sampleLength; ///< In samples
    /// Nothing until asked for (Engine::readNotes), and for audio clips.
    std::optional<std::vector<Note>> notes;
    ClipTime playingPosition; ///< As last heard

    Signature signature() const { return {signatureNumerator, signatureDenominator}; }
    ClipTimeUnit timeUnit() const
    {
        return warping == false ? ClipTimeUnit::Second : ClipTimeUnit::Beat;
    }
    /// `tempo`: the song's, in BPM.
    ClipTimeScale timeScale(double tempo) const { return {timeUnit(), signature(), tempo}; }
    /// Of the loop, or of all of the clip where it does not loop.
    ClipTime span() const { return loopEnd - loopStart; }
    bool operator==(const Clip &) const = default;
};

/// A clip slot (Live Object Model, class ClipSlot).
struct Slot {
    Boxed<Clip> clip;
    bool hasStopButton = true;
    bool isGroupSlot = false;
    // Group slots only; elsewhere Track::firedSlot and the clips themselves tell.
    bool isTriggered = false;
    bool controlsOtherClips
        = false; ///< There is an active clip in the group's tracks of this scene
    int playingStatus = 0; ///< 0 nothing in it plays, 1 something does, 2 something is recorded
    bool isOverdue
        = false; ///< On screen, and nothing tells about it any more (core/sync/overduecells.h)
    qint64 readAt = -1; ///< When all of it was last read, in ms of the engine's clock; -1 never

    bool operator==(const Slot &) const = default;
};

} // namespace clipdeck
