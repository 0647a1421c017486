// SPDX-License-Identifier: GPL-3.0-or-later
// One question to AbletonOSC: the message, how its answer is known, and what to do with it.
#pragma once

#include "core/osc/oscmessage.h"

#include <functional>

namespace clipdeck {

/// Why a question ended without an answer.
struct QueryFailure {
    bool refused
        = false; ///< Live raised; `reason` is its text. Else it was lost, or the connection ended
    QString reason;
};

/// A question. `answered` or `failed` is called exactly once, on the event loop's thread.
struct Query {
    OscMessage message;
    /// Leading arguments that the answer repeats (track, scene, device… indexes).
    int ids = 0;
    /// The getter returns extra arguments, so a tag goes along and the answer is known for certain.
    bool tagged = false;
    /// A setter or a method: no answer comes. It ends, `answered` with nothing, when a later answer proves that Live had
    /// it, and `failed` when Live raised. It is never sent again.
    bool isStatement = false;
    /// Live may well raise: it is the first to be blamed for an error, which names neither address nor arguments.
    bool mayRaise = false;
    /// Properties that Live has to read for it.
    int reads = 1;
    /// How often it may be lost and asked again. A question that Live refuses is not asked again.
    int retries = 8;
    /// The answer's arguments without ids and tag.
    std::function<void(const OscArguments &values)> answered = {};
    std::function<void(const QueryFailure &failure)> failed = {};
    /// For answers that nothing but their address identifies: whether their shape fits. Null: anything fits.
    std::function<bool(const OscArguments &values)> fits = {};
};

} // namespace clipdeck
