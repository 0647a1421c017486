// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that `measure` measures against, and an engine's way to them.
#pragma once

#include "tests/support/enginesettings.h"

#include <memory>

namespace clipdeck {

constexpr double tickMs = 100; // AbletonOSC reads its socket once in this time
constexpr double nsPerMs = 1e6;

/// A small set, as most of the figures are taken with.
constexpr GeneratedSet smallSet{16, 32, 0.5, 1};

/// What the large figures are taken with; `costUs` is what each touch of Live's API costs it.
struct LargeSet {
    int tracks = 64;
    int scenes = 128;
    double fill = 0.4;
    int devices = 8;
    int costUs = 0;
};

/// Ends this program if it can't be had.
std::unique_ptr<OscServer> startServer(ServerKind kind, const GeneratedSet &set = smallSet);
std::unique_ptr<OscServer> startServer(ServerKind kind, const LargeSet &set);

/// Starts `engine` and waits until its mirror is complete; the milliseconds that took. Ends this program after `patienceMs`.
double startAndComplete(Engine &engine, int patienceMs = 60000);

/// What the server's ticks took since the last call with `reset`, in ms, and what it received and sent.
struct ServerStats {
    double meanMs = 0.0;
    double p99Ms = 0.0; ///< Of the last minute's ticks
    double maxMs = 0.0;
    double seconds = 0.0;
    int messagesIn = 0;
    int messagesOut = 0;
};
ServerStats serverStats(OscServer &server, bool reset = false);

/// Resident memory of a process in MiB, from the system's own accounts (Linux); NaN where there are none.
double residentMiB(qint64 processId);
/// Processor time that a process has used, in ms, from the same.
double processorMs(qint64 processId);

} // namespace clipdeck
