// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/numbers.h"
#include "app/clipdeckctl/verbs.h"
#include "core/live/quantization.h"
#include "core/live/units.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace clipdeck {

namespace {

/// How long a fade takes, in ms: one in waits for its clip first, up to Live's longest launch quantization of 8 bars.
qint64 fadeMs(const Song &song, bool isIn, double seconds)
{
    const double beats = isIn ? 8 * song.signature().bar().value : 0.0;
    const double wait = beats * 60.0 / std::max(song.tempo, slowestTempo);
    return std::llround((seconds + wait) * 1000.0);
}

/// The set without its devices, which these commands do not need and which take longest to read.
CtlOptions withoutDevices(CtlOptions options)
{
    options.live.readDevices = false;
    return options;
}

ExitCode noSuch(const QString &what)
{
    say(what);
    return ExitRefused;
}

} // namespace

ExitCode runLaunch(const CtlOptions &options, const QStringList &arguments)
{
    const auto track = arguments.size() == 2 ? indexFrom(arguments[0]) : std::nullopt;
    const auto scene = arguments.size() == 2 ? indexFrom(arguments[1]) : std::nullopt;
    if (!track || !scene)
        return badArguments(CtlWords::tr("launch needs a track and a scene, counted from 0."));
    const SlotId slot = slotId(*track, *scene);
    CtlConnection session(withoutDevices(options));
    const ExitCode code = session.readSlot(slot);
    if (code != ExitDone)
        return code;
    if (!session.set().slot(slot))
        return noSuch(
            CtlWords::tr("There is no slot %1 %2 in the set: it has %3 tracks and %4 scenes.")
                .arg(*track)
                .arg(*scene)
                .arg(session.set().trackCount())
                .arg(session.set().sceneCount()));
    return session.wish([slot](Commands &commands) { commands.requestLaunch(slot); });
}

ExitCode runLaunchScene(const CtlOptions &options, const QStringList &arguments)
{
    const auto scene = arguments.size() == 1 ? indexFrom(arguments[0]) : std::nullopt;
    if (!scene)
        return badArguments(CtlWords::tr("launch-scene needs a scene, counted from 0."));
    CtlConnection session(withoutDevices(options));
    const ExitCode code = session.readUntil([&] { return session.set().trackCount() > 0; });
    if (code != ExitDone)
        return code;
    return session.wish(
        [&](Commands &commands) { commands.requestSceneLaunch(SceneIndex(*scene)); });
}

ExitCode runStop(const CtlOptions &options, const QStringList &arguments)
{
    const auto track = arguments.size() == 1 ? indexFrom(arguments[0]) : std::nullopt;
    if (!track)
        return badArguments(CtlWords::tr("stop needs a track, counted from 0."));
    CtlConnection session(withoutDevices(options));
    const ExitCode code = session.readUntil([&] { return session.set().trackCount() > 0; });
    if (code != ExitDone)
        return code;
    return session.wish([&](Commands &commands) { commands.requestTrackStop(TrackIndex(*track)); });
}

ExitCode runFade(const CtlOptions &options, const QStringList &arguments)
{
    const bool isIn = arguments.value(0) == QLatin1String("in");
    const bool isOut = arguments.value(0) == QLatin1String("out");
    const bool isWhole = arguments.size() == (isIn ? 4 : 3) && (isIn || isOut);
    const auto track = isWhole ? indexFrom(arguments[1]) : std::nullopt;
    const auto scene = isWhole && isIn ? indexFrom(arguments[2]) : std::optional(0);
    const double seconds = isWhole ? numberFrom(arguments.back()).value_or(0.0) : 0.0;
    if (!track || !scene || seconds <= 0.0 || seconds > Fades::longest)
        return badArguments(CtlWords::tr(
            "fade needs in TRACK SCENE SECONDS, or out TRACK SECONDS: up to 600 seconds."));
    CtlConnection session(withoutDevices(options), CtlConnection::Stay::Long);
    const ExitCode code = session.readAll();
    if (code != ExitDone)
        return code;
    return session.wish(
        [&](Commands &commands) {
            if (isIn)
                commands.requestFadeIn(slotId(*track, *scene), seconds);
            else
                commands.requestFadeOut(TrackIndex(*track), seconds);
        },
        fadeMs(session.set().song(), isIn, seconds));
}

namespace {

/// A wish about the song: nothing of the set needs to be known for it.
ExitCode wishOfSong(
    const CtlOptions &options, const QStringList &arguments, void (Commands::*request)())
{
    if (!arguments.isEmpty())
        return badArguments(arguments.join(u' '));
    CtlConnection session(withoutDevices(options));
    return session.wish([request](Commands &commands) { (commands.*request)(); });
}

/// Prints a property of the song, or sets it.
ExitCode getOrSet(const CtlOptions &options, SongField field, const std::optional<double> &value)
{
    if (!value)
        return runQuery(
            options, {QStringLiteral("/live/song/get/") + QLatin1String(nameOf(field))});
    CtlConnection session(withoutDevices(options));
    return session.wish([&](Commands &commands) { commands.requestSong(field, *value); });
}

} // namespace

ExitCode runPlay(const CtlOptions &options, const QStringList &arguments)
{
    return wishOfSong(options, arguments, &Commands::requestPlay);
}

ExitCode runContinue(const CtlOptions &options, const QStringList &arguments)
{
    return wishOfSong(options, arguments, &Commands::requestContinue);
}

ExitCode runStopPlaying(const CtlOptions &options, const QStringList &arguments)
{
    return wishOfSong(options, arguments, &Commands::requestStopPlaying);
}

ExitCode runTempo(const CtlOptions &options, const QStringList &arguments)
{
    if (arguments.isEmpty())
        return getOrSet(options, SongField::Tempo, std::nullopt);
    const double bpm = numberFrom(arguments.front()).value_or(0.0);
    if (arguments.size() != 1 || bpm < slowestTempo || bpm > fastestTempo)
        return badArguments(CtlWords::tr("tempo takes one number from 20 to 999."));
    return getOrSet(options, SongField::Tempo, bpm);
}

ExitCode runQuantization(const CtlOptions &options, const QStringList &arguments)
{
    if (arguments.isEmpty())
        return getOrSet(options, SongField::ClipTriggerQuantization, std::nullopt);
    const auto value = arguments.size() == 1 ? indexFrom(arguments[0]) : std::nullopt;
    if (!value || *value >= quantizationCount)
        return badArguments(
            CtlWords::tr("quantization takes one number from 0 (none) to 13 (1/32)."));
    return getOrSet(options, SongField::ClipTriggerQuantization, *value);
}

} // namespace clipdeck
