// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/beatanimation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace clipdeck {

namespace {

constexpr double freeBeatMs = 500; // 120 BPM
constexpr double calmMs = 1000;

/// Place in a period of `beats` held within [least, most] ms: 0..1.
double phaseOf(const SongClock &clock, qint64 now, double beats, double least, double most)
{
    const double beatMs
        = clock.isPlaying() && clock.tempo() > 0 ? 60000.0 / clock.tempo() : freeBeatMs;
    const double wanted = beats * beatMs;
    const double period = std::clamp(wanted, least, most);
    const bool locked = clock.isPlaying() && period == wanted;
    const double turns
        = locked ? clock.position(now).value / beats : static_cast<double>(now) / period;
    return turns - std::floor(turns);
}

/// 0 at the period's begin and end, 1 half-way; in steps, so that equal frames need no repaint.
double wave(double phase)
{
    constexpr double steps = 16;
    return std::round((0.5 - 0.5 * std::cos(2 * std::numbers::pi * phase)) * steps) / steps;
}

} // namespace

Motion motionAt(const SongClock &clock, qint64 now, MotionSetting setting)
{
    Motion motion;
    motion.setting = setting;
    if (setting == MotionSetting::Full) {
        motion.next = phaseOf(clock, now, 1, 400, 600) < 0.5;
        if (clock.isPlaying()) // what stands does not pulse; what waits to be launched still swaps
            motion.low = wave(phaseOf(clock, now, 2, 800, 1200));
    } else if (setting == MotionSetting::FlashSafe) {
        const double turns = static_cast<double>(now) / calmMs;
        motion.fade = wave(turns - std::floor(turns));
    }
    return motion;
}

} // namespace clipdeck
