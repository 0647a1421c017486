// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/liveset.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

template <class Container> auto *at(Container &container, int position)
{
    return position >= 0 && static_cast<std::size_t>(position) < container.size()
        ? &container[static_cast<std::size_t>(position)]
        : nullptr;
}

template <class T> std::vector<T> reordered(std::vector<T> &old, const std::vector<int> &oldPlaces)
{
    std::vector<T> out(oldPlaces.size());
    for (std::size_t i = 0; i < oldPlaces.size(); ++i) {
        if (T *kept = at(old, oldPlaces[i]))
            out[i] = std::move(*kept);
    }
    return out;
}

/// Where the scene is now that was at `old`; what is no scene stays what it is.
int placeNow(int old, const std::vector<int> &oldPlaces)
{
    if (old < 0)
        return old;
    const auto found = std::find(oldPlaces.begin(), oldPlaces.end(), old);
    return found == oldPlaces.end() ? noSlot : static_cast<int>(found - oldPlaces.begin());
}

} // namespace

LiveSet::LiveSet(QObject *parent)
    : QObject(parent)
{
}

const Track *LiveSet::track(TrackIndex index) const
{
    return at(m_tracks, index.value);
}

const Scene *LiveSet::scene(SceneIndex index) const
{
    return at(m_scenes, index.value);
}

const Slot *LiveSet::slot(SlotId id) const
{
    const Track *owner = track(id.track);
    return owner ? at(owner->slotList, id.scene.value) : nullptr;
}

const Clip *LiveSet::clip(SlotId id) const
{
    const Slot *holder = slot(id);
    return holder && holder->clip ? &*holder->clip : nullptr;
}

const Device *LiveSet::device(DeviceId id) const
{
    const Track *owner = track(id.track);
    return owner ? at(owner->devices, id.device.value) : nullptr;
}

const Parameter *LiveSet::parameter(ParameterId id) const
{
    const Device *owner = device(id.device);
    return owner ? at(owner->parameters, id.parameter.value) : nullptr;
}

Track *LiveSet::trackAt(TrackIndex index)
{
    return const_cast<Track *>(std::as_const(*this).track(index));
}

Slot *LiveSet::slotAt(SlotId id)
{
    return const_cast<Slot *>(std::as_const(*this).slot(id));
}

Parameter *LiveSet::parameterAt(ParameterId id)
{
    return const_cast<Parameter *>(std::as_const(*this).parameter(id));
}

const Wish *LiveSet::wish(const Target &target) const
{
    const auto it = m_wishes.find(target);
    return it == m_wishes.end() ? nullptr : &it->second;
}

LiveValue LiveSet::shown(const Target &target, const LiveValue &confirmed) const
{
    const Wish *pending = wish(target);
    return pending && pending->isSent() && !isNothing(pending->value) ? pending->value : confirmed;
}

void LiveSet::clear()
{
    const bool wasEmpty = m_tracks.empty() && m_scenes.empty() && m_song == Song{};
    forgetWishes();
    forgetUnknowns();
    m_tracks.clear();
    m_scenes.clear();
    m_song = {};
    m_selection = {};
    m_complete = false;
    if (!wasEmpty)
        m_changes.structure = m_changes.moved = true;
}

void LiveSet::applyStructure(int tracks, int scenes)
{
    tracks = std::max(0, tracks);
    scenes = std::max(0, scenes);
    if (tracks == trackCount() && scenes == sceneCount())
        return;
    m_tracks.resize(static_cast<std::size_t>(tracks));
    m_scenes.resize(static_cast<std::size_t>(scenes));
    for (Track &track : m_tracks)
        track.slotList.resize(static_cast<std::size_t>(scenes));
    m_changes.structure = true;
    m_changes.moved = true;
}

void LiveSet::applyTrackOrder(const std::vector<int> &oldPlaces)
{
    m_tracks = reordered(m_tracks, oldPlaces);
    for (Track &track : m_tracks) {
        track.slotList.resize(m_scenes.size());
        for (Device &device : track.devices) {
            for (Parameter &parameter : device.parameters)
                parameter.valueString.clear();
        }
    }
    forgetWishes();
    forgetUnknowns();
    m_changes.structure = true;
    m_changes.moved = true;
}

void LiveSet::applySceneOrder(const std::vector<int> &oldPlaces)
{
    m_scenes = reordered(m_scenes, oldPlaces);
    for (Track &track : m_tracks) {
        track.slotList = reordered(track.slotList, oldPlaces);
        track.playingSlot = placeNow(track.playingSlot, oldPlaces);
        track.firedSlot = placeNow(track.firedSlot, oldPlaces);
    }
    forgetWishes();
    forgetUnknowns();
    m_changes.structure = true;
    m_changes.moved = true;
}

