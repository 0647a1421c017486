// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/gapreader.h"

#include "core/sync/plan/slotparts.h"
#include "core/sync/readers/slotreader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace clipdeck {

using Kind = ReadJob::Kind;

GapReader::GapReader(ReadPlan &plan, QueryPipe &pipe, const ReaderContext &context)
    : m_plan(plan)
    , m_pipe(pipe)
    , m_context(context)
{
}

std::optional<ClipField> GapReader::fieldOf(const ReadJob &job) const
{
    const SlotsOf what = job.kind == Kind::AudioClips ? SlotsOf::AudioTrack : SlotsOf::Track;
    const auto parts = slotParts(what, m_context.partSize());
    const auto part = static_cast<std::size_t>(job.chunk());
    if (part >= parts.size() || parts[part].size() != 1 || isSeen(parts[part].front()))
        return std::nullopt; // what cells show must not wait for gaps
    return clipFieldWithAddress(parts[part].front());
}

std::optional<GapReader::Part> GapReader::choose(qint64 now) const
{
    std::vector<ReadJob> jobs = m_plan.unread({Kind::Slots, Kind::AudioClips});
    std::erase_if(jobs, [this](const ReadJob &job) {
        return m_plan.isUnread(
            {Kind::Slots, TrackChunk{job.track(), 0}}); // where its clips are is not known yet
    });
    std::map<TrackIndex, int> clips;
    for (const ReadJob &job : jobs) {
        if (!clips.contains(job.track()))
            clips[job.track()] = m_context.expectedClips(job.track());
    }
    std::ranges::stable_sort(jobs, {}, [&clips](const ReadJob &job) { return clips[job.track()]; });
    for (const ReadJob &job : jobs) {
        if (const std::optional<ClipField> field = fieldOf(job))
            return Part{job, *field, 0, 0, JobEnd::Read, now};
    }
    return std::nullopt;
}

ReadCost GapReader::fill(const Allowance &left, const TickBudget &prices, qint64 now)
{
    ReadCost asked;
    Allowance rest = left;
    while (true) {
        if (!m_part) {
            m_part = choose(now);
            if (!m_part || !m_plan.takeOne(m_part->job)) {
                m_part.reset();
                return asked;
            }
            ++m_turn;
        }
        const ReadCost more = ask(rest, prices);
        asked += more;
        rest.spend(more, prices);
        const bool isAsked = m_part->nextScene >= m_context.set.sceneCount();
        endIfDone();
        if (!isAsked || m_part)
            return asked; // it goes on when there is room again, or when the answers are there
    }
}

ReadCost GapReader::ask(const Allowance &left, const TickBudget &prices)
{
    const TrackIndex track = m_part->job.track();
    std::vector<Query> queries;
    ReadCost cost;
    for (; m_part->nextScene < m_context.set.sceneCount(); ++m_part->nextScene) {
        const SceneIndex scene(m_part->nextScene);
        std::vector<Query> one
            = readClips(m_context, track, m_part->field, scene, SceneIndex(scene.value + 1));
        ReadCost with = cost;
        for (const Query &query : one)
            with += query.cost();
        if (!left.holds(with, prices))
            break;
        cost = with;
        std::ranges::move(one, std::back_inserter(queries));
    }
    if (queries.empty())
        return {};
    ++m_part->underWay;
    runJob(m_pipe, std::move(queries), [this, turn = m_turn](JobEnd end) {
        if (!m_part || turn != m_turn)
            return;
        --m_part->underWay;
        m_part->worst = std::max(m_part->worst, end);
        endIfDone();
    });
    return cost;
}

void GapReader::endIfDone()
{
    if (m_part->underWay > 0 || m_part->nextScene < m_context.set.sceneCount())
        return;
    const Part done = *std::exchange(m_part, std::nullopt);
    ended(done.job, done.worst, done.startedAt);
}

void GapReader::abandon()
{
    if (const std::optional<Part> part = std::exchange(m_part, std::nullopt))
        m_plan.lost(part->job);
}

} // namespace clipdeck
