// SPDX-License-Identifier: GPL-3.0-or-later
// OSC arguments as they are typed and printed on the command line. Pure.
#pragma once

#include "core/osc/oscmessage.h"

#include <QStringList>

#include <optional>

namespace clipdeck {

/// `12` is an int, `0.5` a float, `true` and `false` bools, all else text. `i:`, `f:`, `s:` and `b:` force int, float,
/// text and bool. Nothing where a forced type does not fit (`i:abc`, `f:nan`): no number that is not finite is sent.
std::optional<OscArgument> argumentFrom(const QString &word);

/// An address and its arguments; nothing, with the reason in `why`, if they are none.
std::optional<OscMessage> messageFrom(const QStringList &words, QString *why);

/// One line: numbers as they are, text in quotes, `nil`.
QString printed(const OscArguments &arguments);

} // namespace clipdeck
