// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/abletonosc/endpoint.h"
#include "core/sync/newclips.h"
#include "core/sync/playstate.h"
#include "core/sync/setlisteners.h"

#include <QLoggingCategory>

#include <algorithm>
#include <memory>
#include <utility>

namespace clipdeck {

namespace {

Q_LOGGING_CATEGORY(sync, "clipdeck.sync", QtInfoMsg)

using Kind = ReadJob::Kind;

// Four times 256 tracks of 1,024 scenes: whoever answers more wants our memory.
constexpr std::size_t mostSlots = 1 << 20;
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
        for (const ReadJob &job : jobsFor(m_set, target))
            m_plan.hurry(job);
    };
    planStructure(m_plan, 0, 0);
}

ReaderContext SyncEngine::makeContext()
{
    return {m_set, m_now,
        [this](TrackIndex first, TrackIndex end) {
            std::vector<Identity> out;
            const auto to = static_cast<std::size_t>(end.value);
            if (m_seen.byIdentity && to <= m_seen.tracks.size())
                out.assign(m_seen.tracks.begin() + first.value, m_seen.tracks.begin() + end.value);
            return out;
        },
        [this](TrackIndex track, const QByteArray &attribute, const QString &why) {
            qCWarning(sync) << "Live does not tell" << attribute << "of track" << track.value
                            << why;
            m_unreadable.emplace(track.value, attribute);
        },
        [this](TrackIndex track, const QByteArray &attribute) {
            return !m_unreadable.contains({track.value, attribute});
        },
        [this](Beats beats) { m_clock.hear(beats, m_now()); }};
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
        if (!m_inDoubt)
            m_audit.advance(now, [this](const Target &target) { return toldAt(target); });
        fill(now);
    }
    m_pipe.advance(now);
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
    for (const ReadJob &job : jobsFor(m_set, target))
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
    return catchesUp ? Pace::CatchUp : Pace::Steady;
}

