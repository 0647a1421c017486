// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largeset.h"

#include "tests/bench/contentwatch.h"
#include "tests/bench/figures.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <limits>
#include <string>

namespace clipdeck {

namespace {

constexpr Area sight{20, 40};
constexpr int costOfLive12Us = 60;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Milliseconds until a part was there; not a number if it was not.
double since(qint64 startedAt, qint64 reachedAt)
{
    return reachedAt < 0 ? nothing : static_cast<double>(reachedAt - startedAt) / nsPerMs;
}

/// Returns as soon as the watch has seen all of its parts.
void waitFor(const ContentWatch &watch, int patienceMs)
{
    QEventLoop loop;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&watch, &ContentWatch::reached, &loop, [&] {
        if (watch.hasAll())
            loop.quit();
    });
    patience.start(patienceMs);
    loop.exec();
}

void sayIfMissing(const ContentWatch &watch, Content part)
{
    if (watch.reachedAt(part) < 0)
        progress(qPrintable(QStringLiteral("not there: ") + watch.missing(part)));
}

/// A run from the start on.
struct Opening {
    double visibleMs = 0.0;
    double gridMs = 0.0;
    double valuesMs = 0.0;
    double scanMs = 0.0;
    ServerStats stats; ///< Until the end
};

Opening open(OscServer &server, int patienceMs)
{
    Engine engine(settingsFor(server));
    const ContentWatch watch(engine.liveSet(), server.control(), sight);
    engine.setVisible(TrackIndex(0), sight.tracks, SceneIndex(0), sight.scenes);
    serverStats(server, true);
    const qint64 startedAt = steadyNow();
    engine.start();
    waitFor(watch, patienceMs);
    for (const Content part : {Content::Visible, Content::Grid, Content::Values})
        sayIfMissing(watch, part);
    return {since(startedAt, watch.reachedAt(Content::Visible)),
        since(startedAt, watch.reachedAt(Content::Grid)),
        since(startedAt, watch.reachedAt(Content::Values)),
        since(startedAt, watch.reachedAt(Content::Scan)), serverStats(server)};
}

void tellTick(const std::string &name, const ServerStats &stats, std::optional<Aim> aimOfMax)
{
    tell((name + "_tick_mean").c_str(), stats.meanMs, "ms");
    tell((name + "_tick_p99").c_str(), stats.p99Ms, "ms");
    tell((name + "_tick_max").c_str(), stats.maxMs, "ms", aimOfMax);
}

void measureFreeReads(ServerKind kind)
{
    constexpr int patienceMs = 60000;
    progress("64x128, reads that cost nothing");
    const auto server = startServer(kind, LargeSet{});
    const Opening free = open(*server, patienceMs);
    tell("large_free_visible", free.visibleMs / tickMs, "ticks");
    tell("large_free_grid", free.gridMs / tickMs, "ticks", atMost(5));
    tell("large_free_all_but_parameters", free.valuesMs / tickMs, "ticks", atMost(10));
    tell("large_free_what_pylive_scans", free.scanMs / 1000, "s");
    tellTick("large_free", free.stats, {});
}

void measureCostlyReads(ServerKind kind)
{
    constexpr int patienceMs = 120000;
    progress("64x128, reads that cost what they do in Live 12: up to two minutes");
    LargeSet set;
    set.costUs = costOfLive12Us;
    const auto server = startServer(kind, set);
    const Opening costly = open(*server, patienceMs);
    tell("large_costly_visible", costly.visibleMs / tickMs, "ticks", atMost(20));
    tell("large_costly_grid", costly.gridMs / 1000, "s");
    tell("large_costly_all_but_parameters", costly.valuesMs / 1000, "s", atMost(60));
    tellTick("large_costly", costly.stats, atMost(40));
}

/// Plays the first clip that loops of each of the first tracks that have one; how many there were.
int playClips(OscServer &server, const LiveSet &mirror, int wanted)
{
    int playing = 0;
    for (int t = 0; t < mirror.trackCount() && playing < wanted; ++t) {
        if (mirror.track(TrackIndex(t))->isFoldable)
            continue;
        for (int s = 0; s < mirror.sceneCount(); ++s) {
            const Clip *clip = mirror.clip(slotId(t, s));
            if (!clip || !clip->looping)
                continue;
            server.control().call(QStringLiteral("fire_clip"),
                {{QStringLiteral("track"), t}, {QStringLiteral("scene"), s}});
            ++playing;
            break;
        }
    }
    return playing;
}

/// Clips that play, as the server has it.
int playingThere(OscServer &server)
{
    int count = 0;
    const QJsonObject dump = server.control().briefDump();
    for (const QJsonValue &track : dump.value(u"tracks").toArray())
        count += track.toObject().value(u"playing_slot_index").toInt(-1) >= 0 ? 1 : 0;
    return count;
}

/// The cells in sight of a set of which nothing else can be waited for.
void measureHugeSight(ServerKind kind, int costUs, const char *name)
{
    constexpr int patienceMs = 30000;
    const auto server = startServer(kind, LargeSet{256, 1024, 0.5, 2, costUs});
    Engine engine(settingsFor(*server));
    const ContentWatch watch(engine.liveSet(), server->control(), sight, true);
    engine.setVisible(TrackIndex(0), sight.tracks, SceneIndex(0), sight.scenes);
    serverStats(*server, true);
    const qint64 startedAt = steadyNow();
    engine.start();
    waitFor(watch, patienceMs);
    sayIfMissing(watch, Content::Visible);
    const std::string base = name;
    tell((base + "_visible").c_str(), since(startedAt, watch.reachedAt(Content::Visible)) / tickMs,
        "ticks", atMost(costUs == 0 ? 5 : 20));
    tellTick(base, serverStats(*server), costUs == 0 ? std::nullopt : std::optional(atMost(40)));
}

/// Starts a program and waits until its memory has not grown for a while: then it has read what it reads.
void measureHugeMemory(
    OscServer &server, const QString &program, const QStringList &arguments, const char *name)
{
    constexpr int lookEveryMs = 2000;
    constexpr int quietLooks = 5;
    constexpr int patienceMs = 60000;
    constexpr double noticeableMiB = 0.3;
    QProcess process;
    endWithParent(process);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(programPath(program), server.clientArguments() + arguments);
    const QDeadlineTimer patience(patienceMs);
    double largest = 0.0;
    for (int quiet = 0; quiet < quietLooks && !patience.hasExpired(); ++quiet) {
        QTest::qWait(lookEveryMs);
        const double now = residentMiB(process.processId());
        if (now > largest + noticeableMiB)
            quiet = 0;
        largest = std::max(largest, now);
    }
    if (patience.hasExpired())
        progress("its memory still grows: the figure is what it had then");
    if (process.state() != QProcess::Running)
        largest = nothing; // it did not stay to be measured
    tell(name, largest, "MiB", atMost(150));
    process.terminate();
    if (!process.waitForFinished())
        process.kill();
}

} // namespace

