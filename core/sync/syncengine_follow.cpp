// SPDX-License-Identifier: GPL-3.0-or-later
// What has become known asks for more: jobs that only now can be planned, and listeners.
#include "core/sync/plan/aftermath.h"
#include "core/sync/plan/newclips.h"
#include "core/sync/playstate.h"
#include "core/sync/push/setlisteners.h"
#include "core/sync/syncengine.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

// What a clip's length, which has no listener, depends on.
constexpr std::array loopFields{ClipField::Looping, ClipField::LoopStart, ClipField::LoopEnd,
    ClipField::StartMarker, ClipField::EndMarker};

} // namespace

void SyncEngine::follow(const ReadJob &job)
{
    switch (job.kind) {
    case Kind::Slots:
        if (!m_plan.contains({Kind::Slots, TrackChunk{job.track(), job.chunk() + 1}}))
            countAsRead(job.track());
        if (job.chunk()
            == 0) // now it is known how many clips there are, and so what the rest costs
            planSlots(m_plan, m_set, job.track(), m_options);
        break;
    case Kind::CellRest:
        if (m_set.clip(job.of<SlotId>()))
            m_set.applyRead(job.of<SlotId>(), m_now());
        break;
    case Kind::Scene:
        planSceneTimes(m_plan, m_set, job.of<SceneIndex>(), m_options);
        break;
    case Kind::Devices:
        planParameters(m_plan, m_set, job.track(), m_options);
        break;
    case Kind::Tracks:
        for (int t = job.of<TrackBlock>().first.value; t < job.of<TrackBlock>().end.value; ++t)
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
        m_plan.expedite(
            {Kind::Mixer, TrackIndex(t)}); // read before it was known that this track has them
    if (track->canBeArmed && !m_listening.isListeningTo(armListener(t)))
        m_listening.want(armListener(t));
}

bool SyncEngine::mayHaveNewLength(SlotId slot, FieldSet<ClipField> fields) const
{
    // What a recording grows by is read as it plays.
    const Clip *clip = m_set.clip(slot);
    if (!clip || clip->isRecording || fields.has(ClipField::Length))
        return false;
    const auto isPushed = [&](const ListenerKey &key) {
        const std::optional<ClipField> field = clipFieldOf(key);
        return field && std::ranges::find(loopFields, *field) != loopFields.end()
            && fields.has(*field) && m_listeners.hasPushed(key);
    };
    return std::ranges::any_of(clipListeners(slot), isPushed);
}

void SyncEngine::countAsRead(TrackIndex track)
{
    // A slot counts as read when the last of its parts is: until then a clip has blanks, and an edit must not start from
    // them.
    for (int s = 0; s < m_set.sceneCount(); ++s)
        m_set.applyRead({track, SceneIndex(s)}, m_now());
}

void SyncEngine::expediteAfterWrite(const std::optional<Target> &target, bool isEdit)
{
    for (const ReadJob &job : jobsAfterWrite(m_plan, m_set, target, isEdit))
        m_plan.expedite(job);
}

void SyncEngine::follow(const Changes &changes)
{
    m_listening.compare(changes, m_now());
    if (m_set.isComplete() && hasEdits(changes))
        m_editSeenAt = m_now();
    planNewClips(m_plan, m_set, m_pipe.budget(), changes, m_listening.takePushedClips());
    if (m_wasComplete) // also while a new track or scene is being read
        planAfterRecording(m_plan, m_set, changes);
    for (ParameterId parameter : changes.parameters) {
        // A reading tells a value without Live's text for it.
        const Parameter *known = m_set.parameter(parameter);
        if (known && known->valueString.isEmpty()
            && m_listening.isListeningTo(parameterListener(parameter)))
            readNow(Target::parameter(parameter), m_now());
    }
    if (!changes.unknowns.empty() && m_set.trackCount() > 0)
        planAgain();
    const bool meters = changes.structure
        || std::any_of(changes.tracks.begin(), changes.tracks.end(),
            [](const auto &change) { return change.second.has(TrackField::HasAudioOutput); });
    if (meters)
        updateMeters();
    for (const auto &[track, fields] : changes.tracks) {
        if (fields.has(TrackField::CanBeArmed) || fields.has(TrackField::HasAudioOutput))
            learnTrack(track.value);
        for (TrackField field : {TrackField::FoldState, TrackField::Solo}) {
            if (fields.has(field)) // in Live, or by us
                expediteAfterWrite(Target::track(track, field), true);
        }
        if (fields.has(TrackField::Arm))
            planPlaying(m_plan, m_set, track);
        if (!fields.has(TrackField::PlayingSlotIndex) && !fields.has(TrackField::FiredSlotIndex))
            continue;
        applyPlayState(m_set, track);
        for (Kind kind : {Kind::Position, Kind::Take}) // of the clip that played
            m_plan.remove({kind, track});
        planPlaying(m_plan, m_set, track);
    }
    if (changes.song.has(SongField::IsPlaying)) {
        for (int t = 0; t < m_set.trackCount(); ++t)
            planPlaying(m_plan, m_set, TrackIndex(t));
    }
    for (const auto &[scene, fields] : changes.scenes) {
        if (fields.has(SceneField::TempoEnabled) || fields.has(SceneField::TimeSignatureEnabled)) {
            planSceneTimes(m_plan, m_set, scene, m_options);
            m_plan.expedite({Kind::SceneTimes, scene});
        }
    }
    for (const auto &[slot, fields] : changes.clips) {
        if (fields.has(ClipField::IsRecording))
            planPlaying(m_plan, m_set, slot.track);
        if (fields.has(ClipField::Warping)) // where it is was read in the other unit
            m_plan.expedite({Kind::Position, slot.track});
        if (m_wasComplete && mayHaveNewLength(slot, fields))
            planCellRest(m_plan, slot);
    }
}

} // namespace clipdeck
