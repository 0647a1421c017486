// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/verbs.h"

#include "app/clipdeckctl/simverb.h"

#include <QCoreApplication>

#include <array>

namespace clipdeck {

std::span<const Verb> verbs()
{
    static constexpr std::array rows{
        Verb{"dump", "[--no-devices] [--notes]",
            QT_TRANSLATE_NOOP("clipdeckctl", "the whole set, as JSON"), runDump},
        Verb{"watch", "[--for SECONDS] [--no-devices] [--notes]",
            QT_TRANSLATE_NOOP("clipdeckctl",
                "the whole set, then one line of JSON for each change of it, until the time is "
                "over or it is interrupted"),
            runWatch},
        Verb{"launch", "TRACK SCENE", QT_TRANSLATE_NOOP("clipdeckctl", "fire a slot"), runLaunch},
        Verb{"launch-scene", "SCENE", QT_TRANSLATE_NOOP("clipdeckctl", "fire a scene"),
            runLaunchScene},
        Verb{"stop", "TRACK", QT_TRANSLATE_NOOP("clipdeckctl", "stop a track's clips"), runStop},
        Verb{"fade", "in TRACK SCENE SECONDS | out TRACK SECONDS",
            QT_TRANSLATE_NOOP("clipdeckctl",
                "launch a clip and fade it in; fade a track out, stop it and put its volume back"),
            runFade},
        Verb{"stop-all", "", QT_TRANSLATE_NOOP("clipdeckctl", "stop all clips"), runStopAll},
        Verb{
            "play", "", QT_TRANSLATE_NOOP("clipdeckctl", "start from the start position"), runPlay},
        Verb{"continue", "", QT_TRANSLATE_NOOP("clipdeckctl", "go on from where it stopped"),
            runContinue},
        Verb{"stop-playing", "", QT_TRANSLATE_NOOP("clipdeckctl", "stop the song"), runStopPlaying},
        Verb{
            "tempo", "[BPM]", QT_TRANSLATE_NOOP("clipdeckctl", "print or set the tempo"), runTempo},
        Verb{"quantization", "[0..13]",
            QT_TRANSLATE_NOOP("clipdeckctl", "print or set the launch quantization"),
            runQuantization},
        Verb{"clip", "TRACK SCENE [set PROPERTY VALUE | length BEATS | extend BARS]",
            QT_TRANSLATE_NOOP("clipdeckctl", "print a clip as JSON, or edit it"), runClip},
        Verb{"param", "TRACK DEVICE PARAM [VALUE]",
            QT_TRANSLATE_NOOP("clipdeckctl", "print or set a parameter, by index or name"),
            runParam},
        Verb{"query", "ADDRESS [ARG…]",
            QT_TRANSLATE_NOOP("clipdeckctl", "send a message and print the answer"), runQuery},
        Verb{"send", "ADDRESS [ARG…]", QT_TRANSLATE_NOOP("clipdeckctl", "send a message"), runSend},
        Verb{"midi", "ports | note PORT CHANNEL NOTE VELOCITY MS | cc PORT CHANNEL CC VALUE",
            QT_TRANSLATE_NOOP("clipdeckctl", "list MIDI ports, or send to one"), runMidi},
        Verb{"sim", "[--set FILE.als | --empty | --tracks N --scenes M …] [--lenient] [--help]",
            QT_TRANSLATE_NOOP("clipdeckctl", "serve as AbletonOSC until interrupted"),
            [](const CtlOptions &, const QStringList &arguments) {
                return static_cast<ExitCode>(runSim(*QCoreApplication::instance(), arguments));
            }},
    };
    return rows;
}

} // namespace clipdeck
