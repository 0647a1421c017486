// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/sync/newclips.h"
#include "core/sync/playstate.h"
#include "core/sync/setlisteners.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

constexpr qint64 attentiveMs = 3000; // since the last edit
// Every other tick: each group has a fence, which is a message, too.
constexpr qint64 steadyGroupMs = 180;
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
    , m_listening(set, pipe, listeners)
    , m_audit(set, pipe)
{
    m_audit.diverged = [this](const Target &target) {
        for (const ReadJob &job : jobsFor(m_plan, m_set, target))
            m_plan.hurry(job);
    };
    m_pipe.objectGone = [this] { doubt(); };
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
            fill(now, m_pace);
    }
    m_pipe.advance(now, m_inDoubt);
}

void SyncEngine::watchFeed(qint64 now)
{
    // What was lost may have been a push as well: once no more gets lost, all that is pushed is read again.
    const qint64 trouble = std::max(m_pipe.lastLossAt(), feed().lastMissedAt());
    if (trouble > m_caughtUpLossAt && now - trouble >= afterLossMs) {
        m_caughtUpLossAt = trouble;
        constexpr int few = 400; // jobs: then all is read again before anybody notices
        const bool isSmall = m_plan.count() <= few;
        m_plan.hurryIf([isSmall](const ReadJob &job) { return isSmall || isPushed(job); });
    }
    const bool pushed = m_listening.isEnabled() && !feed().isElsewhere();
    if (std::exchange(m_options.pushed, pushed) != pushed)
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
        = isTroubled || feed().isElsewhere() || m_plan.hasHurried() || m_listening.hasToTell();
    if (catchesUp)
        return Pace::CatchUp;
    return m_editSeenAt >= 0 && now - m_editSeenAt < attentiveMs ? Pace::Attentive : Pace::Steady;
}

void SyncEngine::fill(qint64 now, Pace pace)
{
    m_filledAt = now;
    if (!m_inDoubt)
        m_audit.advance(now, [this](const Target &target) { return toldAt(target); });
    const TickBudget &prices = m_pipe.budget();
    const bool dear = isDear(m_options.dear, prices.msPerRead());
    if (std::exchange(m_options.dear, dear) != dear && m_set.trackCount() > 0)
        planAgain();
    ReadCost asked = m_pipe.queued(now);
    Allowance left = m_pacer.allowance(now, pace, asked, prices);
    const auto spend = [&](const ReadCost &cost) {
        asked += cost;
        left.ms -= prices.msFor(cost);
        left.most.reads -= cost.reads;
        left.most.messages -= cost.messages;
    };
    // What is on screen comes before listeners, and these have their share while the rest is read.
    if (!m_inDoubt && !m_plan.hasUnread(listenersRank) && m_set.trackCount() > 0) {
        Allowance share = left;
        if (!m_plan.isComplete()) {
            share.ms /= 3;
            share.most.messages /= 3;
        }
        spend(m_listening.tell(share, prices));
    }
    std::vector<ReadJob> jobs;
    if (!m_inDoubt)
        jobs = m_plan.take(now, left, prices);
    else if (const ReadJob structure{Kind::Structure}; m_plan.takeOne(structure))
        jobs = {structure};
    sortByObject(jobs);
    for (const ReadJob &job : jobs) {
        asked += m_plan.costOf(job);
        run(job);
    }
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
        m_namesTurns.erase(job.a);
    const bool goesOn = countsOn || (m_plan.isUnread(job) && lacksNames(job));
    if (end != JobEnd::Read || goesOn)
        m_plan.lost(job);
    else
        m_plan.finished(job, m_now());
    if (end == JobEnd::Misfit)
        distrust(job);
    const bool isOnce = job.kind == Kind::Cell || job.kind == Kind::CellRest;
    if (isOnce && end == JobEnd::Read && !m_plan.isHurried(job))
        m_plan.remove(job);
    follow(job);
    // Once whole it stays so, until the structure changes: what is planned later is no part of the first reading.
    if (!m_seen.tracks.empty() && m_plan.isComplete())
        m_set.applyComplete(true);
}

void SyncEngine::follow(const ReadJob &job)
{
    switch (job.kind) {
    case Kind::Slots:
        if (!m_plan.contains({Kind::Slots, job.a, job.b + 1}))
            countAsRead(TrackIndex(job.a));
        if (job.b == 0) // now it is known how many clips there are, and so what the rest costs
            planSlots(m_plan, m_set, TrackIndex(job.a), m_options);
        break;
    case Kind::CellRest:
        if (m_set.clip(slotId(job.a, job.b)))
            m_set.applyRead(slotId(job.a, job.b), m_now());
        break;
    case Kind::Devices:
        planParameters(m_plan, m_set, TrackIndex(job.a), m_options);
        break;
    case Kind::Tracks:
        for (int t = job.a; t < job.b; ++t)
            learnTrack(t);
        break;
    default:
        break;
    }
}

