// SPDX-License-Identifier: GPL-3.0-or-later
// One clock for all that moves on the surface: locked to the beat while Live plays, free at 120 BPM otherwise.
#pragma once

#include "core/live/songclock.h"
#include "ui/theme/motionsetting.h"

namespace clipdeck {

/// Where every moving lamp is at one moment.
struct Motion {
    MotionSetting setting = MotionSetting::Full;
    bool next = true; ///< A swap shows what comes; else what is
    double low = 0.0; ///< Playing and recording: 0 full .. 1 low
    double fade = 1.0; ///< Flash-safe: 0 hollow .. 1 solid

    bool isCalm() const { return setting != MotionSetting::Full; }
    bool isStill() const { return setting == MotionSetting::Still; }
    bool operator==(const Motion &) const = default;
};

/// Pure. `now` in ms of the engine's clock. Swaps: a beat, held within 400..600 ms (2.5 Hz at most); the pulse: two
/// beats, within 800..1200 ms. Outside of these it runs free, for no multiple of a beat would fit.
Motion motionAt(const SongClock &clock, qint64 now, MotionSetting setting);

} // namespace clipdeck