void SyncEngine::fill(qint64 now)
{
    const TickBudget &prices = m_pipe.budget();
    Allowance left = m_pacer.allowance(now, pace(now), m_pipe.queued(now), prices);
    ReadCost asked = m_pipe.queued(now);
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
    if (end != JobEnd::Read || countsOn)
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

void SyncEngine::distrust(const ReadJob &job)
{
    m_plan.hurry({Kind::Structure});
    m_inDoubt = true;
    if (job.kind != Kind::Parameters && job.kind != Kind::ParameterValues)
        return;
    // The device may have gone: its jobs are planned anew when the list of devices is read.
    m_plan.remove(job);
    m_plan.hurry({Kind::Devices, job.a});
}

void SyncEngine::follow(const ReadJob &job)
{
    switch (job.kind) {
    case Kind::Slots:
        if (job.b + 1 == slotParts(m_set.sceneCount()))
            countAsRead(TrackIndex(job.a));
        break;
    case Kind::CellRest:
        if (m_set.clip(slotId(job.a, job.b)))
            m_set.applyRead(slotId(job.a, job.b), m_now());
        break;
    case Kind::Devices:
        planParameters(m_plan, m_set, TrackIndex(job.a));
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
    planByKind(m_plan, m_set, TrackIndex(t));
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

std::vector<Query> SyncEngine::queriesOf(const ReadJob &job)
{
    const TrackIndex track(job.a);
    switch (job.kind) {
    case Kind::Structure:
        return m_structureReader.queries(
            [this, askedAt = m_now(), epoch = m_listeners.lastEpoch()](
                const SeenStructure &seen) { applyStructure(seen, askedAt, epoch); });
    case Kind::SongTime:
        return readSongTime(m_context);
    case Kind::Song:
        return readSong(m_context);
    case Kind::TrackStates:
        return readTrackStates(m_context, track, TrackIndex(job.b));
    case Kind::Tracks:
        return readTracks(m_context, track, TrackIndex(job.b));
    case Kind::SceneNames:
        return readSceneNames(m_context);
    case Kind::Slots:
        return readSlots(m_context, track, job.b);
    case Kind::Cell:
        return readCell(m_context, slotId(job.a, job.b),
            [this, job] { planCellRest(m_plan, slotId(job.a, job.b)); });
    case Kind::CellRest:
        return readCellRest(m_context, slotId(job.a, job.b));
    case Kind::Selection:
        return m_selectionReader.queries(m_context);
    case Kind::AudioClips:
        return readAudioClips(m_context, track, job.b);
    case Kind::GroupSlots:
        return readGroupSlots(m_context, track, job.b);
    case Kind::Routings:
        return readRoutings(m_context, track);
    case Kind::SendCount:
        return m_sendCounter.queries([this](int counted) { applySendCount(counted); });
    case Kind::Position:
        return readPosition(m_context, track);
    case Kind::Mixer:
        return readMixer(m_context, track);
    case Kind::Fold:
        return readFold(m_context, track);
    case Kind::Sends:
        return readSends(m_context, track, m_options.sends);
    case Kind::Scene:
        return readScene(m_context, SceneIndex(job.a));
    case Kind::Devices:
        return readDevices(m_context, track);
    case Kind::Parameters:
        return readParameters(m_context, deviceId(job.a, job.b));
    case Kind::ParameterValues:
        return readParameterValues(m_context, deviceId(job.a, job.b));
    }
    Q_UNREACHABLE();
}

void SyncEngine::applySendCount(int counted)
{
    if (std::exchange(m_options.sends, counted) == counted)
        return;
    planAgain();
    for (int t = 0; t < m_set.trackCount(); ++t)
        m_plan.hurry({Kind::Sends, t});
}

void SyncEngine::applyStructure(const SeenStructure &seen, qint64 askedAt, qint32 epochThen)
{
    if (seen.tracks.size() * seen.scenes.size() > mostSlots) {
        qCWarning(sync) << "a set of" << seen.tracks.size() << "tracks and" << seen.scenes.size()
                        << "scenes is no set of Live's; it is left out";
        return;
    }
    m_inDoubt = false;
    const int oldFirst = placeOfOldFirst(m_seen, seen);
    qCDebug(sync) << "seen" << seen.tracks.size() << "tracks" << seen.scenes.size()
                  << "scenes, old first at" << oldFirst;
    if (oldFirst < 0) {
        const StructureMove move = moveBetween(m_seen, seen, {});
        if (move.isNothing()) {
            m_seen = seen;
            m_sureAt = askedAt;
            m_sureEpoch = epochThen;
        } else {
            applyMove(seen, move);
        }
        return;
    }
    Query question = StructureReader::scenesOf(oldFirst, m_seen.tracks.front(),
        [this, before = m_seen, seen](const std::vector<Identity> &scenes) {
            if (m_seen.tracks == before.tracks && m_seen.scenes == before.scenes)
                applyMove(seen, moveBetween(before, seen, scenes));
        });
    m_pipe.ask(std::move(question));
}

void SyncEngine::applyMove(const SeenStructure &seen, const StructureMove &move)
{
    m_seen = seen;
    m_audit.forget();
    m_unreadable.clear();
    m_pipe.endWaiting(QStringLiteral("Tracks or scenes have moved."));
    const auto trackNow = [&move](int old) { return move.trackNow(old); };
    const auto sceneNow = [&move](int old) { return move.sceneNow(old); };
    if (move.anotherSet)
        m_set.clear();
    if (move.scenesMoved)
        m_set.applySceneOrder(move.scenes);
    if (move.tracksMoved)
        m_set.applyTrackOrder(move.tracks);
    // What was read since the last sure look may have been told of others. Where it is not known which is which,
    // everything may.
    const bool isSure = move.isKnown && move.scenesAreKnown;
    if (move.anotherSet || !move.isKnown)
        m_plan.clear();
    m_plan.move([&](const ReadJob &job) { return jobAfterMove(job, trackNow, sceneNow); });
    m_plan.hurryIf([](const ReadJob &) { return true; }, isSure ? m_sureAt : 0);
    // Where a track's output goes by itself, and whether a scene is empty, depends on its neighbours.
    m_plan.hurryIf(
        [](const ReadJob &job) { return job.kind == Kind::Routings || job.kind == Kind::Scene; });
    if (move.scenesMoved) // new scenes may have clips: who has them is told first
        m_plan.hurryIf([](const ReadJob &job) { return job.kind == Kind::Slots && job.b == 0; });
    const auto keyNow
        = [&](const ListenerKey &key) { return keyAfterMove(key, trackNow, sceneNow); };
    m_listening.follow(keyNow, isSure, isSure ? m_sureEpoch : 0);
    m_meters.rename(keyNow);
    planAgain();
    m_plan.hurry({Kind::Structure}); // there may be more to come
    m_set.applyComplete(m_plan.isComplete());
    m_listening.wantAll();
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
    planNewClips(m_plan, m_set, m_pipe.budget(), changes);
    const bool meters = changes.structure
        || std::any_of(changes.tracks.begin(), changes.tracks.end(),
            [](const auto &change) { return change.second.has(TrackField::HasAudioOutput); });
    if (meters)
        updateMeters();
    for (const auto &[track, fields] : changes.tracks) {
        if (fields.has(TrackField::CanBeArmed) || fields.has(TrackField::HasAudioOutput))
            learnTrack(track.value);
        if (!fields.has(TrackField::PlayingSlotIndex) && !fields.has(TrackField::FiredSlotIndex))
            continue;
        applyPlayState(m_set, track);
        m_plan.remove({Kind::Position, track.value}); // of the clip that played
        planPosition(m_plan, m_set, track);
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

void SyncEngine::readNow(const Target &target, qint64 now)
{
    // One question at a time about one thing: a tick brings one answer, and where Live refuses, each costs a tick.
    const auto missing = std::make_shared<int>(0);
    std::vector<Query> queries = readTarget(m_context, target);
    if (queries.empty() || !m_readingNow.insert(target).second)
        return;
    *missing = static_cast<int>(queries.size());
    const auto end = [this, target, missing] {
        if (--*missing == 0)
            m_readingNow.erase(target);
    };
    for (Query &query : queries) {
        query.retries = 0;
        query.answered = [use = std::move(query.answered), end](const OscArguments &values) {
            use(values);
            end();
        };
        query.failed = [end](const QueryFailure &) { end(); };
    }
    m_pipe.askNow(std::move(queries), now);
}

void SyncEngine::setVisible(
    TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount)
{
    m_options.firstVisible = firstTrack.value;
    m_options.endVisible = firstTrack.value + trackCount;
    m_listening.setVisible(firstTrack, trackCount, firstScene, sceneCount);
    if (m_set.trackCount() > 0)
        planAgain();
}

} // namespace clipdeck
