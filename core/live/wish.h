// SPDX-License-Identifier: GPL-3.0-or-later
// What the user wants and Live has not confirmed yet.
#pragma once

#include "core/live/target.h"

#include <QString>

namespace clipdeck {

/// A wish shows as "pending" when Live has been silent for this long (docs/look.md, States of a cell).
constexpr qint64 pendingAfterMs = 400;
/// A refusal is shown for this long.
constexpr qint64 refusedForMs = 4000;

/// A wish on its way. Confirmed wishes are not kept: the mirror then has the value.
struct Wish {
    enum class State : quint8 {
        Sent, ///< Live has been told; waiting for it to show
        Refused, ///< Live did not take it; kept for a while so that it can be seen
    };
    State state = State::Sent;
    LiveValue value; ///< What it should become; nothing for actions
    qint64 since = 0; ///< When it was made or refused, in ms of the engine's clock
    QString reason; ///< Refused: why, for the user

    bool operator==(const Wish &) const = default;

    bool isSent() const { return state == State::Sent; }
    bool isRefused() const { return state == State::Refused; }
    /// Live has been silent about it for so long that the user is told.
    bool isPending(qint64 now) const { return isSent() && now - since >= pendingAfterMs; }
    /// It was refused long enough ago to be forgotten.
    bool isOver(qint64 now) const { return isRefused() && now - since >= refusedForMs; }
};

} // namespace clipdeck
