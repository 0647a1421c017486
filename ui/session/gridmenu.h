// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of what is selected in the grid.
#pragma once

#include <QMenu>

namespace clipdeck {

class SessionController;

/// What cannot be done now is greyed, and says why. The caller owns it.
QMenu *makeGridMenu(SessionController &desk, QWidget *parent);

} // namespace clipdeck
