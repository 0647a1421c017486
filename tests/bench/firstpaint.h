// SPDX-License-Identifier: GPL-3.0-or-later
// How long the program takes from its start until its window has been painted once.
#pragma once

#include <QtGlobal>

namespace clipdeck {

/// The program's own Application on the demo set, ended as soon as the window has been painted. Prints the nanoseconds since
/// `startedAt` of steadyNow(). To be run in a process of its own.
int runUntilFirstPaint(int argc, char **argv, qint64 startedAt);

/// Starts this program again for that, a few times, and tells the milliseconds from before the process exists.
void measureFirstPaint();

} // namespace clipdeck
