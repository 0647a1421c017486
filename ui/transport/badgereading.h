// SPDX-License-Identifier: GPL-3.0-or-later
// What the connection badge says, read from the connection's report. Pure.
#pragma once

#include "core/abletonosc/connectionstate.h"

namespace clipdeck {

/// The badge's lamp (docs/look.md, Connection badge).
enum class BadgeLamp { Waiting, Check, Warning, Cross, Demo };

struct BadgeReading {
    BadgeLamp lamp = BadgeLamp::Waiting;
    QString word; ///< "Connected"
    QString age; ///< Of Live's last word: "41 ms"; empty if there was none
    QString accessibleName; ///< "Connection: connected" (docs/formats.md, Accessible names)

    bool operator==(const BadgeReading &) const = default;
};

/// `demo`: it is the built-in stand-in that answers.
BadgeReading readBadge(const ConnectionReport &report, bool demo);

/// "41 ms", "12 s", "3 min"; empty below 0.
QString ageText(qint64 ms);

} // namespace clipdeck
