// SPDX-License-Identifier: GPL-3.0-or-later
// From jobs, and from what wishes wait for, to questions.
#include "core/logging/logging.h"
#include "core/sync/readers/devicereader.h"
#include "core/sync/readers/slotreader.h"
#include "core/sync/readers/songreader.h"
#include "core/sync/readers/targetreader.h"
#include "core/sync/readers/trackreader.h"
#include "core/sync/syncengine.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

} // namespace

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
            qCWarning(lcSync) << "Live does not tell" << attribute << "of track" << track.value
                              << why.trimmed().section(u'\n', -1); // the last line of a traceback
            noteUnreadable(track, attribute);
        },
        [this](TrackIndex track, const QByteArray &attribute) {
            return !m_unreadable.contains({track.value, attribute});
        },
        [this](TrackIndex track) -> NamesTurn & { return m_namesTurns[track.value]; },
        [this](Beats beats) { m_clock.hear(beats, m_now()); },
        [this](TrackIndex track) { return expectedClips(m_plan, m_set, track); },
        [this] { return partSize(m_set, m_options); }};
}

void SyncEngine::noteUnreadable(TrackIndex track, const QByteArray &attribute)
{
    const bool isNew = m_unreadable.emplace(track.value, attribute).second;
    if (attribute == QByteArrayLiteral("track.name"))
        m_set.applyUnknown(Target::track(track, TrackField::Name), true);
    if (!isNew || attribute != namesAttribute())
        return;
    // Where its clips are was not known either, and what was read of them is lost by that.
    for (Kind kind : {Kind::Slots, Kind::AudioClips}) {
        for (const ReadJob &job : m_plan.chunks(kind, track))
            m_plan.forget(job);
    }
}

bool SyncEngine::lacksNames(const ReadJob &job) const
{
    if (job.kind != Kind::Slots || job.chunk() != 0
        || !m_unreadable.contains({job.track().value, namesAttribute()}))
        return false;
    const auto turn = m_namesTurns.find(job.track().value);
    return turn == m_namesTurns.end() || !turn->second.isWhole;
}

std::vector<Query> SyncEngine::queriesOf(const ReadJob &job)
{
    const TrackIndex track = job.track();
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
        return readTrackStates(m_context, job.of<TrackBlock>().first, job.of<TrackBlock>().end);
    case Kind::Tracks:
        return readTracks(m_context, job.of<TrackBlock>().first, job.of<TrackBlock>().end);
    case Kind::SceneNames:
        return readSceneNames(m_context);
    case Kind::Locators:
        return readLocators(m_context);
    case Kind::Slots:
        return readSlots(m_context, track, job.chunk());
    case Kind::Cell:
        return readCell(
            m_context, job.of<SlotId>(), [this, job] { planCellRest(m_plan, job.of<SlotId>()); });
    case Kind::CellRest:
        return readCellRest(m_context, job.of<SlotId>());
    case Kind::Selection:
        return m_selectionReader.queries(m_context);
    case Kind::AudioClips:
        return readAudioClips(m_context, track, job.chunk());
    case Kind::GroupSlots:
        return readGroupSlots(m_context, track, job.chunk());
    case Kind::Routing:
        return readRouting(m_context, track, job.chunk());
    case Kind::SendCount:
        return m_sendCounter.queries([this](int counted) { applySendCount(counted); });
    case Kind::Position:
        return readPosition(m_context, track);
    case Kind::Take:
        return readTake(m_context, track);
    case Kind::CellColors:
        return readClips(m_context, track, ClipField::Color,
            SceneIndex(m_options.firstVisibleScene),
            SceneIndex(std::min(m_options.endVisibleScene, m_set.sceneCount())));
    case Kind::Mixer:
        return readMixer(m_context, track);
    case Kind::Fold:
        return readFold(m_context, track);
    case Kind::Sends:
        return readSends(m_context, track, m_options.sends);
    case Kind::Scene:
        return readScene(m_context, job.of<SceneIndex>());
    case Kind::SceneTimes:
        return readSceneTimes(m_context, job.of<SceneIndex>());
    case Kind::Devices:
        return readDevices(m_context, track);
    case Kind::Parameters:
        return readParameters(m_context, job.of<DeviceId>());
    case Kind::ParameterValues:
        return readParameterValues(m_context, job.of<DeviceId>());
    }
    Q_UNREACHABLE();
}

void SyncEngine::readNow(const Target &target, qint64 now)
{
    if (std::vector<Query> queries = questionsNow(target); !queries.empty())
        m_pipe.askNow(std::move(queries), now);
}

std::vector<Query> SyncEngine::questionsNow(const Target &target)
{
    // One question at a time about one thing: a tick brings one answer, and where Live refuses, each costs a tick.
    const auto missing = std::make_shared<int>(0);
    std::vector<Query> queries = readTarget(m_context, target);
    if (queries.empty() || !m_readingNow.insert(target).second)
        return {};
    *missing = static_cast<int>(queries.size());
    const auto end = [this, target, missing] {
        if (--*missing > 0)
            return;
        m_readingNow.erase(target);
        for (const ReadJob &job : jobsFor(m_plan, m_set, target))
            m_plan.touch(job, m_now());
    };
    for (Query &query : queries) {
        query.retries = 0;
        query.answered = [use = std::move(query.answered), end](const OscArguments &values) {
            use(values);
            end();
        };
        query.failed = [end](const QueryFailure &) { end(); };
    }
    return queries;
}

} // namespace clipdeck
