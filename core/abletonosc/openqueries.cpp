// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/openqueries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace clipdeck {

namespace {

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

void OpenQueries::add(Open open)
{
    open.number = ++m_lastNumber;
    m_open.push_back(std::move(open));
}

OpenQueries::List::iterator OpenQueries::find(const OscMessage &message)
{
    if (!message.arguments.empty()) {
        const std::optional<int> tag = toInt(message.arguments.back());
        const auto tagged = std::find_if(m_open.begin(), m_open.end(), [&](const Open &open) {
            return open.tag != 0 && open.tag == tag
                && open.query.message.address == message.address;
        });
        if (tagged != m_open.end())
            return tagged;
    }
    return std::find_if(m_open.begin(), m_open.end(), [&](const Open &open) {
        const Query &query = open.query;
        return open.tag == 0 && !query.isStatement && query.message.address == message.address
            && idsAgree(query.message, message, query.ids)
            && (!query.fits || query.fits(valuesOf(message, query.ids, false)));
    });
}

void OpenQueries::noteMisfit(const OscMessage &message)
{
    const auto asked = std::find_if(m_open.begin(), m_open.end(), [&](const Open &open) {
        return open.tag == 0 && !open.query.isStatement && !open.isMisfit
            && open.query.message.address == message.address
            && idsAgree(open.query.message, message, open.query.ids);
    });
    if (asked == m_open.end())
        return;
    asked->isMisfit = true;
    closeErrorWindows(asked->number);
}

std::optional<OpenQueries::Answer> OpenQueries::take(const OscMessage &message)
{
    const auto found = find(message);
    if (found == m_open.end()) {
        noteMisfit(message);
        return std::nullopt;
    }
    closeErrorWindows(found->number);
    Answer out;
    const bool isCertain = found->tag != 0;
    out.values = valuesOf(message, found->query.ids, isCertain);
    out.open = std::move(*found);
    if (isCertain)
        out.before = endBefore(found);
    else
        m_open.erase(found);
    return out;
}

void OpenQueries::closeErrorWindows(quint64 answered)
{
    for (Error &error : m_errors) {
        if (error.before == 0 && answered > error.after)
            error.before = answered;
    }
    m_lastAnswered = std::max(m_lastAnswered, answered);
}

std::vector<OpenQueries::Unanswered> OpenQueries::endBefore(List::iterator answered)
{
    std::vector<Unanswered> ended;
    for (auto it = m_open.begin(); it != answered; ++it)
        ended.push_back({std::move(*it), {}, false});
    const quint64 number = answered->number;
    m_open.erase(m_open.begin(), std::next(answered));
    while (!m_errors.empty() && m_errors.front().before != 0 && m_errors.front().before <= number) {
        attribute(ended, m_errors.front());
        m_errors.pop_front();
    }
    return ended;
}

OpenQueries::Unanswered *OpenQueries::queryOfError(
    std::vector<Unanswered> &ended, const Error &error)
{
    const auto canBe = [](const Unanswered &one) {
        const bool isDone = one.open.query.isDone && one.open.query.isDone();
        return one.error.isEmpty() && !one.open.isFence && !one.open.isMisfit && !isDone;
    };
    Unanswered *risky = nullptr;
    Unanswered *other = nullptr;
    Unanswered *delayed = nullptr;
    const Unanswered *before = nullptr;
    bool isBehind = false;
    for (Unanswered &one : ended) {
        // Of a datagram only what stands before its first question without an answer, or that question itself.
        isBehind = isBehind && before->open.datagram == one.open.datagram;
        if (!isBehind && canBe(one)) {
            const bool isInWindow = one.open.number > error.after && one.open.number < error.before;
            const bool mayRaise = one.open.query.mayRaise;
            Unanswered *&first = !mayRaise ? other : isInWindow ? risky : delayed;
            if (!first && (mayRaise || isInWindow))
                first = &one;
        }
        isBehind = isBehind || (!one.open.query.isStatement && !one.open.isMisfit);
        before = &one;
    }
    // Outside of the window only where something was delayed on its way: better than not to tell at all.
    return risky ? risky : other ? other : delayed;
}

void OpenQueries::attribute(std::vector<Unanswered> &ended, const Error &error)
{
    Unanswered *found = queryOfError(ended, error);
    if (!found)
        return;
    found->error = error.text;
    for (Unanswered *one = found + 1; one != ended.data() + ended.size(); ++one) {
        if (one->open.datagram != found->open.datagram)
            break;
        one->error = error.text;
        one->unread = true;
        one->sharesObject
            = found->open.query.object != 0 && one->open.query.object == found->open.query.object;
    }
}

void OpenQueries::handleError(const QString &text)
{
    constexpr std::size_t most = 64; // a server gone wild must not fill our memory
    if (m_errors.size() < most && !m_open.empty())
        m_errors.push_back({text, m_lastAnswered, 0});
}

std::deque<OpenQueries::Open> OpenQueries::takeAll()
{
    m_errors.clear();
    return std::exchange(m_open, {});
}

} // namespace clipdeck
