// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to AbletonOSC, sent a group a tick, and their answers matched.
#pragma once

#include "core/abletonosc/query.h"
#include "core/abletonosc/tickbudget.h"

#include <deque>
#include <vector>

namespace clipdeck {

/// AbletonOSC answers in the order of the questions, once per 100 ms tick (ABLETONOSC.md, Transport). So questions go out
/// in groups, each closed by a *fence*: a tagged question whose answer proves that all before it were answered, failed
/// or lost. The next group follows when the fence is back, which keeps one group in every tick and never two.
///
/// Not a QObject: driven by advance(now) and take(message, now); all times in ms of one clock. Single-threaded.
class QueryPipe {
public:
    using Send = std::function<bool(const OscMessage &)>;

    explicit QueryPipe(Send send);

    /// Queues a question for the next group.
    void ask(Query query);
    /// Sends a question at once, outside of the groups: for what a hand waits for. Its answer serves as a fence too.
    void askNow(Query query, qint64 now);

    /// Sends setters or methods at once, in order, and a fence behind them. `ended` is called once, when Live is known to
    /// have had them all, with the first error that it raised, or an empty text.
    void tell(std::vector<OscMessage> messages, std::function<void(const QString &error)> ended,
        qint64 now);

    /// True while no group is under way and nothing is queued: the moment to ask for more.
    bool wantsMore(qint64 now) const
    {
        return m_waiting.empty() && m_groupFence == 0 && !isSilent()
            && now - m_groupEndedAt >= gapMs;
    }
    /// Questions queued or under way.
    int pending() const { return static_cast<int>(m_waiting.size() + m_open.size()); }

    /// Sends what is due: the next group, or a probe while Live is silent.
    void advance(qint64 now);
    /// Takes a message that arrived. True if it was the answer to a question.
    bool take(const OscMessage &message, qint64 now);
    /// `/live/error` arrived: kept to explain the question that it belongs to.
    void takeError(const QString &text);
    /// Ends every question with `reason` (another host, Live restarted, shutting down).
    void reset(const QString &reason);

    /// Since when, in ms of the clock, a question has been open without any answer to it or a later one; −1: none is.
    qint64 silentSince() const;
    /// From a fence's departure to its answer; −1 before the first.
    int roundTripMs() const { return m_roundTripMs; }
    /// What a reading costs Live, and how much fits into a tick.
    const TickBudget &budget() const { return m_budget; }
    /// Messages sent and answers taken since the start.
    int sent() const { return m_sent; }
    int taken() const { return m_taken; }

    /// Called with the tempo that every fence's answer carries.
    std::function<void(double bpm)> fenceAnswered;

    static constexpr int mostMessagesInGroup
        = 150; ///< Below Linux's default of about 256 waiting datagrams
    /// After a fence's answer, before the next group: AbletonOSC reads its socket to the end, and what arrives while it
    /// still reads makes this tick longer instead of waiting for the next one.
    static constexpr qint64 gapMs = 20;
    static constexpr qint64 probeAfterMs = 300; ///< Silence before a further fence is sent
    static constexpr qint64 probeEveryMs = 1000; ///< And again, while it lasts

private:
    struct Open {
        Query query;
        qint32 tag = 0; ///< 0: not tagged
        qint64 sentAt = 0;
        bool inGroup = false;
    };
    using OpenList = std::deque<Open>;

    void sendGroup(qint64 now);
    void sendFence(qint64 now, bool closesGroup);
    void send(Query query, qint64 now, bool inGroup);
    OpenList::iterator findOpen(const OscMessage &message);
    void endBefore(OpenList::iterator answered);
    void endUnanswered(Query query, const QString &error);
    void learn(qint64 now);
    bool isSilent() const { return m_probing; }

    Send m_send;
    std::deque<Query> m_waiting;
    OpenList m_open; ///< In order of sending
    std::deque<QString> m_errors; ///< Told since the last fence
    TickBudget m_budget;
    qint32 m_lastTag;
    qint32 m_groupFence = 0; ///< The tag that ends the group under way; 0: none is
    int m_groupReads = 0;
    qint64 m_groupEndedAt = -gapMs;
    qint64 m_groupFirstAnswer = -1;
    qint64 m_lastProbe = 0;
    bool m_probing = false;
    int m_roundTripMs = -1;
    int m_sent = 0;
    int m_taken = 0;
};

} // namespace clipdeck
