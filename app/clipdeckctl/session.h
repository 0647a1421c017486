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
/// Says why something can't be done, and gives the status for it.
ExitCode refuse(const QString &why);

/// Runs the event loop until `isTrue` holds or `timeoutMs` have passed; says which.
bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs);

/// An engine and the patience for it. Every function blocks, running the event loop; failures are said on stderr.
class Session {
public:
    /// A short visit does without listeners in Live, a long one has Live push its changes.
    enum class Stay { Short, Long };

    explicit Session(const CtlOptions &options, Stay stay = Stay::Short);

    Engine &engine() { return m_engine; }
    LiveSet &set() { return m_engine.liveSet(); }

    /// Connects and waits until `isRead` holds of the mirror. Silence of the timeout's length ends it; a mirror that
    /// grows does not. ExitDone, ExitNoAnswer or ExitPortTaken.
    ExitCode readUntil(const std::function<bool()> &isRead);
    /// Reads the whole mirror.
    ExitCode readAll();
    /// Reads the set until this slot is known with all of its clip, or is known not to be there.
    ExitCode readSlot(SlotId slot);
    /// Reads the notes of every MIDI clip of the mirror. ExitNoAnswer, said, where Live does not give them all.
    ExitCode readNotes();
    /// Lets the mirror follow Live until `isOver` holds, whatever becomes of the connection meanwhile.
    void runUntil(const std::function<bool()> &isOver);
    /// Makes a wish and waits until Live confirmed or refused it; of a fade, until it is over.
    ExitCode wish(const std::function<void(Commands &)> &request);

private:
    /// Why it makes no sense to go on waiting, or ExitDone.
    ExitCode obstacle();

    CtlOptions m_options;
    Engine m_engine;
    QString m_refusal;
};

} // namespace clipdeck
