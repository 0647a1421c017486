// SPDX-License-Identifier: GPL-3.0-or-later
// One query to AbletonOSC: the message, how its answer is recognised, and what is done with it.
#pragma once

#include "core/abletonosc/tickbudget.h"
#include "core/osc/oscmessage.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// Why a query ended without an answer.
struct QueryFailure {
    /// Live raised, and `reason` is its text. Else the query was lost, or the connection ended.
    bool refused = false;
    QString reason;
    bool misfit = false; ///< An answer came that did not fit: Live has changed since
};

/// Whether Live's error says that there is no track, scene, clip, device… at that place (Python's and Live's words for it).
bool isOutOfRange(const QString &error);
/// Whether it says that the answer was larger than a datagram of Live's system may be (Errno EMSGSIZE).
bool isTooLarge(const QString &error);

/// How the answer to a query is recognised, besides by its address.
enum class Match {
    ByIds, ///< It repeats the query's first arguments (Query::ids), and fits
    ByTag, ///< It returns a number of our own, as getters return extra arguments: for certain
    ByShape, ///< It fits, and nothing else tells: a fence behind the query tells at once if it was lost
};

/// Where in its group a query is sent.
enum class Order {
    First, ///< Before all others and in a datagram of its own: whatever they raise neither delays nor loses it
    Any,
    Last, ///< Behind the fence, since Live will likely raise: the tick that this costs is nobody else's
};

/// A query, or a statement, which is not answered. `answered` or `failed` is called exactly once, on the event loop's thread.
struct Query {
    OscMessage message;
    /// Leading arguments that the answer repeats (track, scene, device… indexes).
    int ids = 0;
    Match match = Match::ByIds;
    /// A setter or a method: no answer comes. It ends, `answered` with nothing, when a later answer proves that Live had
    /// its turn to read it, and `failed` when Live raised. It is never sent again: whether it was lost, or done, does not
    /// show here.
    bool isStatement = false;
    /// Whether it shows by other means that Live has done a statement, as a listener's first push does: then no error is
    /// its own. Null: it does not show.
    std::function<bool()> isDone = {};
    /// Live may well raise. An error names neither address nor arguments, and is attributed to such a query first.
    bool mayRaise = false;
    /// API accesses that it costs Live: objects on the way, and properties (TickBudget).
    int reads = 3;
    /// And how many ordinary messages it costs as much as.
    int messages = 1;
    /// How often it may be lost and sent again, each time after a longer wait. A query that Live refuses is not sent again.
    int retries = 8;
    int losses = 0; ///< How often it was lost already: QueryPipe's own account
    /// The answer's arguments without ids and tag.
    std::function<void(const OscArguments &values)> answered = {};
    std::function<void(const QueryFailure &failure)> failed = {};
    /// Whether an answer's shape fits. Null: anything fits.
    std::function<bool(const OscArguments &values)> fits = {};
    /// Where Live refuses a query about many things, the queries about its two halves, so that one bad attribute does not
    /// hide its neighbours. Null, or none: it can't be divided.
    std::function<std::vector<Query>()> halves = {};
    /// Queries about one and the same object, if not 0: when it has gone, all of them have failed.
    quint32 object = 0;
    Order order = Order::Any;

    ReadCost cost() const { return {reads, messages}; }
};

} // namespace clipdeck
