// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM as an event of the loop.
#pragma once

#include <QObject>

#include <functional>

namespace clipdeck {

/// Calls `interrupted`, on the event loop's thread, for each SIGINT or SIGTERM from now on, instead of ending the process.
/// For one `context` a process. Where there are no such signals it does nothing: the console ends the process by itself.
void onInterruption(QObject *context, std::function<void()> interrupted);

} // namespace clipdeck
