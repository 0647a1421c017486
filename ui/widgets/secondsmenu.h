// SPDX-License-Identifier: GPL-3.0-or-later
// A submenu to choose for how many seconds: a few usual ones, and a field to type another.
#pragma once

#include <QString>

#include <functional>

class QMenu;

namespace clipdeck {

/// Adds it to `menu`. What is typed is a number with a point or a comma; what is none does nothing.
QMenu *addSecondsMenu(QMenu &menu, const QString &title, std::function<void(double)> chosen);

} // namespace clipdeck
