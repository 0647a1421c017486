// SPDX-License-Identifier: GPL-3.0-or-later
// The exit statuses of clipdeckctl (docs/formats.md): scripts rely on them.
#pragma once

namespace clipdeck {

enum ExitCode : int {
    ExitDone = 0, ///< Done, and confirmed by Live
    ExitRefused = 1, ///< Live refused; its words are on stderr
    ExitUsage = 2,
    ExitNoAnswer = 3,
    ExitPortTaken = 4, ///< Another program holds the reply port
    ExitUnwritten = 5, ///< What was to be printed could not be written
};

} // namespace clipdeck
