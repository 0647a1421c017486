// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/querypipe.h"

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

const QString &fenceAddress()
{
    static const QString address = QStringLiteral("/live/song/get/tempo");
    return address;
}

bool idsAgree(const OscMessage &question, const OscMessage &answer, int ids)
{
    for (int i = 0; i < ids; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (at >= question.arguments.size() || at >= answer.arguments.size()
            || toInt(question.arguments[at]) != toInt(answer.arguments[at]))
            return false;
    }
    return true;
}

OscArguments valuesOf(const OscMessage &answer, int ids, bool tagged)
{
    const auto begin = answer.arguments.begin() + ids;
    const auto end = answer.arguments.end() - (tagged ? 1 : 0);
    return begin < end ? OscArguments(begin, end) : OscArguments();
}

} // namespace

QueryPipe::QueryPipe(Send send)
    : m_send(std::move(send))
    , m_lastTag(firstTag + QRandomGenerator::global()->bounded(startingTags))
{
}

void QueryPipe::ask(Query query)
{
    m_waiting.push_back(std::move(query));
}

void QueryPipe::askNow(Query query, qint64 now)
{
    send(std::move(query), now, false);
}

void QueryPipe::tell(
    std::vector<OscMessage> messages, std::function<void(const QString &error)> ended, qint64 now)
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
    for (OscMessage &message : messages) {
        Query statement{std::move(message)};
        statement.isStatement = true;
        statement.mayRaise = true;
        statement.answered = [end](const OscArguments &) { end({}); };
        statement.failed = [end](const QueryFailure &failure) { end(failure.reason); };
        send(std::move(statement), now, false);
    }
    sendFence(now, false);
}

void QueryPipe::advance(qint64 now)
{
    const qint64 since = silentSince();
    if (since >= 0 && now - since >= probeAfterMs) {
        if (!m_probing || now - m_lastProbe >= probeEveryMs) {
            m_probing = true;
            m_lastProbe = now;
            sendFence(now, false);
        }
        return;
    }
    if (m_groupFence == 0 && !m_waiting.empty() && now - m_groupEndedAt >= gapMs)
        sendGroup(now);
}

void QueryPipe::sendGroup(qint64 now)
{
    m_groupReads = 0;
    m_groupFirstAnswer = -1;
    for (int n = 0; n < mostMessagesInGroup && !m_waiting.empty(); ++n) {
        Query next = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_groupReads += next.reads;
        send(std::move(next), now, true);
    }
    sendFence(now, true);
}

void QueryPipe::sendFence(qint64 now, bool closesGroup)
{
    Query fence{OscMessage{fenceAddress(), {}}};
    fence.tagged = true;
    fence.retries = 0;
    fence.answered = [this](const OscArguments &values) {
        const std::optional<double> bpm = values.empty() ? std::nullopt : toDouble(values.front());
        if (bpm && fenceAnswered)
            fenceAnswered(*bpm);
    };
    send(std::move(fence), now, closesGroup);
    if (closesGroup)
        m_groupFence = m_lastTag;
}

void QueryPipe::send(Query query, qint64 now, bool inGroup)
{
    Open open{std::move(query), 0, now, inGroup};
    OscMessage message = open.query.message;
    if (open.query.tagged) {
        open.tag = ++m_lastTag;
        message.arguments.emplace_back(open.tag);
    }
    ++m_sent;
    m_send(message); // what the system refuses counts as lost: the connection tells of it
    m_open.push_back(std::move(open));
}

bool QueryPipe::take(const OscMessage &message, qint64 now)
{
    const auto found = findOpen(message);
    if (found == m_open.end())
        return false;
    ++m_taken;
    m_probing = false;
    if (found->inGroup && m_groupFirstAnswer < 0)
        m_groupFirstAnswer = now;
    const bool closesGroup = m_groupFence != 0 && found->tag >= m_groupFence;
    if (found->tag != 0) {
        m_roundTripMs = static_cast<int>(now - found->sentAt);
        if (found->tag == m_groupFence)
            learn(now);
    }
    Open done = std::move(*found);
    if (done.tag != 0)
        endBefore(found);
    else
        m_open.erase(found);
    if (closesGroup) {
        m_groupFence = 0;
        m_groupEndedAt = now;
    }
    if (done.query.answered)
        done.query.answered(valuesOf(message, done.query.ids, done.tag != 0));
    return true;
}

QueryPipe::OpenList::iterator QueryPipe::findOpen(const OscMessage &message)
{
    if (!message.arguments.empty()) {
        const std::optional<int> tag = toInt(message.arguments.back());
        if (tag && *tag > firstTag) {
            const auto tagged = std::find_if(m_open.begin(), m_open.end(), [&](const Open &open) {
                return open.tag == *tag && open.query.message.address == message.address;
            });
            if (tagged != m_open.end())
                return tagged;
        }
    }
    return std::find_if(m_open.begin(), m_open.end(), [&](const Open &open) {
        const Query &query = open.query;
        return open.tag == 0 && !query.isStatement && query.message.address == message.address
            && idsAgree(query.message, message, query.ids)
            && (!query.fits || query.fits(valuesOf(message, query.ids, false)));
    });
}

void QueryPipe::endBefore(OpenList::iterator answered)
{
    // Answers keep the order of the questions: what is still open before this one was refused or lost.
    OpenList ended(std::make_move_iterator(m_open.begin()), std::make_move_iterator(answered));
    m_open.erase(m_open.begin(), std::next(answered));
    std::vector<QString> blame(ended.size());
    std::deque<QString> errors = std::exchange(m_errors, {});
    for (bool risky : {true, false}) {
        for (std::size_t i = 0; i < ended.size() && !errors.empty(); ++i) {
            const Query &query = ended[i].query;
            if (!blame[i].isEmpty() || query.mayRaise != risky
                || query.message.address == fenceAddress())
                continue;
            blame[i] = errors.front();
            errors.pop_front();
        }
    }
    for (std::size_t i = 0; i < ended.size(); ++i)
        endUnanswered(std::move(ended[i].query), blame[i]);
}

void QueryPipe::endUnanswered(Query query, const QString &error)
{
    if (!error.isEmpty()) {
        if (query.failed)
            query.failed({true, error});
    } else if (query.isStatement) {
        if (query.answered)
            query.answered({});
    } else if (query.retries > 0) {
        --query.retries;
        m_waiting.push_front(std::move(query));
    } else if (query.failed) {
        query.failed({false, QCoreApplication::translate("QueryPipe", "The answer was lost.")});
    }
}

void QueryPipe::learn(qint64 now)
{
    if (m_groupFirstAnswer >= 0)
        m_budget.learn(m_groupReads, static_cast<double>(now - m_groupFirstAnswer));
}

void QueryPipe::takeError(const QString &text)
{
    constexpr std::size_t most = 64; // a server gone wild must not fill our memory
    if (m_errors.size() < most)
        m_errors.push_back(text);
}

void QueryPipe::reset(const QString &reason)
{
    OpenList open = std::exchange(m_open, {});
    std::deque<Query> waiting = std::exchange(m_waiting, {});
    m_errors.clear();
    m_groupFence = 0;
    m_probing = false;
    for (Open &one : open) {
        if (one.query.failed)
            one.query.failed({false, reason});
    }
    for (Query &one : waiting) {
        if (one.failed)
            one.failed({false, reason});
    }
}

qint64 QueryPipe::silentSince() const
{
    return m_open.empty() ? -1 : m_open.front().sentAt;
}

} // namespace clipdeck
