// SPDX-License-Identifier: GPL-3.0-or-later
// The key that is held for a press to act right now, and for an edge to move without snapping. Many window managers
// keep presses with Alt for themselves, so it can be chosen; the middle button does the same without any key.
#pragma once

#include <QString>
#include <Qt>

#include <span>

namespace clipdeck {

enum class NowKey { Alt, ControlShift, Meta };

/// Those that this system has. On macOS Control and a press open a menu, so Meta is not among them.
std::span<const NowKey> nowKeys();
bool isHeld(NowKey key, Qt::KeyboardModifiers modifiers);
/// As the system's keyboards have it: `Alt` is `Option` on macOS.
QString nowKeyName(NowKey key);

} // namespace clipdeck
