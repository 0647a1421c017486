// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/jobrunner.h"

#include <algorithm>
#include <memory>

namespace clipdeck {

namespace {

struct Job {
    QueryPipe &pipe;
    std::function<void(JobEnd)> ended;
    std::size_t missing = 0;
    JobEnd worst = JobEnd::Read;

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

void ask(const std::shared_ptr<Job> &job, Query query)
{
    ++job->missing;
    query.answered = [job, use = std::move(query.answered)](const OscArguments &values) {
        if (use)
            use(values);
        job->end(JobEnd::Read);
    };
    query.failed = [job, tell = std::move(query.failed), halves = std::move(query.halves),
                       mayRaise = query.mayRaise](const QueryFailure &failure) {
        std::vector<Query> smaller = failure.refused && halves && !isOutOfRange(failure.reason)
            ? halves()
            : std::vector<Query>();
        for (Query &one : smaller)
            ask(job, std::move(one));
        if (smaller.empty() && tell)
            tell(failure);
        job->end(endOf(failure, mayRaise));
    };
    job->pipe.ask(std::move(query));
}

} // namespace

void runJob(QueryPipe &pipe, std::vector<Query> queries, std::function<void(JobEnd)> ended)
{
    const auto job = std::make_shared<Job>(Job{pipe, std::move(ended)});
    const quint32 object = queries.size() > 1 ? pipe.newObject() : 0;
    ++job->missing; // so that it can't end before all are asked
    for (Query &query : queries) {
        query.object = object;
        ask(job, std::move(query));
    }
    job->end(JobEnd::Read);
}

} // namespace clipdeck
