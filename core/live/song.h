// SPDX-License-Identifier: GPL-3.0-or-later
// What the mirror knows of the song as a whole.
#pragma once

#include "core/live/units.h"

#include <QString>

#include <optional>
#include <vector>

namespace clipdeck {

/// A locator of the Arrangement. Live gives them in no certain order.
struct CuePoint {
    QString name;
    double time = 0.0; ///< Beats

    bool operator==(const CuePoint &) const = default;
};

/// The song's properties, with Live's names (Live Object Model, class Song). Times in beats, tempo in BPM.
struct Song {
    double tempo = 120.0; ///< 20..999 BPM
    bool isPlaying = false;
    int signatureNumerator = 4;
    int signatureDenominator = 4;
    /// 0..13: none, 8, 4, 2, 1 bars, 1/2, 1/2T … 1/32 (core/live/quantization.h)
    int clipTriggerQuantization = 4;
    int midiRecordingQuantization = 0; ///< 0..8: none, 1/4 … 1/32
    bool metronome = false;
    bool sessionRecord = false;
    int sessionRecordStatus = 0;
    bool recordMode = false; ///< The Arrangement's record button
    bool loop = false; ///< The Arrangement's loop
    double loopStart = 0.0;
    double loopLength = 4.0;
    bool punchIn = false;
    bool punchOut = false;
    bool arrangementOverdub = false;
    bool backToArranger = false; ///< True while Session clips play in place of the Arrangement
    /// As last heard; for display, interpolate (core/live/songclock.h).
    double currentSongTime = 0.0;
    double songLength = 0.0;
    double grooveAmount = 0.0; ///< 0..1.3
    bool nudgeDown = false;
    bool nudgeUp = false;
    int rootNote = 0; ///< 0..11, C is 0
    QString scaleName;
    bool isAbletonLinkEnabled = false;
    bool canUndo = false;
    bool canRedo = false;
    double averageProcessUsage = 0.0; ///< Live's CPU meter, in percent
    std::vector<CuePoint> cuePoints; ///< By time

    Signature signature() const { return {signatureNumerator, signatureDenominator}; }
    bool operator==(const Song &) const = default;
};

/// What is selected in Live. Nothing: unknown, as while a return or the main track is selected (AbletonOSC, view.py).
struct Selection {
    std::optional<int> track;
    std::optional<int> scene;
    std::optional<int> device; ///< Of the selected track's top-level chain

    bool operator==(const Selection &) const = default;
};

} // namespace clipdeck
