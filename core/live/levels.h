// SPDX-License-Identifier: GPL-3.0-or-later
// Live's laws of level: from a fader's value to decibels and back, and how levels and pannings are written and typed. Pure.
#pragma once

#include <QString>

#include <optional>

namespace clipdeck {

/// A track's volume (0..1) in dB: 0.85 is 0 dB, 1 is +6 dB, 40 dB per unit from 0.4 (−18 dB) up; 0 is −infinity.
/// Below 0.4 a curve that was fitted to Live's display within its rounding (docs/abletonosc.md, Levels).
double decibelsOfVolume(double volume);
/// The volume of 0 dB, where Live's own faders stand in a new set.
inline constexpr double unityVolume = 0.85;
/// The way back, cut to 0..1; −70 dB and less is 0.
double volumeOfDecibels(double decibels);

/// A send's value (0..1): the law of the volume, 6 dB lower, so that 1 is 0 dB.
double decibelsOfSend(double value);
double sendOfDecibels(double decibels);

/// A track's output meter (output_meter_left, 0..1) in dB. Live does not document it; published readings of Live's own
/// display (0.600 is −24.4 dB, 0.631 −22 dB, 0.842 −6 dB) lie on a line of 76 dB per unit from −70 dB up: 0.921 is 0 dB.
double decibelsOfMeter(double meter);

/// `−12.3`, `0.0`, `+` never; `−∞` from −70 dB down. U+2212 for minus, no unit.
QString decibelsText(double decibels, int decimals = 1);
/// `-6`, `−6.5 dB`, `+3`, `-inf`, `−∞`, with a point or a comma. Nothing where it is no level.
std::optional<double> decibelsTyped(const QString &text);

/// `C`, `14L`, `50R`, as Live writes a panning of −1..1.
QString panText(double panning);
/// `C`, `14L`, `r 22`, `-14` (left): nothing where it is none of these. Cut to −1..1.
std::optional<double> panTyped(const QString &text);

} // namespace clipdeck