void LiveSet::forgetWishes()
{
    for (const auto &[target, wish] : m_wishes)
        m_changes.wishes.insert(target);
    m_wishes.clear();
}

void LiveSet::forgetUnknowns()
{
    m_changes.unknowns.merge(m_unknowns);
    m_unknowns.clear();
}

void LiveSet::applyUnknown(const Target &target, bool unknown)
{
    if (m_unknowns.empty() && !unknown) // nearly always, and this is asked with every value
        return;
    if (unknown == m_unknowns.contains(target))
        return;
    if (unknown)
        m_unknowns.insert(target);
    else
        m_unknowns.erase(target);
    m_changes.unknowns.insert(target);
}

void LiveSet::applyComplete(bool complete)
{
    if (std::exchange(m_complete, complete) != complete)
        m_changes.structure = true;
}

void LiveSet::applyStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        m_changes.structure = true;
}

void LiveSet::apply(SongField field, const LiveValue &value)
{
    if (rowOf(songFields(), field).set(m_song, value) == Applied::Changed)
        m_changes.song.add(field);
}

void LiveSet::applyCuePoints(std::vector<CuePoint> cuePoints)
{
    applyUnknown(Target::song(SongField::CuePoints), false);
    std::ranges::stable_sort(cuePoints, {}, &CuePoint::time);
    if (m_song.cuePoints == cuePoints)
        return;
    m_song.cuePoints = std::move(cuePoints);
    m_changes.song.add(SongField::CuePoints);
}

void LiveSet::apply(SelectionField field, const LiveValue &value)
{
    if (rowOf(selectionFields(), field).set(m_selection, value) == Applied::Changed)
        m_changes.selection.add(field);
}

void LiveSet::apply(TrackIndex track, TrackField field, const LiveValue &value)
{
    applyUnknown(Target::track(track, field), false);
    Track *owner = trackAt(track);
    if (!owner || rowOf(trackFields(), field).set(*owner, value) != Applied::Changed)
        return;
    m_changes.tracks[track].add(field);
    // What a track cannot have, it does not keep from the track that was here before.
    if (field == TrackField::CanBeArmed && !owner->canBeArmed) {
        apply(track, TrackField::Arm, LiveValue());
        apply(track, TrackField::CurrentMonitoringState, LiveValue());
    }
    if (field == TrackField::HasAudioOutput && !owner->hasAudioOutput) {
        apply(track, TrackField::OutputMeterLeft, LiveValue());
        apply(track, TrackField::OutputMeterRight, LiveValue());
    }
    if (field == TrackField::IsFoldable && !owner->isFoldable)
        apply(track, TrackField::FoldState, LiveValue());
}

void LiveSet::applySends(TrackIndex track, const std::vector<double> &sends)
{
    Track *owner = trackAt(track);
    if (owner && std::exchange(owner->sends, sends) != sends)
        m_changes.tracks[track].add(TrackField::Sends);
}

void LiveSet::applySend(TrackIndex track, SendIndex send, double value)
{
    Track *owner = trackAt(track);
    const auto place = static_cast<std::size_t>(send.value);
    if (owner && place < owner->sends.size() && std::exchange(owner->sends[place], value) != value)
        m_changes.tracks[track].add(TrackField::Sends);
}

void LiveSet::applyDevices(TrackIndex track, std::vector<Device> devices)
{
    Track *owner = trackAt(track);
    if (!owner || owner->devices == devices)
        return;
    owner->devices = std::move(devices);
    m_changes.tracks[track].add(TrackField::Devices);
    const auto isGone = [&](const Target &target) {
        if (target.ownerTrack() != track)
            return false;
        const auto *ofDevice = target.as<DeviceParameters>();
        const auto *ofParameter = target.as<ParameterId>();
        return (ofDevice && !device(ofDevice->device)) || (ofParameter && !parameter(*ofParameter));
    };
    for (const Target &target : std::set(m_unknowns)) {
        if (isGone(target))
            applyUnknown(target, false);
    }
}

void LiveSet::applyRoutingChoices(TrackIndex track, const RoutingChoices &choices)
{
    Track *owner = trackAt(track);
    if (owner && std::exchange(owner->routingChoices, choices) != choices)
        m_changes.tracks[track].add(TrackField::RoutingChoices);
}

