// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/retryrules.h"

#include <array>

namespace clipdeck {

namespace {

constexpr std::array<qint64, 4> waitsMs{
    250, 350, 500, 700}; // two ticks and a bit, and longer each time
constexpr qint64 actionPatienceMs = 700;
constexpr qint64 adjustedMs = 240; // two looks
constexpr int repeatsOfAdjusted = 1;

} // namespace

Repeat repeatOf(const Target &target, const LiveValue &wanted)
{
    if (isNothing(wanted))
        return Repeat::Never;
    if (const auto *song = target.as<SongProperty>()) {
        // Start and stop are methods: starting twice jumps back to the start.
        return song->field == SongField::IsPlaying ? Repeat::Never : Repeat::Safe;
    }
    return target.is<TrackProperty, SendLevel, SceneProperty, ClipProperty, ParameterId>()
        ? Repeat::Safe
        : Repeat::Never;
}

NextStep nextStep(Repeat repeat, Verdict verdict, int repeats, qint64 sinceMs)
{
    if (verdict == Verdict::Adjusted) {
        if (sinceMs < adjustedMs)
            return NextStep::Wait;
        const bool again = repeat == Repeat::Safe && repeats < repeatsOfAdjusted;
        return again ? NextStep::SendAgain : NextStep::Believe;
    }
    if (repeat == Repeat::Never)
        return sinceMs < actionPatienceMs ? NextStep::Wait : NextStep::Refuse;
    const auto turn = static_cast<std::size_t>(repeats);
    if (turn >= waitsMs.size())
        return sinceMs < waitsMs.back() ? NextStep::Wait : NextStep::Refuse;
    return sinceMs < waitsMs.at(turn) ? NextStep::Wait : NextStep::SendAgain;
}

} // namespace clipdeck
