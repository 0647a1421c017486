// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl sim`: serves as AbletonOSC until interrupted.
#pragma once

#include <QStringList>

class QCoreApplication;

namespace clipdeck {

/// Runs the stand-in. `arguments` are those behind the verb. Prints one line `READY port=… reply_port=… control_port=…`
/// on stdout as soon as it answers. Exit status: 0 ended by SIGINT, SIGTERM or the control channel; 2 usage; 4 port taken.
int runSim(QCoreApplication &app, const QStringList &arguments);

} // namespace clipdeck
