// SPDX-License-Identifier: GPL-3.0-or-later
// The log categories of the program, one a room that logs. Warnings and information are shown; debug output is off until
// it is asked for, as in QT_LOGGING_RULES="clipdeck.sync.debug=true".
#pragma once

#include <QLoggingCategory>

namespace clipdeck {

Q_DECLARE_LOGGING_CATEGORY(
    lcConnection) ///< "clipdeck.connection": datagrams that are no answer, Live's own log
Q_DECLARE_LOGGING_CATEGORY(
    lcQueries) ///< "clipdeck.queries": groups of questions, refused and lost ones
Q_DECLARE_LOGGING_CATEGORY(
    lcSync) ///< "clipdeck.sync": structure of the set, what Live does not tell
Q_DECLARE_LOGGING_CATEGORY(lcAudit) ///< "clipdeck.audit": differences between the mirror and Live
Q_DECLARE_LOGGING_CATEGORY(
    lcMidi) ///< "clipdeck.midi": ports that fail, messages that were not sent

} // namespace clipdeck
