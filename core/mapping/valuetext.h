// SPDX-License-Identifier: GPL-3.0-or-later
// Values as people read them, where Live gives no string of its own.
#pragma once

#include <QString>

namespace clipdeck {

struct Parameter;

/// Live's own string where it is known, else the number; whole where the parameter is quantized.
QString valueText(const Parameter &parameter);
/// Three significant digits at least, no needless zeros, U+2212 for minus.
QString numberText(double value);
/// A track's volume (0..1) in decibels, `−12.3 dB`; `−∞ dB` at the bottom.
QString volumeText(double volume);

} // namespace clipdeck
