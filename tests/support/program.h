// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one of the built programs to its end.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace clipdeck {

// The exit statuses that docs/formats.md promises, written anew: a wrong number in the program is not shared.
inline constexpr int done = 0;
inline constexpr int refused = 1;
inline constexpr int usage = 2;
inline constexpr int noAnswer = 3;
inline constexpr int portTaken = 4;
inline constexpr int unwritten = 5;

/// How a program ended, and what it said.
struct ProgramRun {
    int status = -1; ///< Its exit status; -1 if it crashed, hung or did not start
    QByteArray out;
    QByteArray words; ///< On stderr

    bool operator==(const ProgramRun &) const = default;
};

/// Runs the program `name` of CLIPDECK_BIN without input, for at most half a minute. The event loop runs meanwhile, so
/// that what the program talks to may live in the test itself.
ProgramRun runProgram(const QString &name, const QStringList &arguments);

/// The words of a command line, which stand one space apart.
QStringList wordsOf(const char *line);

/// What a program wrote, where that is one JSON object; an empty one where it is not.
QJsonObject objectIn(const QByteArray &json);

} // namespace clipdeck
