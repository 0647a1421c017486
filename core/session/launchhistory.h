// SPDX-License-Identifier: GPL-3.0-or-later
// What played before each launch, so that a launch can be taken back. Pure.
#pragma once

#include "core/live/liveset.h"

#include <optional>
#include <vector>

namespace clipdeck {

/// By track: the scene of the clip that plays, or noSlot.
using Combination = std::vector<int>;

/// Live's own undo knows nothing of launches. Tracks and scenes are told by their places: clear() when those change.
class LaunchHistory {
public:
    /// Something was launched or stopped just now; the mirror still has what plays before it. One gesture may be many calls.
    void note(const LiveSet &set);
    /// The newest combination that is not what plays, or that something waits to end; it is taken out. Nothing: there is
    /// none.
    std::optional<Combination> back(const LiveSet &set);
    void clear() { m_before.clear(); }
    bool isEmpty() const { return m_before.empty(); }

private:
    static constexpr std::size_t most = 64;

    std::vector<Combination> m_before;
};

} // namespace clipdeck
