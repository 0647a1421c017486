// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/sync/plan/newclips.h"
#include "core/sync/playstate.h"
#include "core/sync/push/setlisteners.h"
#include "core/sync/readers/devicereader.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

constexpr qint64 attentiveMs = 3000; // since the last edit
// Not every tick: each group wakes both sides, and has a fence, which is a message, too.
constexpr qint64 steadyGroupMs = structureEveryMs + 5;
constexpr qint64 afterLossMs = 400; // so long without another one, the network is whole again

} // namespace

SyncEngine::SyncEngine(LiveSet &set, QueryPipe &pipe, ListenerSet &listeners, SongClock &clock,
    std::function<qint64()> now)
    : m_set(set)
    , m_pipe(pipe)
    , m_listeners(listeners)
    , m_clock(clock)
    , m_now(std::move(now))
    , m_context(makeContext())
    , m_gaps(m_plan, pipe, m_context)
    , m_listening(set, pipe, listeners)
    , m_overdue(set,
          {[this](SlotId slot) {
               return m_options.pushed && m_listeners.hasPushed(slotListener(slot));
           },
              [this](TrackIndex track) {
                  return m_plan.readAt({Kind::Slots, TrackChunk{track, 0}});
              }})
    , m_audit(set, pipe)
{
    m_audit.diverged = [this](const Target &target) {
        for (const ReadJob &job : jobsFor(m_plan, m_set, target))
            m_plan.expedite(job);
    };
    m_pipe.objectGone = [this] { markStructureUncertain(); };
    m_gaps.ended = [this](const ReadJob &part, JobEnd end, qint64 startedAt) {
        ended(part, end);
        if (end == JobEnd::Read) // a clip that came meanwhile may have been passed already
            m_plan.countAsRead(part, startedAt);
    };
    planStructure(m_plan, 0);
}

void SyncEngine::setListen(bool listen)
{
    m_listening.setEnabled(listen);
    m_options.pushed = listen;
}

void SyncEngine::advance(qint64 now)
{
    m_listening.advance(now);
    watchFeed(now);
    if (m_pipe.wantsMore(now)) {
        m_pace = pace(now);
        if (m_pace != Pace::Steady || now - m_filledAt >= steadyGroupMs)
            fill(now);
    }
    m_pipe.advance(now, m_isStructureUncertain);
    m_overdue.update(now);
}

void SyncEngine::watchFeed(qint64 now)
{
    // What was lost may have been a push as well: once no more gets lost, all that is pushed is read again.
    const qint64 trouble = std::max(m_pipe.lastLossAt(), feed().lastMissedAt());
    if (trouble > m_caughtUpLossAt && now - trouble >= afterLossMs) {
        m_caughtUpLossAt = trouble;
        constexpr int few = 400; // jobs: then all is read again before anybody notices
        const bool isSmall = m_plan.count() <= few;
        m_plan.expediteIf([isSmall](const ReadJob &job) { return isSmall || isPushed(job); });
    }
    const bool pushed = m_listening.isEnabled() && !feed().isElsewhere();
    const bool clipsPushed = pushed && m_listening.listensToClipsOnScreen();
    const bool isSame = std::exchange(m_options.pushed, pushed) == pushed;
    if (std::exchange(m_options.clipsPushed, clipsPushed) != clipsPushed || !isSame)
        planAgain();
}

qint64 SyncEngine::toldAt(const Target &target) const
{
    qint64 oldest = m_now();
    for (const ReadJob &job : jobsFor(m_plan, m_set, target))
        oldest = std::min(oldest, m_plan.readAt(job));
    return oldest;
}

Pace SyncEngine::pace(qint64 now) const
{
    if (!m_plan.isComplete())
        return Pace::Scan;
    const bool isTroubled
        = m_pipe.lastLossAt() >= 0 && now - m_pipe.lastLossAt() < QueryPipe::lossyForMs;
    const bool catchesUp
        = isTroubled || feed().isElsewhere() || m_plan.hasExpedited() || m_listening.hasToSend();
    if (catchesUp)
        return Pace::CatchUp;
    return m_editSeenAt >= 0 && now - m_editSeenAt < attentiveMs ? Pace::Attentive : Pace::Steady;
}

