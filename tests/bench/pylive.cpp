// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pylive.h"

#include "tests/bench/figures.h"
#include "tests/bench/largeset.h"

#include <QProcess>

namespace clipdeck {

namespace {

constexpr int patienceMs = 120000;

/// The seconds that pylive's scan took, as the script beside this file says; nothing where it does not run.
std::optional<double> scanOfPylive(const OscServer &server)
{
    QProcess process;
    endWithParent(process);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("python3"),
        {QStringLiteral(PYLIVESCAN_SCRIPT), QString::number(server.port()),
            QString::number(server.replyPort())});
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

void measurePylive(ServerKind kind)
{
    constexpr double timesFaster = 20;
    if (!qEnvironmentVariableIsSet("PYLIVE_DIR")) {
        progress("PYLIVE_DIR is not set: pylive is not tried");
        return;
    }
    progress("pylive's scan of 64x128, some twenty seconds");
    const auto server = startServer(kind, LargeSet{});
    const std::optional<double> theirs = scanOfPylive(*server);
    if (!theirs) {
        progress("pylive did not run: see docs/performance.md for what it needs");
        return;
    }
    const double ours = secondsToScan(*server);
    tell("pylive_scan", *theirs, "s");
    tell("pylive_scan_ours", ours, "s");
    tell("pylive_times_faster", *theirs / ours, "times", atLeast(timesFaster));
}

} // namespace clipdeck
