// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to AbletonOSC, sent a group a tick, and their answers matched.
#pragma once

#include "core/abletonosc/grouptiming.h"
#include "core/abletonosc/openqueries.h"
#include "core/abletonosc/tickbudget.h"

#include <deque>
#include <span>
#include <vector>

namespace clipdeck {

/// AbletonOSC answers in the order of the questions, once per 100 ms tick (docs/abletonosc.md, Transport). So questions
/// go out in groups, each closed by a *fence*: a tagged question whose answer proves that all before it were answered,
/// failed or lost. The next group follows when the fence is back, which keeps one group in every tick and never two.
///
/// What was lost is asked again, after waits of 0, 100, 200, 400 and then always 800 ms. While datagrams get lost, a group
/// is closed by three fences, so that a lost one does not cost a probe's time. While Live is silent nothing is sent but
/// one fence at a time, so nothing piles up in its socket.
///
/// Not a QObject: driven by advance(now) and take(message, now); all times in ms of one clock. Single-threaded.
class QueryPipe {
public:
    /// Sends one datagram: a message, or several as a bundle.
    using Send = std::function<bool(std::span<const OscMessage>)>;

    explicit QueryPipe(Send send);

    /// Queues a question for the next group.
    void ask(Query query);
    /// A number for Query::object that was not used before.
    quint32 newObject() { return ++m_lastObject; }
    /// Sends questions about one thing at once, in one datagram and outside of the groups, and a fence behind them: for
    /// what a hand waits for.
    void askNow(std::vector<Query> queries, qint64 now);

    /// Sends setters or methods at once, in order, and a fence behind them. `ended` is called once, when Live is known to
    /// have had its turn to read them all, with the first error that it raised, or an empty text; that they arrived is
    /// not known by that. On reset() it is called with the reset's reason. `readBack` are questions about what the last
    /// message changes; they go out with it, so that what has gone costs one tick and not two.
    void tell(std::vector<OscMessage> messages, std::function<void(const QString &error)> ended,
        qint64 now, std::vector<Query> readBack = {});

    /// True while no group is under way: the moment to ask for more.
    bool wantsMore(qint64 now) const
    {
        return m_groupFence == 0 && !isSilent() && now - m_groupEndedAt >= gapMs;
    }
    /// What waits for the next group already: questions that were lost.
    ReadCost queued(qint64 now) const;
    /// Questions queued or under way.
    int pending() const { return static_cast<int>(m_waiting.size() + m_open.count()); }

    /// Sends what is due: the next group, or a probe while Live is silent. With `onlyFirst`, everything but questions of
    /// Order::First is held back.
    void advance(qint64 now, bool onlyFirst = false);
    /// Takes a message that arrived. True if it was the answer to a question.
    bool take(const OscMessage &message, qint64 now);
    /// `/live/error` arrived: kept to explain the question that it belongs to.
    void handleError(const QString &text);
    /// Ends the questions that wait for the next group with `reason`: the indexes that they name are others' now. Those
    /// under way may still be answered, but are not asked again.
    void endWaiting(const QString &reason);
    /// Ends every question with `reason` (another host, Live restarted, shutting down).
    void reset(const QString &reason);

    /// Since when, in ms of the clock, a question has been open without any answer to it or a later one; −1: none is.
    qint64 silentSince() const { return m_open.oldestSentAt(); }
    /// Live has not answered for longer than a tick takes, without being given up yet.
    bool isLate(qint64 now) const
    {
        constexpr qint64 twoTicksMs = 250;
        return silentSince() >= 0 && now - silentSince() >= twoTicksMs;
    }
    /// From a fence's departure to its answer; −1 before the first.
    int roundTripMs() const { return m_roundTripMs; }
    /// What a reading costs Live, and how much fits into a tick.
    const TickBudget &budget() const { return m_budget; }
    /// Messages sent and answers taken since the start, and questions whose answer never came.
    int sent() const { return m_sent; }
    int taken() const { return m_taken; }
    int lost() const { return m_lost; }
    /// When a loss was noticed last; −1: never.
    qint64 lastLossAt() const { return m_lastLossAt; }

    /// Called with the tempo that every fence's answer carries.
    std::function<void(double bpm)> fenceAnswered;
    /// Called when Live refused a question because what it is about has gone, which it was not expected to: tracks,
    /// scenes or devices have changed.
    std::function<void()> objectGone;

    /// Some 40 kB: two thirds of Windows' receive buffer, the smallest of the systems that Live runs on.
    static constexpr int mostMessagesInGroup = 800;
    /// Questions of a group share datagrams up to this size, which the network's usual packet of 1,500 bytes holds. For
    /// each datagram in which a message raises, and no matter how many follow it there, Live's reading stands still for a
    /// tick: so what has gone is told in few ticks.
    static constexpr int mostBytesTogether = 1400;
    /// On the machine itself no packet bounds it but macOS' 9,216 bytes.
    static constexpr int mostBytesTogetherHere = 8000;
    void setIsOnThisMachine(bool here)
    {
        m_bytesTogether = here ? mostBytesTogetherHere : mostBytesTogether;
    }
    /// After a fence's answer, before the next group: AbletonOSC reads its socket to the end, and what arrives while it
    /// still reads makes this tick longer instead of waiting for the next one.
    static constexpr qint64 gapMs = 4;
    static constexpr qint64 probeAfterMs
        = 300; ///< Silence before a further fence is sent, and again…
    static constexpr qint64 probeSlowlyAfterMs = 1500; ///< …until here; from then on…
    static constexpr qint64 probeEveryMs = 1000; ///< …at this pace, while it lasts
    /// So long after a loss, more are expected.
    static constexpr qint64 lossyForMs = 5000;

private:
    struct Waiting {
        Query query;
        qint64 notBefore = 0;
    };
    void sendGroup(qint64 now, bool onlyFirst);
    enum class Fence { Plain, StartsClock, ClosesGroup };
    void sendFence(qint64 now, Fence kind);
    OscMessage open(Query query, qint64 now, bool inGroup);
    void sendTogether(std::vector<Query> queries, qint64 now, bool inGroup);
    bool hasStatementsDue(qint64 now) const;
    std::vector<Query> takeLast(qint64 now);
    std::vector<Query> takeDatagram(qint64 now, std::size_t most);
    void end(std::vector<OpenQueries::Unanswered> ended, qint64 now);
    void endRefused(const OpenQueries::Unanswered &refused);
    static void endStatement(const Query &statement);
    static void endMisfit(const Query &query);
    void endLost(OpenQueries::Open lost, qint64 now);
    void noteAnswer(const OpenQueries::Open &open, qint64 now);
    void learn();
    bool isSilent() const { return m_probing; }
    bool isLossy(qint64 now) const { return m_lastLossAt >= 0 && now - m_lastLossAt < lossyForMs; }

    Send m_send;
    std::deque<Waiting> m_waiting;
    OpenQueries m_open;
    TickBudget m_budget;
    GroupTiming m_timing; ///< Of the group under way
    qint32 m_lastTag;
    int m_generation = 0; ///< Counts how often indexes changed their meaning
    quint32 m_lastObject = 0;
    quint64 m_lastDatagram = 0;
    int m_bytesTogether = mostBytesTogether;
    qint32 m_groupFence = 0; ///< The first tag that ends the group under way; 0: none is
    qint64 m_groupEndedAt = -gapMs;
    qint64 m_lastProbe = 0;
    qint64 m_lastLossAt = -1;
    bool m_probing = false;
    int m_roundTripMs = -1;
    int m_sent = 0;
    int m_taken = 0;
    int m_lost = 0;
};

} // namespace clipdeck
