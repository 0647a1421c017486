// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/programs.h"

#include "tests/bench/figures.h"
#include "tests/bench/firstpaint.h"

#include <QTemporaryDir>
#include <QTest>

namespace clipdeck {

namespace {

constexpr int connectRuns = 3;

void measureConnect(ServerKind kind, bool readDevices, const char *name)
{
    std::vector<double> times;
    std::vector<double> ticks;
    for (int i = 0; i < connectRuns; ++i) {
        const auto server = startServer(kind);
        EngineSettings settings = settingsFor(*server);
        settings.readDevices = readDevices;
        Engine engine(settings);
        times.push_back(startAndComplete(engine));
        ticks.push_back(times.back() / tickMs);
    }
    tellRuns(name, times, "ms");
    tellRuns(name, ticks, "ticks");
}

/// The share of a core that the program takes, at rest and while every track of a large set plays.
void measureProgramLoad(ServerKind kind)
{
    constexpr int settleMs = 10000;
    constexpr int watchMs = 10000;
    const auto server = startServer(kind, GeneratedSet{64, 32, 1.0, 1});
    const QTemporaryDir config;
    QProcess program;
    endWithParent(program);
    program.start(programPath(QStringLiteral("clipdeck")),
        server->clientArguments() + QStringList{QStringLiteral("--config"), config.path()});
    const auto watch = [&](const char *name, double mostPercent) {
        QTest::qWait(settleMs);
        const double before = processorMs(program.processId());
        QTest::qWait(watchMs);
        tell(name, (processorMs(program.processId()) - before) / watchMs * 100, "% of a core",
            atMost(mostPercent));
    };
    watch("load_at_rest", 1);
    server->control().call(QStringLiteral("fire_scene"), {{QStringLiteral("index"), 0}});
    watch("load_64_tracks_playing", 15);
    program.terminate();
    program.waitForFinished();
}

/// The program itself, some seconds after its start.
void measureProgramMemory(const char *name, const QStringList &arguments)
{
    constexpr int settleMs = 8000;
    const QTemporaryDir config;
    QProcess program;
    endWithParent(program);
    program.start(programPath(QStringLiteral("clipdeck")),
        arguments + QStringList{QStringLiteral("--config"), config.path()});
    QTest::qWait(settleMs);
    tell(name, residentMiB(program.processId()), "MiB");
    program.terminate();
    program.waitForFinished();
}

} // namespace

void measureConnect(ServerKind kind)
{
    progress("16x32: connect to mirror, six times");
    measureConnect(kind, true, "connect_to_mirror");
    measureConnect(kind, false, "connect_to_mirror_without_devices");
}

void measurePrograms(ServerKind kind)
{
    progress("the program: start, load, memory; a minute");
    measureFirstPaint();
    measureProgramLoad(kind);
    measureProgramMemory("memory_demo", {QStringLiteral("--demo")});
    const auto server = startServer(kind);
    measureProgramMemory("memory_connected", server->clientArguments());
}

} // namespace clipdeck
