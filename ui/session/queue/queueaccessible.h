// SPDX-License-Identifier: GPL-3.0-or-later
// The queue panel for assistive technology: a list, its rows named by what changes and when.
#pragma once

namespace clipdeck {

class QueuePanel;

/// Rows are list items `Kick plays Slam, in 0.3` with the actions `cancel` and "press", which shows where; the button that
/// cancels all follows them. Call once before a panel is shown; calling again is harmless.
void installQueueAccessibility();

void tellReordered(QueuePanel &panel);
void tellFocus(QueuePanel &panel, int row);

} // namespace clipdeck