void SyncEngine::fill(qint64 now)
{
    m_filledAt = now;
    if (!m_isStructureUncertain)
        m_audit.advance(now, [this](const Target &target) { return toldAt(target); });
    const TickBudget &prices = m_pipe.budget();
    const bool expensive = isExpensive(m_options.expensive, prices.msPerRead());
    if (std::exchange(m_options.expensive, expensive) != expensive && m_set.trackCount() > 0) {
        m_gaps.abandon(); // its part is cut in another way now
        planAgain();
    }
    ReadCost asked = m_pipe.queued(now);
    Allowance left = m_pacer.allowance(now, m_pace, asked, prices);
    const auto spend = [&](const ReadCost &cost) {
        asked += cost;
        left.spend(cost, prices);
    };
    const bool mayListen = !m_isStructureUncertain && m_set.trackCount() > 0
        && m_listening.hasToSend() && !m_plan.hasUnread(listenersRank) && !m_pacer.isBursting();
    const bool listensInGaps = mayListen && !m_plan.isComplete();
    if (mayListen && !listensInGaps) {
        // What starting one costs is known least, and a view may move for long: such ticks keep far from the aim.
        constexpr double listenersMs = 10;
        constexpr double wholeTickMs = 20;
        left.ms = std::min(left.ms, wholeTickMs);
        Allowance forListeners = left;
        forListeners.ms = std::min(left.ms, listenersMs);
        spend(m_listening.tell(forListeners, prices));
    }
    std::vector<ReadJob> jobs;
    if (m_isStructureUncertain) {
        if (const ReadJob structure{Kind::Structure}; m_plan.takeOne(structure))
            jobs = {structure};
    } else {
        constexpr double listenersShare = 8; // at least, while there is something to be read
        Allowance forJobs = left;
        if (listensInGaps)
            forJobs.ms -= left.ms / listenersShare;
        jobs = m_plan.take(now, forJobs, prices);
    }
    sortByObject(jobs);
    for (const ReadJob &job : jobs) {
        spend(m_plan.costOf(job));
        run(job);
    }
    if (listensInGaps)
        spend(m_listening.tell(left, prices));
    if (m_options.expensive && m_pace == Pace::Scan && !m_isStructureUncertain)
        spend(m_gaps.fill(left, prices, now));
    m_pacer.spend(asked, prices);
}

void SyncEngine::run(const ReadJob &job)
{
    runJob(m_pipe, queriesOf(job), [this, job](JobEnd end) { ended(job, end); });
}

void SyncEngine::ended(const ReadJob &job, JobEnd end)
{
    const bool countsOn = job.kind == Kind::SendCount && m_sendCounter.isCounting();
    if (end == JobEnd::Lost && job.kind == Kind::Slots)
        m_namesTurns.erase(job.track().value);
    const bool goesOn = countsOn || (m_plan.isUnread(job) && lacksNames(job));
    if (end != JobEnd::Read || goesOn) {
        m_plan.lost(job);
    } else {
        m_firstReadings += m_plan.isUnread(job) ? 1 : 0;
        m_plan.finished(job, m_now());
    }
    if (end == JobEnd::Misfit)
        markUncertain(job);
    const bool isOnce = job.kind == Kind::Cell || job.kind == Kind::CellRest;
    if (isOnce && end == JobEnd::Read && !m_plan.isExpedited(job))
        m_plan.remove(job);
    follow(job);
    // Once whole it stays so, until the structure changes: what is planned later is no part of the first reading.
    if (!m_seen.tracks.empty() && m_plan.isComplete()) {
        m_set.applyComplete(true);
        m_wasComplete = true;
    }
}

void SyncEngine::planAgain()
{
    planSet(m_plan, m_set, m_options);
}

void SyncEngine::watchMeters(TrackIndex firstTrack, int trackCount)
{
    m_meters.setWanted(firstTrack, trackCount);
    updateMeters();
}

void SyncEngine::updateMeters()
{
    if (!m_listening.isEnabled())
        return;
    const MeterWatch::Difference difference = m_meters.update(m_set);
    for (const ListenerKey &key : difference.stop)
        m_listening.drop(key);
    for (const ListenerKey &key : difference.start)
        m_listening.want(key);
}

void SyncEngine::watch(ParameterId parameter)
{
    m_listening.wantNow(parameterListener(parameter), m_now());
}

void SyncEngine::unwatch(ParameterId parameter)
{
    m_listening.drop(parameterListener(parameter));
}

void SyncEngine::readParameter(ParameterId parameter, std::function<void(bool)> done)
{
    runJob(m_pipe, clipdeck::readParameter(m_context, parameter),
        [done = std::move(done)](JobEnd end) { done(end == JobEnd::Read); });
}

bool SyncEngine::take(const OscMessage &message, qint64 now)
{
    if (message.address == QLatin1String("/live/song/get/beat") && message.arguments.size() == 1) {
        if (const std::optional<double> beat = toDouble(message.arguments.front()))
            m_clock.hear({*beat}, now);
    }
    return m_listening.take(message, now);
}

void SyncEngine::restart()
{
    m_gaps.abandon();
    m_plan.restart();
    m_overdue.startAnew(m_now());
    m_audit.forget();
    m_isStructureUncertain = true;
    m_set.applyComplete(false);
    m_wasComplete = false;
    m_listening.startAll();
}

void SyncEngine::setVisible(
    TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount)
{
    m_options.firstVisible = firstTrack.value;
    m_options.endVisible = firstTrack.value + trackCount;
    m_options.firstVisibleScene = firstScene.value;
    m_options.endVisibleScene = firstScene.value + sceneCount;
    const CellRange range{firstTrack, TrackIndex(m_options.endVisible), firstScene,
        SceneIndex(m_options.endVisibleScene)};
    m_listening.setVisible(range);
    m_overdue.setVisible(range, m_now());
    if (m_set.trackCount() > 0)
        planAgain();
}

} // namespace clipdeck
