// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are typed on the command line. Pure.
#pragma once

#include <QString>

#include <optional>

namespace clipdeck {

/// A finite number; nothing for words, `nan` and `inf`.
std::optional<double> numberFrom(const QString &text);
/// A whole number from 0 on.
std::optional<int> indexFrom(const QString &text);

} // namespace clipdeck
