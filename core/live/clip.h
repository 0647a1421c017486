// SPDX-License-Identifier: GPL-3.0-or-later
// What the mirror knows of a clip and of the slot that holds it.
#pragma once

#include "core/live/units.h"

#include <QString>

#include <optional>

namespace clipdeck {

/// A Session clip (Live Object Model, class Clip). Times are in beats; for audio that is not warped, in seconds.
struct Clip {
    QString name;
    int color = 0; ///< 0xRRGGBB
    double length = 0.0; ///< Of the loop where it loops, else from start to end marker
    bool looping = false;
    double loopStart = 0.0; ///< With looping off: the clip's start
    double loopEnd = 0.0; ///< With looping off: the clip's end
    double startMarker = 0.0;
    double endMarker = 0.0;
    bool isMidiClip = false;
    bool isPlaying = false;
    bool isTriggered = false;
    bool isRecording = false;
    bool muted = false; ///< "Clip activator" off
    int signatureNumerator = 4;
    int signatureDenominator = 4;
    int launchMode = 0; ///< 0 trigger, 1 gate, 2 toggle, 3 repeat
    int launchQuantization = 0; ///< 0 global, 1 none, 2… as the global values 1…
    double playingPosition = 0.0; ///< As last heard, in the clip's own time

    Signature signature() const { return {signatureNumerator, signatureDenominator}; }
    bool operator==(const Clip &) const = default;
};

/// A clip slot (Live Object Model, class ClipSlot).
struct Slot {
    std::optional<Clip> clip;
    bool hasStopButton = true;
    bool isGroupSlot = false;
    bool isTriggered = false;
    qint64 readAt = -1; ///< When Live last told of this slot, in ms of the engine's clock; -1 never

    bool operator==(const Slot &) const = default;
};

} // namespace clipdeck