void SyncEngine::learnTrack(int t)
{
    planByKind(m_plan, m_set, TrackIndex(t), m_options);
    applyClipKinds(m_set, TrackIndex(t));
    const Track *track = m_set.track(TrackIndex(t));
    if (!track)
        return;
    if (!track->canBeArmed) { // an answer that was on its way when tracks moved may have left them
        m_set.apply(TrackIndex(t), TrackField::Arm, LiveValue());
        m_set.apply(TrackIndex(t), TrackField::CurrentMonitoringState, LiveValue());
    }
    if (!track->isFoldable)
        m_set.apply(TrackIndex(t), TrackField::FoldState, LiveValue());
    const bool armUnknown = track->canBeArmed && !(track->arm && track->monitoringState);
    const bool metersUnknown = track->hasAudioOutput && !track->outputMeterLeft;
    if (armUnknown || metersUnknown)
        m_plan.hurry({Kind::Mixer, t}); // read before it was known that this track has them
    if (track->canBeArmed && !m_listening.isListeningTo(armListener(t)))
        m_listening.want(armListener(t));
}

void SyncEngine::countAsRead(TrackIndex track)
{
    // A slot counts as read when the last of its parts is: until then a clip has blanks, and an edit must not start from
    // them.
    for (int s = 0; s < m_set.sceneCount(); ++s)
        m_set.applyRead({track, SceneIndex(s)}, m_now());
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
    m_listening.want(parameterListener(parameter));
}

void SyncEngine::unwatch(ParameterId parameter)
{
    m_listening.drop(parameterListener(parameter));
}

bool SyncEngine::take(const OscMessage &message, qint64 now)
{
    if (message.address == QLatin1String("/live/song/get/beat") && message.arguments.size() == 1) {
        if (const std::optional<double> beat = toDouble(message.arguments.front()))
            m_clock.hear({*beat}, now);
    }
    return m_listening.take(message, now);
}

void SyncEngine::follow(const Changes &changes)
{
    m_listening.compare(changes, m_now());
    if (m_set.isComplete() && hasEdits(changes))
        m_editSeenAt = m_now();
    planNewClips(m_plan, m_set, m_pipe.budget(), changes, m_listening.takePushedClips());
    if (m_set.isComplete())
        planAfterRecording(m_plan, m_set, changes);
    for (ParameterId parameter : changes.parameters) {
        // A reading tells a value without Live's text for it.
        const Parameter *known = m_set.parameter(parameter);
        if (known && known->valueString.isEmpty()
            && m_listening.isListeningTo(parameterListener(parameter)))
            readNow(Target::parameter(parameter), m_now());
    }
    const bool meters = changes.structure
        || std::any_of(changes.tracks.begin(), changes.tracks.end(),
            [](const auto &change) { return change.second.has(TrackField::HasAudioOutput); });
    if (meters)
        updateMeters();
    for (const auto &[track, fields] : changes.tracks) {
        if (fields.has(TrackField::CanBeArmed) || fields.has(TrackField::HasAudioOutput))
            learnTrack(track.value);
        if (fields.has(TrackField::Arm))
            planPlaying(m_plan, m_set, track);
        if (!fields.has(TrackField::PlayingSlotIndex) && !fields.has(TrackField::FiredSlotIndex))
            continue;
        applyPlayState(m_set, track);
        for (Kind kind : {Kind::Position, Kind::Take}) // of the clip that played
            m_plan.remove({kind, track.value});
        planPlaying(m_plan, m_set, track);
    }
    for (const auto &[slot, fields] : changes.clips) {
        if (fields.has(ClipField::IsRecording))
            planPlaying(m_plan, m_set, slot.track);
    }
}

void SyncEngine::restart()
{
    m_plan.restart();
    m_audit.forget();
    m_inDoubt = true;
    m_set.applyComplete(false);
    m_listening.startAll();
}

void SyncEngine::setVisible(
    TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount)
{
    m_options.firstVisible = firstTrack.value;
    m_options.endVisible = firstTrack.value + trackCount;
    m_options.firstVisibleScene = firstScene.value;
    m_options.endVisibleScene = firstScene.value + sceneCount;
    m_listening.setVisible(firstTrack, trackCount, firstScene, sceneCount);
    if (m_set.trackCount() > 0)
        planAgain();
}

} // namespace clipdeck
