// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/querypipe.h"

#include "core/logging/logging.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace clipdeck {

namespace {

// Above every value that Live sends (colours end at 0xFFFFFF), so that a tag is never taken for one.
constexpr qint32 firstTag = 0x40000000;
/// Where the counting begins is chance: answers to a program that had our port before us must not look like ours.
constexpr qint32 startingTags = 0x20000000;
constexpr int fencesWhenLossy = 3;

const QString &fenceAddress()
{
    static const QString address = QStringLiteral("/live/song/get/tempo");
    return address;
}

/// About what a message takes in a datagram (OSC 1.0: address and type tags padded to four bytes, four for a number).
int bytesOf(const OscMessage &message)
{
    constexpr int padding = 12;
    qsizetype out = message.address.size() + padding;
    for (const OscArgument &argument : message.arguments) {
        const auto *text = std::get_if<QString>(&argument);
        out += text ? text->size() + 6 : 5;
    }
    return static_cast<int>(out);
}

/// How long a question waits that was lost so often.
qint64 waitAfter(int losses)
{
    constexpr qint64 step = 100;
    constexpr qint64 longest = 800;
    return losses <= 1 ? 0 : std::min(longest, step << std::min(losses - 2, 8));
}

} // namespace

bool isOutOfRange(const QString &error)
{
    return error.contains(QLatin1String("ndex out of range"))
        || error.contains(QLatin1String("'NoneType' object has no attribute"));
}

bool isTooLarge(const QString &error)
{
    return error.contains(QLatin1String("Message too long"))
        || error.contains(QLatin1String("WinError 10040"));
}

QueryPipe::QueryPipe(Send send)
    : m_send(std::move(send))
    , m_lastTag(firstTag + QRandomGenerator::global()->bounded(startingTags))
{
}

void QueryPipe::ask(Query query)
{
    m_waiting.push_back({std::move(query), 0});
}

void QueryPipe::askNow(std::vector<Query> queries, qint64 now)
{
    const quint32 object = newObject();
    for (Query &query : queries)
        query.object = object;
    sendTogether(std::move(queries), now, false);
    sendFence(now, Fence::Plain);
}

void QueryPipe::tell(std::vector<OscMessage> messages,
    std::function<void(const QString &error)> ended, qint64 now, std::vector<Query> readBack)
{
    struct Progress {
        std::size_t missing;
        QString error;
    };
    const auto progress = std::make_shared<Progress>(Progress{messages.size(), {}});
    const auto end = [progress, ended = std::move(ended)](const QString &error) {
        if (progress->error.isEmpty())
            progress->error = error;
        if (--progress->missing == 0)
            ended(progress->error);
    };
    const quint32 object = newObject();
    for (Query &query : readBack)
        query.object = object;
    for (OscMessage &message : messages) {
        Query statement{std::move(message)};
        statement.object = object;
        statement.isStatement = true;
        statement.mayRaise = true;
        statement.answered = [end](const OscArguments &) { end({}); };
        statement.failed = [end](const QueryFailure &failure) { end(failure.reason); };
        std::vector<Query> together;
        together.push_back(std::move(statement));
        if (&message == &messages.back())
            std::ranges::move(readBack, std::back_inserter(together));
        sendTogether(std::move(together), now, false);
    }
    for (int i = 0; i < (isLossy(now) ? fencesWhenLossy : 1); ++i)
        sendFence(now, Fence::Plain);
}

ReadCost QueryPipe::queued(qint64 now) const
{
    ReadCost out;
    for (const Waiting &one : m_waiting) {
        if (one.notBefore <= now)
            out += one.query.cost();
    }
    return out;
}

void QueryPipe::advance(qint64 now, bool onlyFirst)
{
    const qint64 since = silentSince();
    if (since >= 0 && now - since >= probeAfterMs) {
        const qint64 every = now - since < probeSlowlyAfterMs ? probeAfterMs : probeEveryMs;
        if (!m_probing || now - m_lastProbe >= every) {
            m_probing = true;
            m_lastProbe = now;
            sendFence(now, Fence::Plain);
        }
        return;
    }
    if (wantsMore(now) && !m_waiting.empty())
        sendGroup(now, onlyFirst);
}

