// SPDX-License-Identifier: GPL-3.0-or-later
// Launch quantization: Live's fourteen values, their names and their grids.
#pragma once

#include "core/live/units.h"

#include <QString>

#include <optional>

namespace clipdeck {

/// Number of values of song.clip_trigger_quantization (Live Object Model, Song.Quantization).
constexpr int quantizationCount = 14;

/// "None", "8 bars", …, "1 bar", "1/2", "1/2T", … "1/32". Empty outside 0..13.
QString quantizationName(int value);

/// The grid of a value in a signature; nothing for "None" and outside 0..13.
std::optional<Beats> quantizationGrid(int value, Signature signature);

/// The value that a clip is launched with: its own, or the song's where the clip says "global" (0).
/// Clip values count 0 global, 1 none, 2.. as the song's 1.. (Live Object Model, Clip.launch_quantization).
int effectiveQuantization(int clipValue, int songValue);

/// The next line of `grid` after `now`; `now` itself if it lies on one.
Beats nextLine(Beats now, Beats grid);

} // namespace clipdeck
