// SPDX-License-Identifier: GPL-3.0-or-later
// What a mixer strip shows, read from the mirror. Pure.
#pragma once

#include "core/commands/fade.h"
#include "core/live/liveset.h"
#include "ui/mixer/strippart.h"

#include <optional>
#include <vector>

namespace clipdeck {

/// A volume, panning or send: where Live has it, and where a hand wants it. Live's own values: 0..1, panning −1..1.
struct LevelReading {
    std::optional<double> live; ///< Nothing: Live has not told yet
    std::optional<double> wish; ///< Not confirmed; nothing once they meet
    bool isHeld = false; ///< A hand is on it
    bool isRefused = false;

    /// What counts for the hand: the wish, else what Live has.
    std::optional<double> shown() const { return wish ? wish : live; }
    bool operator==(const LevelReading &) const = default;
};

struct SwitchReading {
    bool has = true; ///< The track has such a switch
    bool on = false; ///< As wished while a wish is on its way
    bool isPending = false; ///< Live owes an answer for so long that it shows
    bool isRefused = false;

    bool operator==(const SwitchReading &) const = default;
};

/// A fade that is under way on the track's volume.
struct FadeReading {
    bool isOut = false;
    int secondsLeft = 0; ///< Rounded up

    bool operator==(const FadeReading &) const = default;
};

struct StripReading {
    QString name;
    TrackKind kind = TrackKind::Midi;
    LevelReading volume;
    LevelReading pan;
    std::vector<LevelReading> sends;
    SwitchReading mute;
    SwitchReading solo;
    SwitchReading arm;
    std::optional<FadeReading> fade; ///< Not in the mirror: whoever knows the fades adds it
    bool isInputOff = false; ///< Monitoring, as wished while a wish is on its way
    bool isStale = false; ///< Live is gone: this is what it last told

    bool operator==(const StripReading &) const = default;
};

/// `now` is the engine's clock in ms. Blank where there is no such track.
StripReading readStrip(const LiveSet &set, TrackIndex track, qint64 now);

FadeReading readFade(const Fade &fade, qint64 now);

/// One of a strip's levels by its control; blank for what is none.
LevelReading levelOf(const StripReading &strip, StripPart part);
SwitchReading switchOf(const StripReading &strip, StripControl control);
/// The wish's target of a level or a switch.
Target targetOf(TrackIndex track, StripPart part);
/// The field of volume, panning, mute, solo or arm.
TrackField fieldOf(StripControl control);

/// `−2.0 dB`, `14L`: for speech and hints; `not known yet` where Live has not told.
QString levelText(StripPart part, std::optional<double> value);
/// `fades out, 3 s left`
QString fadeText(const FadeReading &fade);
/// `A` for the first send, `B`, …
QString sendLetter(int send);
/// The name that assistive technology finds a control by: `Kick volume`, `Kick send A`, `Kick mute`.
QString partName(const QString &track, StripPart part);

} // namespace clipdeck
