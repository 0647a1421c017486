// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of clipdeckctl, one function each.
#pragma once

#include "app/clipdeckctl/ctlconnection.h"

#include <QStringList>

#include <span>

namespace clipdeck {

/// A command: its name, its arguments for the help text, and what it does with them (without its own name).
struct CtlVerb {
    const char *name;
    const char *arguments;
    const char *help;
    ExitCode (*run)(const CtlOptions &options, const QStringList &arguments);
    /// Which of the options before the command mean something to it; the others are refused.
    enum class Options {
        OfLive, ///< All of them: it speaks to Live
        OfServing, ///< Ports and address: it answers in place of Live
        None,
    };
    Options options = Options::OfLive;
};

std::span<const CtlVerb> verbs();

/// Complains about a command's arguments and gives ExitUsage.
ExitCode badArguments(const QString &what);

// The mirror (verbs_watch.cpp).
ExitCode runDump(const CtlOptions &, const QStringList &);
ExitCode runWatch(const CtlOptions &, const QStringList &);
// What Live does (verbs_set.cpp).
ExitCode runLaunch(const CtlOptions &, const QStringList &);
ExitCode runLaunchScene(const CtlOptions &, const QStringList &);
ExitCode runStop(const CtlOptions &, const QStringList &);
ExitCode runFade(const CtlOptions &, const QStringList &);
ExitCode runPlay(const CtlOptions &, const QStringList &);
ExitCode runContinue(const CtlOptions &, const QStringList &);
ExitCode runStopPlaying(const CtlOptions &, const QStringList &);
ExitCode runTempo(const CtlOptions &, const QStringList &);
ExitCode runQuantization(const CtlOptions &, const QStringList &);
// Clips and parameters (verbs_edit.cpp).
ExitCode runClip(const CtlOptions &, const QStringList &);
ExitCode runParam(const CtlOptions &, const QStringList &);
// Plain OSC (verbs_osc.cpp).
ExitCode runQuery(const CtlOptions &, const QStringList &);
ExitCode runSend(const CtlOptions &, const QStringList &);
ExitCode runStopAll(const CtlOptions &, const QStringList &);

// MIDI (verbs_midi.cpp).
ExitCode runMidi(const CtlOptions &, const QStringList &);

} // namespace clipdeck
