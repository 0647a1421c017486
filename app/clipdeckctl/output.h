// SPDX-License-Identifier: GPL-3.0-or-later
// What clipdeckctl prints for others to read: stdout, and what became of it.
#pragma once

#include "app/clipdeckctl/exitcode.h"

#include <QByteArray>

namespace clipdeck {

/// Writes to stdout and remembers the first failure. A pipe that nobody reads any more is none: who closed it has had
/// enough.
class Output {
public:
    Output();

    /// False when it makes no sense to go on: nobody reads any more, or it can't be written.
    bool write(const QByteArray &utf8);
    /// Hands over what was written so far, to somebody who waits for it.
    bool flush();
    /// Hands over the rest. ExitDone, or ExitUnwritten with the reason said on stderr.
    ExitCode end();

private:
    bool note(bool isWell);

    int m_error = 0; ///< The system's number (errno) of the first failure; 0: none
};

/// Writes all of it, as an output of its own.
ExitCode print(const QByteArray &utf8);

} // namespace clipdeck