void LiveSet::apply(SceneIndex scene, SceneField field, const LiveValue &value)
{
    applyUnknown(Target::scene(scene, field), false);
    Scene *owner = at(m_scenes, scene.value);
    if (owner && rowOf(sceneFields(), field).set(*owner, value) == Applied::Changed)
        m_changes.scenes[scene].add(field);
}

void LiveSet::apply(SlotId slot, SlotField field, const LiveValue &value)
{
    Slot *owner = slotAt(slot);
    if (owner && rowOf(slotFields(), field).set(*owner, value) == Applied::Changed)
        m_changes.slotFields[slot].add(field);
}

void LiveSet::applyHasClip(SlotId slot, bool hasClip)
{
    Slot *owner = slotAt(slot);
    if (!owner || owner->clip.has_value() == hasClip)
        return;
    owner->readAt = -1; // of what is there now nothing is known
    applyUnknown(Target::clip(slot, ClipField::Name), false);
    if (hasClip)
        owner->clip.emplace();
    else
        owner->clip.reset();
    m_changes.slotFields[slot].add(SlotField::Clip);
}

void LiveSet::apply(SlotId slot, ClipField field, const LiveValue &value)
{
    applyUnknown(Target::clip(slot, field), false);
    Slot *owner = slotAt(slot);
    if (!owner || !owner->clip)
        return;
    // An answer that was on its way when tracks moved must not give a MIDI clip what only audio has.
    const bool isOfAudio = std::ranges::find(audioClipFields, field) != audioClipFields.end();
    const LiveValue fitting = isOfAudio && owner->clip->isMidiClip ? LiveValue() : value;
    if (rowOf(clipFields(), field).set(*owner->clip, fitting) != Applied::Changed)
        return;
    m_changes.clips[slot].add(field);
    if (field != ClipField::IsMidiClip || !owner->clip->isMidiClip)
        return;
    for (ClipField lost : audioClipFields)
        apply(slot, lost, LiveValue());
}

void LiveSet::applyNotes(SlotId slot, std::vector<Note> notes)
{
    Slot *owner = slotAt(slot);
    if (!owner || !owner->clip || owner->clip->notes == notes)
        return;
    owner->clip->notes = std::move(notes);
    m_changes.clips[slot].add(ClipField::Notes);
}

void LiveSet::applyRead(SlotId slot, qint64 now)
{
    if (Slot *owner = slotAt(slot))
        owner->readAt = now;
}

void LiveSet::applyOverdue(SlotId slot, bool overdue)
{
    Slot *owner = slotAt(slot);
    if (owner && std::exchange(owner->isOverdue, overdue) != overdue)
        m_changes.slotFields[slot].add(SlotField::IsOverdue);
}

void LiveSet::applyParameter(ParameterId parameter, double value)
{
    Parameter *owner = parameterAt(parameter);
    if (!owner || !std::isfinite(value) || std::exchange(owner->value, value) == value)
        return;
    owner->valueString.clear(); // it said what the old value was
    m_changes.parameters.insert(parameter);
}

void LiveSet::applyParameterText(ParameterId parameter, const QString &valueString)
{
    Parameter *owner = parameterAt(parameter);
    if (owner && std::exchange(owner->valueString, valueString) != valueString)
        m_changes.parameters.insert(parameter);
}

void LiveSet::request(const Target &target, LiveValue value, qint64 now)
{
    m_wishes[target] = Wish{Wish::State::Sent, std::move(value), now, {}};
    m_changes.wishes.insert(target);
}

void LiveSet::confirm(const Target &target)
{
    if (m_wishes.erase(target) > 0)
        m_changes.wishes.insert(target);
}

void LiveSet::refuse(const Target &target, const QString &reason, qint64 now)
{
    m_wishes[target] = Wish{Wish::State::Refused, {}, now, reason};
    m_changes.wishes.insert(target);
}

void LiveSet::dropVanished()
{
    std::erase_if(m_changes.tracks, [this](const auto &entry) { return !track(entry.first); });
    std::erase_if(m_changes.scenes, [this](const auto &entry) { return !scene(entry.first); });
    std::erase_if(m_changes.slotFields, [this](const auto &entry) { return !slot(entry.first); });
    std::erase_if(m_changes.clips, [this](const auto &entry) { return !clip(entry.first); });
    std::erase_if(m_changes.parameters, [this](ParameterId id) { return !parameter(id); });
}

void LiveSet::publish()
{
    // Whoever listens may work out more from it; that is told in the same turn, so that what was told is what is here.
    for (dropVanished(); !m_changes.isEmpty(); dropVanished()) {
        const Changes batch = std::exchange(m_changes, {});
        Q_EMIT changed(batch);
    }
}

} // namespace clipdeck

#include "moc_liveset.cpp"
