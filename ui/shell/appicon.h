// SPDX-License-Identifier: GPL-3.0-or-later
// The program's icon, painted: the SVG plug-in may be absent. packaging/linux/clipdeck.svg is the same drawing.
#pragma once

#include <QIcon>

namespace clipdeck {

QIcon appIcon();

} // namespace clipdeck