void QueryPipe::sendGroup(qint64 now, bool onlyFirst)
{
    m_timing.begin();
    // The price is learned from the time between the first and the last answer: where questions are few and large, an
    // easy one in front starts the clock. So it does before statements, which nothing answers: they would seem to be free.
    constexpr int fewQuestions = 12;
    const ReadCost due = queued(now);
    const bool isQuiet = due.messages < fewQuestions || hasStatementsDue(now);
    if (!onlyFirst && due.messages > 0 && isQuiet && due.reads >= TickBudget::enoughReads)
        sendFence(now, Fence::StartsClock);
    std::vector<Query> last = onlyFirst ? std::vector<Query>() : takeLast(now);
    std::ranges::stable_partition(
        m_waiting, [](const Waiting &one) { return one.query.order == Order::First; });
    std::deque<Waiting> later;
    while (!m_waiting.empty()) {
        const Waiting &next = m_waiting.front();
        const bool isHeld = onlyFirst && next.query.order != Order::First;
        if (isHeld || next.notBefore > now || m_timing.size().messages >= mostMessagesInGroup) {
            later.push_back(std::move(m_waiting.front()));
            m_waiting.pop_front();
            continue;
        }
        std::vector<Query> together = takeDatagram(
            now, static_cast<std::size_t>(mostMessagesInGroup - m_timing.size().messages));
        for (const Query &query : together)
            m_timing.add(query.cost());
        const bool fenced = together.back().match == Match::ByShape && isLossy(now);
        sendTogether(std::move(together), now, true);
        if (fenced)
            sendFence(now, Fence::Plain);
    }
    m_waiting = std::move(later);
    if (m_timing.size().messages == 0 && last.empty())
        return;
    m_groupFence = m_lastTag + 1;
    for (int i = 0; i < (isLossy(now) ? fencesWhenLossy : 1); ++i)
        sendFence(now, Fence::ClosesGroup);
    for (Query &query : last) {
        std::vector<Query> alone;
        alone.push_back(std::move(query));
        sendTogether(std::move(alone), now, false);
        sendFence(now, Fence::Plain);
    }
}

bool QueryPipe::hasStatementsDue(qint64 now) const
{
    return std::ranges::any_of(m_waiting,
        [now](const Waiting &one) { return one.query.isStatement && one.notBefore <= now; });
}

std::vector<Query> QueryPipe::takeLast(qint64 now)
{
    const auto first = std::ranges::stable_partition(m_waiting, [now](const Waiting &one) {
        return one.query.order != Order::Last || one.notBefore > now;
    }).begin();
    std::vector<Query> out;
    for (auto it = first; it != m_waiting.end(); ++it)
        out.push_back(std::move(it->query));
    m_waiting.erase(first, m_waiting.end());
    return out;
}

std::vector<Query> QueryPipe::takeDatagram(qint64 now, std::size_t most)
{
    std::vector<Query> out;
    int room = m_bytesTogether;
    const bool areFirst = m_waiting.front().query.order == Order::First;
    while (!m_waiting.empty() && m_waiting.front().notBefore <= now
        && (m_waiting.front().query.order == Order::First) == areFirst) {
        room -= bytesOf(m_waiting.front().query.message);
        // What a fence must follow goes last: nothing else tells so soon that it was lost.
        const bool isFull = room < 0 || out.size() >= most
            || (!out.empty() && out.back().match == Match::ByShape && isLossy(now));
        if (isFull && !out.empty())
            break;
        out.push_back(std::move(m_waiting.front().query));
        m_waiting.pop_front();
    }
    return out;
}

void QueryPipe::sendTogether(std::vector<Query> queries, qint64 now, bool inGroup)
{
    ++m_lastDatagram;
    std::vector<OscMessage> messages;
    for (Query &query : queries)
        messages.push_back(open(std::move(query), now, inGroup));
    m_send(messages); // what the system refuses counts as lost: the connection tells of it
}

void QueryPipe::sendFence(qint64 now, Fence kind)
{
    Query fence{OscMessage{fenceAddress(), {}}};
    fence.match = Match::ByTag;
    fence.retries = 0;
    fence.answered = [this](const OscArguments &values) {
        const std::optional<double> bpm = values.empty() ? std::nullopt : toDouble(values.front());
        if (bpm && fenceAnswered)
            fenceAnswered(*bpm);
    };
    OpenQueries::Open opened{
        std::move(fence), ++m_lastTag, now, kind != Fence::Plain, true, ++m_lastDatagram};
    OscMessage message = opened.query.message;
    message.arguments.emplace_back(opened.tag);
    ++m_sent;
    m_send({&message, 1});
    m_open.add(std::move(opened));
}

