// SPDX-License-Identifier: GPL-3.0-or-later
// The seventy colours that Live gives to tracks, clips and scenes.
#pragma once

namespace clipdeck::sim {

constexpr int paletteSize = 70;

/// 0xRRGGBB of the colour at `index` (0..69).
int paletteColor(int index);
/// The index of the colour closest to `rgb`.
int nearestPaletteIndex(int rgb);
/// The palette's colour closest to `rgb`: what Live makes of any colour that is set.
inline int snapToPalette(int rgb)
{
    return paletteColor(nearestPaletteIndex(rgb));
}

} // namespace clipdeck::sim
