// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation with Live from the command line: wait for the mirror, wish, wait for the confirmation.
#pragma once

#include "app/clipdeckctl/exitcode.h"
#include "core/engine.h"

#include <QStringList>
#include <QTextStream>

#include <functional>

namespace clipdeck {

/// What stands before the command.
struct CtlOptions {
    EngineSettings live;
    int timeoutMs = 3000; ///< Without any answer, or without getting on
    /// Those that were given, `--port` and its value each as a word: for a command that reads them itself.
    QStringList words;
};

/// Words go to stderr, so that stdout is data.
void say(const QString &sentence);
/// Says why something can't be done, and gives the status for it.
ExitCode refuse(const QString &why);

/// Runs the event loop until `isTrue` holds or `timeoutMs` have passed; says which.
bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs);

/// An engine and the patience for it. Every function blocks, running the event loop; failures are said on stderr.
class CtlConnection {
public:
    /// A short visit does without listeners in Live, a long one has Live push its changes.
    enum class Stay { Short, Long };

    explicit CtlConnection(const CtlOptions &options, Stay stay = Stay::Short);

    Engine &engine() { return m_engine; }
    LiveSet &set() { return m_engine.liveSet(); }

    /// Connects and waits until `isRead` holds of the mirror. Silence of the timeout's length ends it, and a mirror that
    /// has not grown for so long, though Live answers. ExitDone, ExitNoAnswer or ExitPortTaken.
    ExitCode readUntil(const std::function<bool()> &isRead);
    /// Reads the whole mirror.
    ExitCode readAll();
    /// Reads the set until this slot is known with all of its clip, or is known not to be there.
    ExitCode readSlot(SlotId slot);
    /// Reads the notes of every MIDI clip of the mirror. ExitNoAnswer, said, where Live does not give them all.
    ExitCode readNotes();
    /// Reads a parameter's value and Live's text for it.
    ExitCode readParameter(ParameterId parameter);
    /// Lets the mirror follow Live until `isOver` holds, whatever becomes of the connection meanwhile.
    void runUntil(const std::function<bool()> &isOver);
    /// Makes a wish and waits until Live confirmed or refused it, for the timeout's length, and for `lastsMs` more: so
    /// long takes what was wished for, such as a fade.
    ExitCode wish(const std::function<void(Commands &)> &request, qint64 lastsMs = 0);

private:
    /// Why it makes no sense to go on waiting, or ExitDone.
    ExitCode obstacle();
    /// Waits until `isDone` holds, as long as nothing stands in the way and `progress` grows at least every `limitMs`.
    ExitCode await(const std::function<bool()> &isDone, const std::function<qint64()> &progress,
        qint64 limitMs);

    CtlOptions m_options;
    Engine m_engine;
    QString m_refusal;
};

} // namespace clipdeck
