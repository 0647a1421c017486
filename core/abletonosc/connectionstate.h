// SPDX-License-Identifier: GPL-3.0-or-later
// How we stand with AbletonOSC, in the words of the badge.
#pragma once

#include <QMetaType>
#include <QString>

namespace clipdeck {

/// The badge's states (docs/look.md, Connection badge).
enum class ConnectionState {
    Starting, ///< Not asked long enough to say
    Connected,
    Busy, ///< It answered before, and its main thread is silent now: a dialog is open, or Live is loading
    NoAnswer,
    PortTaken, ///< Another program holds the reply port
    HostUnknown, ///< The host's name does not resolve, or to no address that AbletonOSC could have
    NetworkError, ///< The system refuses to send or to bind
};

/// Everything the badge and the "no answer" page show.
struct ConnectionReport {
    ConnectionState state = ConnectionState::Starting;
    qint64 replyAgeMs = -1; ///< Since Live's last word; -1 never
    int roundTripMs = -1; ///< Of the last answered fence; -1 unknown
    QString sentence; ///< What is wrong and the next step, for the user; empty when all is well
    /// Live answers, but what it tells of itself goes to another client: the mirror follows by asking, more slowly.
    bool updatesElsewhere = false;

    bool operator==(const ConnectionReport &) const = default;
};

/// "connected", "busy", "no answer", "port taken", … Never translated, as scripts find the badge by it (docs/formats.md,
/// Accessible names).
QString connectionName(ConnectionState state);

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::ConnectionReport)
