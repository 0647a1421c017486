// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM, or the console's Ctrl+C and closing on Windows, as an event of the loop.
#pragma once

#include <QObject>

#include <functional>

namespace clipdeck {

/// Calls `interrupted`, on the event loop's thread, for each interruption from now on, instead of ending the process. For one
/// `context` a process. Interruptions are SIGINT and SIGTERM; on Windows Ctrl+C, Ctrl+Break, and that the console is closed.
void onInterruption(QObject *context, std::function<void()> interrupted);

} // namespace clipdeck
