// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging/logging.h"

namespace clipdeck {

Q_LOGGING_CATEGORY(lcConnection, "clipdeck.connection", QtInfoMsg)
Q_LOGGING_CATEGORY(lcQueries, "clipdeck.queries", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "clipdeck.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAudit, "clipdeck.audit", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMidi, "clipdeck.midi", QtInfoMsg)

} // namespace clipdeck
