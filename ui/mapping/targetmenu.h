// SPDX-License-Identifier: GPL-3.0-or-later
// The menu that chooses what a fader moves: tracks, their devices, the parameters; or a MIDI controller.
#pragma once

class QMenu;

namespace clipdeck {

class FaderBank;

/// Fills `menu` from the set as it stands; a track's own menu is made when it opens. What is chosen is mapped at once; the
/// set may change while the menu is open: what is gone by then is ignored.
void fillTargetMenu(QMenu &menu, FaderBank &bank, int fader);

} // namespace clipdeck
