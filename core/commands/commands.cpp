// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/commands.h"

#include "core/abletonosc/endpoint.h"
#include "core/commands/cliplength.h"
#include "core/commands/commandqueue.h"
#include "core/commands/valuerules.h"
#include "core/live/units.h"

#include <cmath>

namespace clipdeck {

namespace {

/// Moves of the edge of a clip make one wish, whichever properties they write.
Target lengthTarget(SlotId slot)
{
    return Target::clip(slot, ClipField::Length);
}

} // namespace

Commands::Commands(LiveSet &set, CommandQueue &queue, QObject *parent)
    : QObject(parent)
    , m_set(set)
    , m_queue(queue)
    , m_fades(set, queue)
{
    connect(&set, &LiveSet::changed, this, [this](const Changes &changes) {
        if (changes.moved)
            m_fades.relocate();
    });
}

void Commands::requestLaunch(SlotId slot)
{
    const Target target = Target::launch(slot);
    if (!m_set.slot(slot)) {
        m_queue.refuse(target, tr("There is no such slot."));
        return;
    }
    m_queue.request(target, {},
        {callMessage(ObjectKind::ClipSlot, {slot.track.value, slot.scene.value}, "fire")});
}

void Commands::requestSceneLaunch(SceneIndex scene)
{
    const Target target = Target::sceneLaunch(scene);
    if (!m_set.scene(scene)) {
        m_queue.refuse(target, tr("There is no such scene."));
        return;
    }
    m_queue.request(target, {}, {callMessage(ObjectKind::Scene, {scene.value}, "fire")});
}

void Commands::requestTrackStop(TrackIndex track)
{
    const Target target = Target::trackStop(track);
    if (!m_set.track(track)) {
        m_queue.refuse(target, tr("There is no such track."));
        return;
    }
    m_queue.request(target, {}, {callMessage(ObjectKind::Track, {track.value}, "stop_all_clips")});
}

void Commands::requestStopAll()
{
    m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "stop_all_clips")});
}

void Commands::request(
    const Target &target, const Property &property, Ids ids, const LiveValue &value)
{
    if (const QString complaint = ValueRules::complaint(property, value); !complaint.isEmpty()) {
        m_queue.refuse(target, complaint);
        return;
    }
    const LiveValue wanted = ValueRules::fitted(property, value);
    m_queue.request(target, wanted, {setMessage(property, ids, wanted)});
}

void Commands::requestSong(SongField field, const LiveValue &value)
{
    const Target target = Target::song(field);
    const Property *property = findProperty(ObjectKind::Song, nameOf(field));
    if (!property || !property->canSet) {
        m_queue.refuse(target, tr("Live does not let this be set."));
        return;
    }
    request(target, *property, {}, value);
}

void Commands::requestTrack(TrackIndex track, TrackField field, const LiveValue &value)
{
    const Target target = Target::track(track, field);
    const Track *owner = m_set.track(track);
    const Property *property = findProperty(ObjectKind::Track, nameOf(field));
    if (!owner) {
        m_queue.refuse(target, tr("There is no such track."));
    } else if (!property || !property->canSet) {
        m_queue.refuse(target, tr("Live does not let this be set."));
    } else if (field == TrackField::Arm && !owner->canBeArmed) {
        m_queue.refuse(target, tr("This track cannot be armed."));
    } else if (field == TrackField::FoldState && !owner->isFoldable) {
        m_queue.refuse(target, tr("Only groups can be folded."));
    } else {
        request(target, *property, {track.value}, value);
    }
}

void Commands::requestClip(SlotId slot, ClipField field, const LiveValue &value)
{
    const Target target = Target::clip(slot, field);
    const Property *property = findProperty(ObjectKind::Clip, nameOf(field));
    if (!m_set.clip(slot))
        m_queue.refuse(target, tr("There is no clip in this slot."));
    else if (!property || !property->canSet)
        m_queue.refuse(target, tr("Live does not let this be set."));
    else if (field == ClipField::Looping && numberOr(value, 0.0) != 0.0
        && m_set.clip(slot)->timeUnit() == ClipTimeUnit::Second)
        m_queue.refuse(target, tr("Audio that is not warped can't loop."));
    else
        request(target, *property, {slot.track.value, slot.scene.value}, value);
}

void Commands::requestClipLength(SlotId slot, ClipTime length)
{
    const Clip *clip = m_set.clip(slot);
    if (clip && (!std::isfinite(length.value) || length < shortestClip))
        m_queue.refuse(lengthTarget(slot), tr("A clip must be longer than that."));
    else
        requestEdge(slot, length, clip ? lengthWrites(*clip, length) : std::vector<ClipWrite>());
}

void Commands::requestClipExtension(SlotId slot, double bars)
{
    const Clip *clip = m_set.clip(slot);
    if (clip && (!std::isfinite(bars) || bars <= 0.0)) {
        m_queue.refuse(lengthTarget(slot), tr("A clip is extended by more than nothing."));
        return;
    }
    const ClipTime by = clip ? clip->timeScale(m_set.song().tempo).bar() * bars : ClipTime();
    requestEdge(slot, clip ? clip->span() + by : by,
        clip ? extendWrites(*clip, by) : std::vector<ClipWrite>());
}

void Commands::requestEdge(SlotId slot, ClipTime length, const std::vector<ClipWrite> &writes)
{
    const Clip *clip = m_set.clip(slot);
    if (!clip) {
        m_queue.refuse(lengthTarget(slot), tr("There is no clip in this slot."));
        return;
    }
    if (clip->isRecording) {
        m_queue.refuse(lengthTarget(slot), tr("The clip is being recorded."));
        return;
    }
    std::vector<OscMessage> messages;
    for (const ClipWrite &write : writes) {
        if (const QString complaint = ValueRules::complaintAboutTime(write.value);
            !complaint.isEmpty()) {
            m_queue.refuse(lengthTarget(slot), complaint);
            return;
        }
        const Property *property = findProperty(ObjectKind::Clip, nameOf(write.field));
        messages.push_back(
            setMessage(*property, {slot.track.value, slot.scene.value}, write.value));
    }
    m_queue.request(lengthTarget(slot), length.value, std::move(messages));
}

void Commands::requestParameter(ParameterId parameter, double value)
{
    const Target target = Target::parameter(parameter);
    const Parameter *known = m_set.parameter(parameter);
    const QString complaint
        = known ? ValueRules::complaint(*known, value) : tr("There is no such parameter.");
    if (!complaint.isEmpty()) {
        m_queue.refuse(target, complaint);
        return;
    }
    double wanted = ValueRules::fitted(*known, value);
    if (known->isQuantized)
        wanted = std::round(wanted);
    OscMessage message{QStringLiteral("/live/device/set/parameter/value"),
        {qint32(parameter.device.track.value), qint32(parameter.device.device.value),
            qint32(parameter.parameter.value), static_cast<float>(wanted)}};
    m_queue.request(target, wanted, {std::move(message)});
}

} // namespace clipdeck

#include "moc_commands.cpp"
