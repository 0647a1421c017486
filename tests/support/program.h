// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one of the built programs to its end.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace clipdeck {

/// How a program ended, and what it said.
struct ProgramRun {
    int status = -1; ///< Its exit status; -1 if it crashed, hung or did not start
    QByteArray out;
    QByteArray words; ///< On stderr

    bool operator==(const ProgramRun &) const = default;
};

/// Runs the program `name` of CLIPDECK_BIN without input, for at most half a minute.
ProgramRun runProgram(const QString &name, const QStringList &arguments);

} // namespace clipdeck
