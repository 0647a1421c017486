// SPDX-License-Identifier: GPL-3.0-or-later
// The surface's type: three font files that ship with the program, so that widths are the same
// everywhere.
#pragma once

#include "ui/theme/metrics.h"

#include <QFont>

namespace clipdeck {

enum class Type {
    Micro, ///< 11 medium: units, send letters, track numbers
    Base, ///< 13 medium: everything
    Strong, ///< 13 bold: names of tracks and songs, on-states
    Clip, ///< 13 medium, 14 in comfortable: clip names
    ClipCount, ///< One smaller, bold: bars.beats in a cell
    Title, ///< 15 bold: device, clip in the panel, finding
    Readout, ///< 20 medium: tempo, signature, fader value
    Heading, ///< 20 bold: dialog title
    Count, ///< 30 medium: song position, next change
    Hint, ///< 13 regular Roboto: the status bar's sentence
    Prose, ///< 14 regular Roboto: sentences
};
constexpr int typeCount = static_cast<int>(Type::Prose) + 1;

/// Registers the fonts with Qt, once for an application object. Needs a QGuiApplication. False: a file did not
/// load; the system's condensed sans then stands in.
bool loadFonts();

/// The font of a token: pixel size, weight, no hinting.
QFont fontOf(Type type, Density density);

} // namespace clipdeck
