// SPDX-License-Identifier: GPL-3.0-or-later
// Judges how we stand with AbletonOSC from what was seen. Pure.
#pragma once

#include "core/abletonosc/connectionstate.h"

namespace clipdeck {

/// What is known about the way to Live and back. Times in ms of the engine's clock, −1 for never.
struct ConnectionFacts {
    enum class Port { NotYet, Bound, Taken, Failed };
    enum class Host {
        NotYet,
        Known,
        Unknown,
        Ipv6, ///< It has no address at which AbletonOSC could be
    };

    Port replyPort = Port::NotYet;
    Host host = Host::NotYet;
    QString hostName;
    int port = 0;
    int replyPortNumber = 0;
    QString systemError; ///< The system's own words, for Failed
    qint64 startedAt = 0; ///< When asking began
    qint64 lastHeard = -1; ///< Anything from Live
    qint64 silentSince = -1; ///< QueryPipe::silentSince()
    /// How much of that silence we did not run ourselves: the machine slept, or had no time for us. What Live said
    /// meanwhile lies in our socket.
    qint64 asleepMs = 0;
    int roundTripMs = -1;
    bool updatesElsewhere = false; ///< FeedWatch::isElsewhere()
};

/// Silence after which an answer is missed: several ticks, and a first probe.
constexpr qint64 busyAfterMs = 1200;
/// Silence after which "busy" is no longer likely. A file dialog can stay open for long, but then nothing works either.
constexpr qint64 noAnswerAfterMs = 8000;
/// How long the first answer may take before we say that there is none.
constexpr qint64 firstAnswerMs = 1500;

ConnectionReport judgeConnection(const ConnectionFacts &facts, qint64 now);

} // namespace clipdeck
