// SPDX-License-Identifier: GPL-3.0-or-later
// Faders as assistive technology sees them: sliders whose value text is Live's own.
#pragma once

namespace clipdeck {

/// Tells Qt how to describe Fader; more than once does no harm.
void installFaderAccessibility();

} // namespace clipdeck
