// SPDX-License-Identifier: GPL-3.0-or-later
// The strip's buttons as assistive technology sees them: what it presses is pressed, as by the pointer.
#pragma once

namespace clipdeck {

/// Tells Qt how to describe StripButton; more than once does no harm.
void installStripButtonAccessibility();

} // namespace clipdeck
