// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation with Live from the command line: wait for the mirror, wish, wait for the confirmation.
#pragma once

#include "app/clipdeckctl/exitcode.h"
#include "core/engine.h"

#include <QTextStream>

#include <functional>

namespace clipdeck {

/// What stands before the command.
struct CtlOptions {
    EngineSettings live;
    int timeoutMs = 3000; ///< Without any answer
};

/// Words go to stderr, so that stdout is data.
void say(const QString &sentence);

/// Runs the event loop until `isTrue` holds or `timeoutMs` have passed; says which.
bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs);

/// An engine and the patience for it. Every function blocks, running the event loop; failures are said on stderr.
class Session {
public:
    explicit Session(const CtlOptions &options);

    Engine &engine() { return m_engine; }
    LiveSet &set() { return m_engine.liveSet(); }

    /// Connects and waits until `isRead` holds of the mirror. Silence of the timeout's length ends it; a mirror that
    /// grows does not. ExitDone, ExitNoAnswer or ExitPortTaken.
    ExitCode readUntil(const std::function<bool()> &isRead);
    /// Reads the whole mirror.
    ExitCode readAll();
    /// Reads the set until this slot is known with all of its clip, or is known not to be there.
    ExitCode readSlot(SlotId slot);
    /// Makes a wish and waits until Live confirmed or refused it.
    ExitCode wish(const std::function<void(Commands &)> &request);

private:
    /// Why it makes no sense to go on waiting, or ExitDone.
    ExitCode obstacle();

    CtlOptions m_options;
    Engine m_engine;
    QString m_refusal;
};

} // namespace clipdeck
