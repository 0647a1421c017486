// SPDX-License-Identifier: GPL-3.0-or-later
// clipdeckctl's command line: the options before the command, and the way to it.
#pragma once

#include "app/clipdeckctl/ctlconnection.h"

#include <QStringList>

namespace clipdeck {

/// Options up to the command, which begins with the first word that is none.
struct ParsedCommandLine {
    CtlOptions options;
    QString verb;
    QStringList arguments;
    QString error; ///< Empty if all is well
    bool wantsHelp = false;
    bool wantsVersion = false;
};

/// Pure. `words` are without the program's name.
ParsedCommandLine parseCommandLine(const QStringList &words);

/// Parses, runs the command and gives the exit status.
int runCommandLine(const QStringList &words);

} // namespace clipdeck
