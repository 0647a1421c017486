// SPDX-License-Identifier: GPL-3.0-or-later
// Whether Live's pushes reach us, or another client. Pure; `now` is an argument.
#pragma once

#include "core/abletonosc/listenerset.h"

#include <deque>
#include <unordered_map>

namespace clipdeck {

/// AbletonOSC pushes to whoever spoke to it last, while answers go to those who ask. So our questions may all be answered
/// and the pushes still go elsewhere. This is known by pushes that were expected and did not come:
///
/// - a reading shows that something changed to which we listen, and no push told of it, before or soon after;
/// - the song plays, and no beat came for as long as two beats take.
///
/// One missed push may be a lost datagram; that most of the last ones were missed is another client. Times in ms of the
/// engine's clock.
class FeedWatch {
public:
    /// A push came for `key`.
    void pushed(const ListenerKey &key, qint64 now);
    /// A listener was started and told the value as it is: if that is news, it is none that a push should have told.
    void ignore(const ListenerKey &key, qint64 now) { m_told[key] = now; }
    /// A reading, or a push, made `key` another value in the mirror.
    void changed(const ListenerKey &key, qint64 now);
    /// Live pushed a beat.
    void beat(qint64 now);
    /// Whether beats are to be expected: the song plays, at so many beats a minute.
    void setPlaying(bool playing, double bpm, qint64 now);
    /// Judges what should have come by now.
    void advance(qint64 now);
    /// The script was started again: what was expected of the old one will not come.
    void forget();

    /// Most pushes of late went elsewhere.
    bool isElsewhere() const { return m_isElsewhere; }
    /// Pushes that were expected and did not come, since the start.
    int missed() const { return m_missed; }
    /// When the last one was missed; −1: never.
    qint64 lastMissedAt() const { return m_lastMissedAt; }

    static constexpr qint64 graceMs = 350; ///< Between a reading and the push that may still come

private:
    void note(bool came, qint64 now);
    qint64 beatPatienceMs() const;

    using Times = std::unordered_map<ListenerKey, qint64, ListenerKeyHash>;

    Times m_lastPush;
    Times m_told;
    Times m_expected; ///< Since when
    std::deque<std::pair<qint64, bool>> m_outcomes; ///< The last ones: when, and whether it came
    bool m_playing = false;
    double m_bpm = 120.0;
    qint64 m_beatDueFrom = -1; ///< The last beat, or when beats became due
    bool m_isElsewhere = false;
    int m_missed = 0;
    qint64 m_lastMissedAt = -1;
};

} // namespace clipdeck