void measureLarge(ServerKind kind)
{
    measureFreeReads(kind);
    measureCostlyReads(kind);
}

double secondsToScan(OscServer &server)
{
    constexpr int patienceMs = 60000;
    return open(server, patienceMs).scanMs / 1000;
}

void measureSteady(ServerKind kind)
{
    constexpr int patienceMs = 120000;
    constexpr int clips = 30;
    constexpr int settleMs = 20000;
    constexpr int watchMs = 20000;
    progress("64x128 while 30 clips play");
    const auto server
        = startServer(kind, LargeSet{}); // read free of cost, which is not the matter here
    Engine engine(settingsFor(*server));
    engine.setVisible(TrackIndex(0), sight.tracks, SceneIndex(0), sight.scenes);
    tell("large_free_complete_with_parameters", startAndComplete(engine, patienceMs) / tickMs,
        "ticks");
    server->control().call(
        QStringLiteral("fault"), {{QStringLiteral("getattr_us"), costOfLive12Us}});
    playClips(*server, engine.liveSet(), clips);
    QTest::qWait(settleMs);
    serverStats(*server, true);
    const Engine::Traffic before = engine.traffic();
    QTest::qWait(watchMs);
    const Engine::Traffic after = engine.traffic();
    const ServerStats stats = serverStats(*server);
    constexpr double seconds = watchMs / 1000.0;
    tell("steady_clips_playing", playingThere(*server), "clips", atLeast(clips));
    tell("steady_tick_mean", stats.meanMs, "ms", atMost(8));
    tell("steady_tick_p99", stats.p99Ms, "ms");
    tell("steady_tick_max", stats.maxMs, "ms");
    tell("steady_sent", (after.sent - before.sent) / seconds, "messages/s", atMost(60));
    tell("steady_received", (after.received - before.received) / seconds, "messages/s", atMost(60));
    tell("steady_divergences", after.divergences, "values", atMost(0));
}

void measureHuge(ServerKind kind)
{
    progress("256x1024: a quarter of a minute to make it, each time");
    measureHugeSight(kind, 0, "huge_free");
    measureHugeSight(kind, costOfLive12Us, "huge_costly");
    progress("256x1024, memory: on the stand-in, which answers fast enough to fill it, up to three "
             "minutes");
    const auto server = startServer(ServerKind::StandIn, LargeSet{256, 1024, 0.5, 2, 0});
    measureHugeMemory(
        *server, QStringLiteral("clipdeckctl"), {QStringLiteral("watch")}, "huge_memory_headless");
    const QTemporaryDir config;
    measureHugeMemory(*server, QStringLiteral("clipdeck"),
        {QStringLiteral("--config"), config.path()}, "huge_memory_clipdeck");
}

} // namespace clipdeck
