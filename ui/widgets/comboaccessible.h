// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that open, for assistive technology.
#pragma once

namespace clipdeck {

/// Makes every QComboBox go by its accessible name; more than once does no harm. On Linux Qt itself
/// gives the chosen entry as the name, and what is chosen is not told from what it is chosen for.
/// The chosen entry is the value, and the description, since AT-SPI has no texts for values.
void installComboAccessibility();

} // namespace clipdeck
