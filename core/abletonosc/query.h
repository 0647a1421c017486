// SPDX-License-Identifier: GPL-3.0-or-later
// One question to AbletonOSC: the message, how its answer is known, and what to do with it.
#pragma once

#include "core/abletonosc/tickbudget.h"
#include "core/osc/oscmessage.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// Why a question ended without an answer.
struct QueryFailure {
    bool refused
        = false; ///< Live raised; `reason` is its text. Else it was lost, or the connection ended
    QString reason;
    bool misfit = false; ///< An answer came that did not fit: Live has changed since
};

/// Whether Live's error says that there is no track, scene, clip, device… at that place (Python's and Live's words for it).
bool isOutOfRange(const QString &error);
/// Whether it says that the answer was larger than a datagram of Live's system may be (Errno EMSGSIZE).
bool isTooLarge(const QString &error);

/// A question. `answered` or `failed` is called exactly once, on the event loop's thread.
struct Query {
    OscMessage message;
    /// Leading arguments that the answer repeats (track, scene, device… indexes).
    int ids = 0;
    /// The getter returns extra arguments, so a tag goes along and the answer is known for certain.
    bool tagged = false;
    /// A setter or a method: no answer comes. It ends, `answered` with nothing, when a later answer proves that Live had
    /// its turn to read it, and `failed` when Live raised. It is never sent again: whether it was lost, or done, does not
    /// show here.
    bool isStatement = false;
    /// Whether it shows by other means that Live has done a statement, as a listener's first push does: then no error is
    /// its own. Null: it does not show.
    std::function<bool()> isDone = {};
    /// Live may well raise: it is the first to be blamed for an error, which names neither address nor arguments.
    bool mayRaise = false;
    /// What Live has to touch for it: objects on the way and properties (TickBudget).
    int reads = 3;
    /// And how many ordinary messages it costs as much as.
    int messages = 1;
    /// How often it may be lost and asked again, each time after a longer wait. A question that Live refuses is not asked
    /// again.
    int retries = 8;
    int losses = 0; ///< How often it was lost already: QueryPipe's own account
    /// The answer's arguments without ids and tag.
    std::function<void(const OscArguments &values)> answered = {};
    std::function<void(const QueryFailure &failure)> failed = {};
    /// For answers that nothing but their address identifies: whether their shape fits. Null: anything fits.
    std::function<bool(const OscArguments &values)> fits = {};
    /// Where Live refuses a question about many things, the questions about its two halves, so that one bad attribute
    /// does not hide its neighbours. Null, or none: it can't be divided.
    std::function<std::vector<Query>()> halves = {};
    /// Questions about one and the same object, if not 0: when it has gone, all of them have failed.
    quint32 object = 0;
    /// Goes before all others in its group, in a datagram that it shares with none of them: so whatever they raise neither
    /// delays nor loses it.
    bool isFirst = false;
    /// Live will likely raise, as that is the only way to learn something: goes behind its group's fence, so that the tick
    /// that this costs is nobody else's.
    bool isLast = false;
    /// Only its address and shape identify the answer: a fence behind it tells at once if it was lost.
    bool fenced = false;

    ReadCost cost() const { return {reads, messages}; }
};

} // namespace clipdeck
