// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/jobrunner.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>

namespace clipdeck {

namespace {

struct Job {
    QueryPipe &pipe;
    std::function<void(JobEnd)> ended;
    std::size_t missing = 0;
    JobEnd worst = JobEnd::Read;
    std::deque<Query> inTurn = {}; ///< Parts of a question that wait for those before them
    int underWay = 0; ///< Of them

    void end(JobEnd how)
    {
        worst = std::max(worst, how);
        if (--missing == 0)
            ended(worst);
    }
};

JobEnd endOf(const QueryFailure &failure, bool mayRaise)
{
    if (failure.misfit || (failure.refused && !mayRaise && isOutOfRange(failure.reason)))
        return JobEnd::Misfit;
    return failure.refused ? JobEnd::Read : JobEnd::Lost;
}

enum class Turn { AtOnce, InTurn };

void ask(const std::shared_ptr<Job> &job, Query query, Turn turn);

/// Whether the answer tells which question it is to, by all the indexes or by a tag.
bool isIdentified(const Query &query)
{
    return query.match == Match::ByTag
        || (query.ids > 0 && query.ids == static_cast<int>(query.message.arguments.size()));
}

/// The next part. The two halves of a question may have answers of one shape, and only that there is no other question
/// tells then whose an answer is. Others go together, some a tick.
void askNext(const std::shared_ptr<Job> &job)
{
    constexpr int mostTogether = 50;
    while (!job->inTurn.empty()) {
        const int most = isIdentified(job->inTurn.front()) ? mostTogether : 1;
        if (job->underWay >= most)
            return;
        ++job->underWay;
        Query next = std::move(job->inTurn.front());
        job->inTurn.pop_front();
        ask(job, std::move(next), Turn::InTurn);
    }
}

void end(const std::shared_ptr<Job> &job, JobEnd how, Turn turn)
{
    if (turn == Turn::InTurn)
        --job->underWay;
    askNext(job);
    job->end(how);
}

void ask(const std::shared_ptr<Job> &job, Query query, Turn turn)
{
    query.answered = [job, turn, use = std::move(query.answered)](const OscArguments &values) {
        if (use)
            use(values);
        end(job, JobEnd::Read, turn);
    };
    query.failed = [job, turn, tell = std::move(query.failed), halves = std::move(query.halves),
                       mayRaise = query.mayRaise](const QueryFailure &failure) {
        std::vector<Query> smaller = failure.refused && halves && !isOutOfRange(failure.reason)
            ? halves()
            : std::vector<Query>();
        job->missing += smaller.size();
        if (smaller.empty() && tell)
            tell(failure);
        job->inTurn.insert(job->inTurn.begin(), std::make_move_iterator(smaller.begin()),
            std::make_move_iterator(smaller.end()));
        end(job, endOf(failure, mayRaise), turn);
    };
    job->pipe.ask(std::move(query));
}

} // namespace

void runJob(QueryPipe &pipe, std::vector<Query> queries, std::function<void(JobEnd)> ended)
{
    const auto job = std::make_shared<Job>(Job{pipe, std::move(ended)});
    const quint32 object = queries.size() > 1 ? pipe.newObject() : 0;
    job->missing = queries.size() + 1; // so that it can't end before all are asked
    for (Query &query : queries) {
        query.object = object;
        ask(job, std::move(query), Turn::AtOnce);
    }
    job->end(JobEnd::Read);
}

} // namespace clipdeck
