// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/abletonosc/endpoint.h"
#include "core/sync/setlisteners.h"

#include <QLoggingCategory>

#include <algorithm>
#include <memory>
#include <utility>

namespace clipdeck {

namespace {

Q_LOGGING_CATEGORY(sync, "clipdeck.sync", QtInfoMsg)

using Kind = ReadJob::Kind;

// Live's main thread, in ms a tick: while the first mirror is read, and on average ever after.
constexpr double scanServerMs = 30;
constexpr double steadyServerMs = 5;
constexpr double tickMs = 100;
constexpr int readsPerListener = 4; // what it costs to start one
// Four times 256 tracks of 1,024 scenes: whoever answers more wants our memory.
constexpr std::size_t mostSlots = 1 << 20;
constexpr int mostSends = 12; // Live's limit of return tracks

} // namespace

SyncEngine::SyncEngine(LiveSet &set, QueryPipe &pipe, ListenerSet &listeners, SongClock &clock,
    std::function<qint64()> now)
    : m_set(set)
    , m_pipe(pipe)
    , m_listeners(listeners)
    , m_clock(clock)
    , m_now(now)
    , m_context{set, std::move(now),
          [this](TrackIndex track, const LiveValue &identity) {
              const auto at = static_cast<std::size_t>(track.value);
              const bool same
                  = at < m_seen.tracks.size() && identityOf(identity) == m_seen.tracks[at];
              if (!same)
                  m_plan.hurry({Kind::Structure});
              return !same;
          },
          [this] { return m_seen.byIdentity; },
          [this](Beats beats) { m_clock.hear(beats, m_now()); }}
{
    planStructure(m_plan, 0, 0);
}

void SyncEngine::advance(qint64 now)
{
    if (m_pipe.wantsMore(now))
        fill(now);
    m_pipe.advance(now);
}

void SyncEngine::fill(qint64 now)
{
    // What is not used is saved up to a scan's worth, so that a large reading gets its turn and still costs no more on
    // average than small ones.
    const bool scanning = !m_plan.isComplete();
    m_creditMs += steadyServerMs * static_cast<double>(now - m_filledAt) / tickMs;
    m_creditMs = std::min(m_creditMs, scanServerMs);
    m_filledAt = now;
    const double serverMs = scanning ? scanServerMs : m_creditMs;
    int reads = m_pipe.budget().readsWithin(serverMs);
    const int allowed = reads;
    int messages = QueryPipe::mostMessagesInGroup;
    while (!m_toTell.empty() && reads >= readsPerListener && messages > 0) {
        Query statement{std::move(m_toTell.front())};
        m_toTell.pop_front();
        statement.isStatement = true;
        statement.reads = readsPerListener;
        reads -= readsPerListener;
        --messages;
        m_pipe.ask(std::move(statement));
    }
    for (const ReadJob &job : m_plan.take(now, reads, messages)) {
        reads -= m_plan.readsOf(job);
        run(job);
    }
    m_creditMs = std::max(0.0, m_creditMs - (allowed - reads) * m_pipe.budget().costMs());
}

void SyncEngine::run(const ReadJob &job)
{
    struct Progress {
        std::size_t missing = 0;
        bool lost = false;
    };
    std::vector<Query> queries = queriesOf(job);
    const auto progress = std::make_shared<Progress>();
    progress->missing = queries.size();
    const auto end = [this, job, progress](bool lost) {
        progress->lost = progress->lost || lost;
        if (progress->missing == 0 || --progress->missing > 0)
            return;
        const bool countsOn = job.kind == Kind::SendCount && m_countedSends > 0;
        if (progress->lost || countsOn)
            m_plan.lost(job);
        else
            m_plan.finished(job, m_now());
        follow(job);
        // Once whole it stays so, until the structure changes: what is planned later is no part of the first reading.
        if (!m_seen.tracks.empty() && m_plan.isComplete())
            m_set.applyComplete(true);
    };
    if (queries.empty()) {
        m_plan.finished(job, m_now());
        return;
    }
    for (Query &query : queries) {
        query.answered = [use = std::move(query.answered), end](const OscArguments &values) {
            use(values);
            end(false);
        };
        query.failed = [tell = std::move(query.failed), end](const QueryFailure &failure) {
            if (tell)
                tell(failure);
            end(!failure.refused);
        };
        m_pipe.ask(std::move(query));
    }
}

void SyncEngine::follow(const ReadJob &job)
{
    if (job.kind == Kind::Devices)
        planParameters(m_plan, m_set, TrackIndex(job.a));
    if (job.kind != Kind::Tracks)
        return;
    for (int t = job.a; t < job.b; ++t) {
        planByKind(m_plan, m_set, TrackIndex(t));
        const Track *track = m_set.track(TrackIndex(t));
        if (!track)
            continue;
        const bool armUnknown = track->canBeArmed && !(track->arm && track->monitoringState);
        const bool metersUnknown = track->hasAudioOutput && !track->outputMeterLeft;
        if (armUnknown || metersUnknown)
            m_plan.hurry({Kind::Mixer, t}); // read before it was known that this track has them
        if (track->canBeArmed && m_listens && !m_listeners.contains(armListener(t)))
            listen(armListener(t));
    }
}

std::vector<Query> SyncEngine::queriesOf(const ReadJob &job)
{
    const TrackIndex track(job.a);
    switch (job.kind) {
    case Kind::Structure:
        return m_structureReader.queries(
            [this](const SeenStructure &seen) { applyStructure(seen); });
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
    case Kind::Selection:
        return m_selectionReader.queries(m_context);
    case Kind::AudioClips:
        return readAudioClips(m_context, track, job.b);
    case Kind::GroupSlots:
        return readGroupSlots(m_context, track, job.b);
    case Kind::Routings:
        return readRoutings(m_context, track);
    case Kind::SendCount:
        return countSends();
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
    }
    Q_UNREACHABLE();
}

std::vector<Query> SyncEngine::countSends()
{
    // There is no address for the number of returns: the next send is asked for until Live refuses one.
    Query query{getMessage(ObjectKind::Track, {0, m_countedSends}, "send")};
    query.ids = 2;
    query.mayRaise = true;
    query.answered = [this](const OscArguments &) {
        if (++m_countedSends == mostSends)
            applySendCount();
    };
    query.failed = [this](const QueryFailure &failure) {
        if (failure.refused)
            applySendCount();
    };
    std::vector<Query> out;
    out.push_back(std::move(query));
    return out;
}

void SyncEngine::applySendCount()
{
    const int counted = std::exchange(m_countedSends, 0);
    if (std::exchange(m_options.sends, counted) == counted)
        return;
    planAgain();
    for (int t = 0; t < m_set.trackCount(); ++t)
        m_plan.hurry({Kind::Sends, t});
}

void SyncEngine::applyStructure(const SeenStructure &seen)
{
    if (seen.tracks.size() * seen.scenes.size() > mostSlots) {
        qCWarning(sync) << "a set of" << seen.tracks.size() << "tracks and" << seen.scenes.size()
                        << "scenes is no set of Live's; it is left out";
        return;
    }
    const std::vector<int> tracks = oldPlaces(m_seen.tracks, seen.tracks);
    std::vector<int> scenes = oldPlaces(m_seen.scenes, seen.scenes);
    const bool firstTrackStays = !tracks.empty() && tracks.front() == 0;
    if (seen.byIdentity && !firstTrackStays && seen.scenes.size() == m_seen.scenes.size()) {
        // The scenes were told by the first track's slots, and another track is first now.
        for (std::size_t s = 0; s < scenes.size(); ++s)
            scenes[s] = static_cast<int>(s);
    }
    const bool tracksMoved = !isUnmoved(tracks, static_cast<int>(m_seen.tracks.size()));
    const bool scenesMoved = !isUnmoved(scenes, static_cast<int>(m_seen.scenes.size()));
    const bool another
        = !std::any_of(tracks.begin(), tracks.end(), [](int old) { return old >= 0; });
    m_seen = seen;
    if (!tracksMoved && !scenesMoved)
        return;
    if (another)
        m_set.clear();
    if (scenesMoved)
        m_set.applySceneOrder(scenes);
    if (tracksMoved) {
        m_set.applyTrackOrder(tracks);
        renameListeners(tracks);
    }
    m_plan.clear();
    planAgain();
    m_plan.finished({Kind::Structure}, m_now());
    m_set.applyComplete(false);
    listenToSong();
    for (std::size_t t = 0; t < tracks.size(); ++t) {
        if (tracks[t] < 0)
            listenToTrack(static_cast<int>(t));
    }
}

void SyncEngine::planAgain()
{
    planSet(m_plan, m_set, m_options);
}

void SyncEngine::renameListeners(const std::vector<int> &places)
{
    const auto placeNow = [&places](int old) {
        const auto found = std::find(places.begin(), places.end(), old);
        return found == places.end() ? -1 : static_cast<int>(found - places.begin());
    };
    const auto keyNow = [&](const ListenerKey &key) { return keyAfterMove(key, placeNow); };
    for (OscMessage &start : m_listeners.rename(keyNow))
        m_toTell.push_back(std::move(start));
    m_meters.rename(keyNow);
}

void SyncEngine::listen(const ListenerKey &key)
{
    if (std::optional<OscMessage> start = m_listeners.add(key))
        m_toTell.push_back(std::move(*start));
}

void SyncEngine::unlisten(const ListenerKey &key)
{
    if (std::optional<OscMessage> stop = m_listeners.remove(key))
        m_toTell.push_back(std::move(*stop));
}

void SyncEngine::watchMeters(TrackIndex firstTrack, int trackCount)
{
    m_meters.setWanted(firstTrack, trackCount);
    updateMeters();
}

void SyncEngine::updateMeters()
{
    if (!m_listens)
        return;
    const MeterWatch::Difference difference = m_meters.update(m_set);
    for (const ListenerKey &key : difference.stop)
        unlisten(key);
    for (const ListenerKey &key : difference.start)
        listen(key);
}

void SyncEngine::listenToSong()
{
    if (!m_listens)
        return;
    for (const ListenerKey &key : songListeners()) {
        if (!m_listeners.contains(key))
            listen(key);
    }
    // Has neither ids nor extra arguments; starting it again replaces it.
    m_toTell.push_back({QStringLiteral("/live/song/start_listen/beat"), {}});
}

void SyncEngine::listenToTrack(int track)
{
    if (!m_listens)
        return;
    for (const ListenerKey &key : trackListeners(track))
        listen(key);
}

void SyncEngine::watch(ParameterId parameter)
{
    listen(parameterListener(parameter));
}

void SyncEngine::unwatch(ParameterId parameter)
{
    unlisten(parameterListener(parameter));
}

bool SyncEngine::take(const OscMessage &message, qint64 now)
{
    if (ListenerSet::isPush(message)) {
        if (const std::optional<ListenerSet::Push> push = m_listeners.read(message))
            applyPush(*push);
        return true;
    }
    if (message.address == QLatin1String("/live/song/get/beat") && message.arguments.size() == 1) {
        if (const std::optional<double> beat = toDouble(message.arguments.front()))
            m_clock.hear({*beat}, now);
        return true;
    }
    return false;
}

void SyncEngine::applyPush(const ListenerSet::Push &push)
{
    if (push.values.empty())
        return;
    clipdeck::applyPush(m_set, push.key, toValue(push.values.front()));
}

void SyncEngine::follow(const Changes &changes)
{
    for (const auto &[slot, fields] : changes.slotFields) {
        if (!fields.has(SlotField::Clip))
            continue;
        for (int part = 1; part < slotParts(m_set.sceneCount()); ++part)
            m_plan.hurry({Kind::Slots, slot.track.value, part}); // the rest of a clip that came
        for (int part = 0; part < audioClipParts(m_set.sceneCount()); ++part)
            m_plan.hurry({Kind::AudioClips, slot.track.value, part});
    }
    const bool meters = changes.structure
        || std::any_of(changes.tracks.begin(), changes.tracks.end(),
            [](const auto &change) { return change.second.has(TrackField::HasAudioOutput); });
    if (meters)
        updateMeters();
    for (const auto &[track, fields] : changes.tracks) {
        if (!fields.has(TrackField::PlayingSlotIndex))
            continue;
        m_plan.remove({Kind::Position, track.value}); // of the clip that played
        planPosition(m_plan, m_set, track);
    }
}

void SyncEngine::restart()
{
    m_plan.restart();
    m_set.applyComplete(false);
    m_toTell.clear();
    for (OscMessage &start : m_listeners.startAll())
        m_toTell.push_back(std::move(start));
    if (m_set.trackCount() > 0)
        listenToSong();
}

void SyncEngine::readNow(const Target &target, qint64 now)
{
    for (Query &query : readTarget(m_context, target)) {
        query.retries = 1;
        m_pipe.askNow(std::move(query), now);
    }
}

void SyncEngine::setVisible(
    TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount)
{
    // Whole tracks are read for now, whichever of their scenes are on screen.
    Q_UNUSED(firstScene)
    Q_UNUSED(sceneCount)
    m_options.firstVisible = firstTrack.value;
    m_options.endVisible = firstTrack.value + trackCount;
    if (m_set.trackCount() > 0)
        planAgain();
}

} // namespace clipdeck
