// SPDX-License-Identifier: GPL-3.0-or-later
// The session surface for assistive technology and end-to-end tests: the table `Session grid`. docs/formats.md,
// Accessible names, has the names. Its children: track headers, slots row by row, scenes, stop cells.
#pragma once

#include "ui/session/layout/gridplace.h"

namespace clipdeck {

class SessionView;

/// Lets Qt know of the view's interface; once a process is enough, more do no harm.
void installSessionAccessibility();

// News; each does nothing while no one listens.
void tellChanged(SessionView &view, Place place); ///< Its name, which holds the state
void tellStanding(SessionView &view, Place place); ///< Its description (standing.h)
void tellFocus(SessionView &view, Place place);
void tellReset(SessionView &view); ///< Tracks or scenes came or went

} // namespace clipdeck