OscMessage QueryPipe::open(Query query, qint64 now, bool inGroup)
{
    OpenQueries::Open opened{
        std::move(query), 0, now, inGroup, false, m_lastDatagram, m_generation};
    OscMessage message = opened.query.message;
    if (opened.query.match == Match::ByTag) {
        opened.tag = ++m_lastTag;
        message.arguments.emplace_back(opened.tag);
    }
    ++m_sent;
    m_open.add(std::move(opened));
    return message;
}

bool QueryPipe::take(const OscMessage &message, qint64 now)
{
    std::optional<OpenQueries::Answer> answer = m_open.take(message);
    if (!answer)
        return false;
    ++m_taken;
    m_probing = false;
    noteAnswer(answer->open, now);
    const bool closesGroup = m_groupFence != 0 && answer->open.tag >= m_groupFence;
    end(std::move(answer->before), now);
    if (closesGroup) {
        if (answer->open.isFence)
            learn();
        m_groupFence = 0;
        m_groupEndedAt = now;
    }
    if (answer->open.query.answered)
        answer->open.query.answered(answer->values);
    return true;
}

void QueryPipe::noteAnswer(const OpenQueries::Open &open, qint64 now)
{
    if (open.tag != 0)
        m_roundTripMs = static_cast<int>(now - open.sentAt);
    if (!open.inGroup)
        return;
    m_timing.answered(open.query.cost(), now);
}

void QueryPipe::end(std::vector<OpenQueries::Unanswered> ended, qint64 now)
{
    for (OpenQueries::Unanswered &one : ended) {
        const bool isOld = one.open.generation != m_generation;
        // If the object has gone, all queries about it have failed. Any other error concerns only the query that raised it:
        // what stood behind that one was not read, and is sent again.
        const bool hasFailedToo = isOutOfRange(one.error) && one.sharesObject;
        if (one.unread && !isOld && !hasFailedToo)
            m_waiting.push_back({std::move(one.open.query), now});
        else if (!one.error.isEmpty())
            endRefused(one);
        else if (one.open.query.isStatement)
            endStatement(one.open.query);
        else if (one.open.isMisfit)
            endMisfit(one.open.query);
        else
            endLost(std::move(one.open), now);
    }
}

void QueryPipe::endRefused(const OpenQueries::Unanswered &refused)
{
    const Query &query = refused.open.query;
    qCDebug(lcQueries) << "refused" << describe(query.message) << refused.error;
    if (refused.open.inGroup)
        m_timing.spoil();
    if (isOutOfRange(refused.error) && !query.mayRaise && !refused.unread && objectGone)
        objectGone();
    if (query.failed)
        query.failed({true, refused.error});
}

void QueryPipe::endStatement(const Query &statement)
{
    if (statement.answered)
        statement.answered({});
}

void QueryPipe::endMisfit(const Query &query)
{
    if (query.failed)
        query.failed({false, QStringLiteral("The answer does not fit."), true});
}

void QueryPipe::endLost(OpenQueries::Open lost, qint64 now)
{
    Query &query = lost.query;
    qCDebug(lcQueries) << "lost" << describe(query.message);
    ++m_lost;
    m_lastLossAt = now;
    m_timing.spoil();
    if (query.retries > 0 && lost.generation == m_generation) {
        --query.retries;
        const int losses = ++query.losses;
        m_waiting.push_front({std::move(query), now + waitAfter(losses)});
    } else if (query.failed) {
        query.failed({false, QCoreApplication::translate("QueryPipe", "The answer was lost.")});
    }
}

void QueryPipe::learn()
{
    const std::optional<GroupTiming::Sample> sample = m_timing.end();
    if (!sample)
        return;
    qCDebug(lcQueries) << "a group of" << m_timing.size().messages << "queries,"
                       << m_timing.size().reads << "API accesses, believed to take"
                       << m_budget.msFor(m_timing.size()) << "ms, took" << sample->ms;
    m_budget.learn(sample->cost, sample->ms);
}

void QueryPipe::handleError(const QString &text)
{
    m_open.handleError(text);
}

void QueryPipe::endWaiting(const QString &reason)
{
    ++m_generation;
    std::deque<Waiting> waiting = std::exchange(m_waiting, {});
    for (Waiting &one : waiting) {
        if (one.query.failed)
            one.query.failed({false, reason});
    }
}

void QueryPipe::reset(const QString &reason)
{
    std::deque<OpenQueries::Open> open = m_open.takeAll();
    m_groupFence = 0;
    m_probing = false;
    for (OpenQueries::Open &one : open) {
        if (one.query.failed)
            one.query.failed({false, reason});
    }
    endWaiting(reason);
}

} // namespace clipdeck
