// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the mirror against Live, a slice at a time, without touching it.
#pragma once

#include "core/abletonosc/querypipe.h"
#include "core/live/liveset.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace clipdeck {

/// The conscience of the mirror: every second it asks Live for a few values anew, a track's, a scene's, a clip's or the
/// song's, and compares the answers with the mirror instead of applying them.
///
/// A difference alone is no fault: Live may have changed a moment ago, and the mirror learns of it by a push or by its
/// next reading. So a difference is a suspicion at first. It becomes a **divergence**, which is counted, when
///
/// - the mirror has since *been told*: a reading that covers the value has ended a second after the suspicion or later, and
///   so was asked for after it, or `patienceMs` have passed, in which that should have been; and
/// - Live, asked once more, still has the same value, and the mirror still another one; and
/// - tracks and scenes have not moved meanwhile, and no wish of the user is on its way to that value.
///
/// So what counts is only what the ages of readings and pending changes do not explain, and in a sound mirror it stays 0.
/// Not a QObject; driven by advance(). Single-threaded; `now` in ms of the engine's clock.
class Audit {
public:
    Audit(LiveSet &set, QueryPipe &pipe);

    /// Asks what is due. `readAt` tells when the reading that covers a target ended last, −1 for never.
    void advance(qint64 now, const std::function<qint64(const Target &)> &readAt);
    /// Tracks or scenes moved, or Live was restarted: what was suspected is about others.
    void forget();

    /// Values compared, and divergences found, since the start.
    int compared() const { return m_compared; }
    int divergences() const { return m_divergences; }
    /// The last divergence in words, for a log; empty: none.
    QString lastDivergence() const { return m_last; }
    /// Called for each divergence, so that it can be read again.
    std::function<void(const Target &)> diverged;

    static constexpr qint64 everyMs = 1000;
    static constexpr qint64 patienceMs = 60000;
    static constexpr qint64 lookAgainMs = 500; ///< Between two looks at a suspect

private:
    struct Suspect {
        LiveValue live; ///< What Live had
        qint64 since = 0;
        qint64 lookedAt = 0;
    };

    void ask(const Target &target);
    void compare(const Target &target, const LiveValue &live);
    void judge(const Target &target, const LiveValue &live, const LiveValue &ours);
    std::vector<Target> slice();

    LiveSet &m_set;
    QueryPipe &m_pipe;
    std::map<Target, Suspect> m_suspects;
    std::set<Target> m_unreadable; ///< Live refused to tell: it would again
    std::function<qint64(const Target &)> m_readAt;
    qint64 m_now = 0;
    qint64 m_slicedAt = 0;
    int m_generation = 0; ///< Of the indexes: an answer of an older one is about others
    int m_turn = 0;
    int m_compared = 0;
    int m_divergences = 0;
    QString m_last;
};

} // namespace clipdeck
