// SPDX-License-Identifier: GPL-3.0-or-later
// Musical quantities as types, and the way they are written.
#pragma once

#include <QString>

#include <algorithm>
#include <compare>

namespace clipdeck {

/// A time or duration that cannot be mistaken for one in another unit, nor for a plain number.
template <class Unit> struct Duration {
    double value = 0.0;

    constexpr auto operator<=>(const Duration &) const = default;
    constexpr Duration operator+(Duration other) const { return {value + other.value}; }
    constexpr Duration operator-(Duration other) const { return {value - other.value}; }
    constexpr Duration operator*(double factor) const { return {value * factor}; }
    constexpr double operator/(Duration other) const { return value / other.value; }
};

/// A beat is always a quarter note in Live, whatever the signature (Live Object Model).
using Beats = Duration<struct BeatsUnit_>;
using Seconds = Duration<struct SecondsUnit_>;

/// A time signature as Live gives it: both numbers 1..99 and 1, 2, 4, 8 or 16.
struct Signature {
    int numerator = 4;
    int denominator = 4;

    constexpr bool operator==(const Signature &) const = default;
    /// The length of a bar.
    constexpr Beats bar() const { return {4.0 * numerator / denominator}; }
    /// The length of what the signature counts (a denominator's note).
    constexpr Beats count() const { return {4.0 / denominator}; }
};

/// The tempos that Live takes, in BPM (Live manual).
inline constexpr double slowestTempo = 20.0;
inline constexpr double fastestTempo = 999.0;
/// The tempo that Live takes nearest to this one. Never called with a NaN.
constexpr double clampTempo(double bpm)
{
    return std::clamp(bpm, slowestTempo, fastestTempo);
}

/// A position as Live writes it, counted from 1: `46.2.1` (bar, beat, sixteenth).
QString positionText(Beats position, Signature signature);
/// A duration to go or gone, in bars and beats, counted from 0: `1.3`.
QString countText(Beats duration, Signature signature);
/// A length in words where it is whole: `4 bars`, `1 bar`, `3 beats`, else as bars.beats.sixteenths `5.2.1`.
QString lengthText(Beats length, Signature signature);
/// A position in a recording: minutes, seconds and milliseconds, `0:03.300`.
QString positionText(Seconds position);
/// A length or a time to go or gone, to the hundredth where it is not whole: `17 s`, `3.25 s`, from a minute on `3:52`.
QString lengthText(Seconds length);

} // namespace clipdeck
