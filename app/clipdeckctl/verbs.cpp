// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/verbs.h"

#include "app/clipdeckctl/simverb.h"

#include <QCoreApplication>

#include <array>

namespace clipdeck {

std::span<const CtlVerb> verbs()
{
    static constexpr std::array rows{
        CtlVerb{"dump", "[--no-devices] [--notes]",
            QT_TRANSLATE_NOOP("clipdeckctl", "the whole set, as JSON"), runDump},
        CtlVerb{"watch", "[--for SECONDS] [--no-devices] [--notes]",
            QT_TRANSLATE_NOOP("clipdeckctl",
                "the whole set, then one line of JSON for each change of it, until the time is "
                "over or it is interrupted"),
            runWatch},
        CtlVerb{
            "launch", "TRACK SCENE", QT_TRANSLATE_NOOP("clipdeckctl", "fire a slot"), runLaunch},
        CtlVerb{"launch-scene", "SCENE", QT_TRANSLATE_NOOP("clipdeckctl", "fire a scene"),
            runLaunchScene},
        CtlVerb{"stop", "TRACK", QT_TRANSLATE_NOOP("clipdeckctl", "stop a track's clips"), runStop},
        CtlVerb{"fade", "in TRACK SCENE SECONDS | out TRACK SECONDS",
            QT_TRANSLATE_NOOP("clipdeckctl",
                "launch a clip and fade it in; fade a track out, stop it and put its volume back"),
            runFade},
        CtlVerb{"stop-all", "", QT_TRANSLATE_NOOP("clipdeckctl", "stop all clips"), runStopAll},
        CtlVerb{
            "play", "", QT_TRANSLATE_NOOP("clipdeckctl", "start from the start position"), runPlay},
        CtlVerb{"continue", "", QT_TRANSLATE_NOOP("clipdeckctl", "go on from where it stopped"),
            runContinue},
        CtlVerb{
            "stop-playing", "", QT_TRANSLATE_NOOP("clipdeckctl", "stop the song"), runStopPlaying},
        CtlVerb{
            "tempo", "[BPM]", QT_TRANSLATE_NOOP("clipdeckctl", "print or set the tempo"), runTempo},
        CtlVerb{"quantization", "[0..13]",
            QT_TRANSLATE_NOOP("clipdeckctl", "print or set the launch quantization"),
            runQuantization},
        CtlVerb{"clip", "TRACK SCENE [set PROPERTY VALUE | length BEATS | extend BARS]",
            QT_TRANSLATE_NOOP("clipdeckctl", "print a clip as JSON, or edit it"), runClip},
        CtlVerb{"param", "TRACK DEVICE PARAM [VALUE]",
            QT_TRANSLATE_NOOP("clipdeckctl", "print or set a parameter, by index or name"),
            runParam},
        CtlVerb{"query", "ADDRESS [ARG…]",
            QT_TRANSLATE_NOOP("clipdeckctl", "send a message and print the answer"), runQuery},
        CtlVerb{
            "send", "ADDRESS [ARG…]", QT_TRANSLATE_NOOP("clipdeckctl", "send a message"), runSend},
        CtlVerb{"midi", "ports | note PORT CHANNEL NOTE VELOCITY MS | cc PORT CHANNEL CC VALUE",
            QT_TRANSLATE_NOOP("clipdeckctl", "list MIDI ports, or send to one"), runMidi,
            CtlVerb::Options::None},
        CtlVerb{"sim", "[--set FILE.als | --empty | --tracks N --scenes M …] [--lenient] [--help]",
            QT_TRANSLATE_NOOP("clipdeckctl", "serve as AbletonOSC until interrupted"),
            [](const CtlOptions &options, const QStringList &arguments) {
                // What stands behind the command goes before what stands in front of it.
                return static_cast<ExitCode>(
                    runSim(*QCoreApplication::instance(), options.words + arguments));
            },
            CtlVerb::Options::OfServing},
    };
    return rows;
}

} // namespace clipdeck
