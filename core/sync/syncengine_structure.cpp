// SPDX-License-Identifier: GPL-3.0-or-later
// What a look at the structure leads to: tracks and scenes that came, went or moved.
#include "core/logging/logging.h"
#include "core/sync/playstate.h"
#include "core/sync/push/setlisteners.h"
#include "core/sync/syncengine.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

// Four times 256 tracks of 1,024 scenes: whoever answers more wants our memory.
constexpr std::size_t mostSlotsOfASet = 1 << 20;

} // namespace

void SyncEngine::markStructureUncertain()
{
    m_plan.expedite({Kind::Structure});
    m_isStructureUncertain = true;
}

void SyncEngine::markUncertain(const ReadJob &job)
{
    markStructureUncertain();
    if (job.kind != Kind::Parameters && job.kind != Kind::ParameterValues)
        return;
    // The device may have gone: its jobs are planned anew when the list of devices is read.
    m_plan.remove(job);
    m_plan.expedite({Kind::Devices, job.track()});
}

void SyncEngine::applySendCount(int counted)
{
    // The error that ends the counting may have been another question's: what is new must be seen twice.
    const bool isNew = counted != m_options.sends;
    if (isNew && m_options.sends >= 0 && std::exchange(m_sendsSeen, counted) != counted) {
        m_plan.expedite({Kind::SendCount});
        return;
    }
    m_sendsSeen = -1;
    if (!isNew)
        return;
    m_options.sends = counted;
    planAgain();
    for (int t = 0; t < m_set.trackCount(); ++t)
        m_plan.expedite({Kind::Sends, TrackIndex(t)});
}

void SyncEngine::applyStructure(const SeenStructure &seen, qint64 askedAt, qint32 epochThen)
{
    if (seen.tracks.size() * seen.scenes.size() > mostSlotsOfASet) {
        qCWarning(lcSync) << "a set of" << seen.tracks.size() << "tracks and" << seen.scenes.size()
                          << "scenes is no set of Live's; it is left out";
        return;
    }
    m_isStructureUncertain = false;
    const int oldFirst = placeOfOldFirst(m_seen, seen);
    qCDebug(lcSync) << "seen" << seen.tracks.size() << "tracks" << seen.scenes.size()
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

void SyncEngine::leadUnreadable(const StructureMove &move)
{
    m_namesTurns.clear();
    std::set<std::pair<int, QByteArray>> unreadable;
    for (const auto &[track, attribute] : m_unreadable) {
        // Names come in another way. What does not is tried again.
        const int now = move.isKnown && attribute == namesAttribute() ? move.trackNow(track) : -1;
        if (now >= 0)
            unreadable.emplace(now, attribute);
    }
    m_unreadable = std::move(unreadable);
}

void SyncEngine::applyMove(const SeenStructure &seen, const StructureMove &move)
{
    m_seen = seen;
    m_gaps.abandon();
    m_overdue.startAnew(m_now());
    m_audit.forget();
    leadUnreadable(move);
    m_pipe.endWaiting(QStringLiteral("Tracks or scenes have moved."));
    const auto trackNow = [&move](int old) { return move.trackNow(old); };
    const auto sceneNow = [&move](int old) { return move.sceneNow(old); };
    if (move.anotherSet)
        m_set.clear();
    if (move.scenesMoved)
        m_set.applySceneOrder(move.scenes);
    if (move.tracksMoved)
        m_set.applyTrackOrder(move.tracks);
    // A track may have told its playing slot already as it is now: clips took along what was true of the places they left.
    for (int t = 0; t < m_set.trackCount(); ++t)
        applyPlayState(m_set, TrackIndex(t));
    // What was read since the last sure look may have been told of others. Where it is not known which is which,
    // everything may.
    const bool isSure = move.isKnown && move.scenesAreKnown;
    if (move.anotherSet || !move.isKnown)
        m_plan.clear();
    m_plan.move([&](const ReadJob &job) { return jobAfterMove(job, trackNow, sceneNow); });
    m_plan.expediteIf([](const ReadJob &) { return true; }, isSure ? m_sureAt : 0);
    // Where a track's output goes by itself, and whether a scene is empty, depends on its neighbours.
    m_plan.expediteIf(
        [](const ReadJob &job) { return job.kind == Kind::Routing || job.kind == Kind::Scene; });
    if (move.scenesMoved) // new scenes may have clips: who has them is told first
        m_plan.expediteIf(
            [](const ReadJob &job) { return job.kind == Kind::Slots && job.chunk() == 0; });
    const auto keyNow
        = [&](const ListenerKey &key) { return keyAfterMove(key, trackNow, sceneNow); };
    m_listening.follow(keyNow, isSure, isSure ? m_sureEpoch : 0);
    m_meters.rename(keyNow);
    for (ParameterId parameter : m_listening.parameters()) // a text may have been another one's
        readNow(Target::parameter(parameter), m_now());
    planAgain();
    m_plan.expedite({Kind::Structure}); // there may be more to come
    m_set.applyComplete(m_plan.isComplete());
    m_listening.wantAll();
}

} // namespace clipdeck
