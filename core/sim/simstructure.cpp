// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Live that adds, removes and moves tracks and devices.
#include "core/sim/simerror.h"
#include "core/sim/simlive.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr int newTrackColor = 0xFF94A6;

std::unique_ptr<Device> cloneDevice(Set &set, const Device &device)
{
    auto copy = std::make_unique<Device>();
    copy->id = set.newId();
    copy->name = device.name;
    copy->className = device.className;
    copy->displayName = device.displayName;
    copy->type = device.type;
    copy->rack = device.rack;
    for (const auto &parameter : device.parameters) {
        copy->parameters.push_back(set.makeParameter(parameter->spec));
        copy->parameters.back()->value = parameter->value;
    }
    return copy;
}

std::unique_ptr<Track> cloneTrack(Set &set, const Track &track)
{
    auto copy = set.makeTrack(track.kind, track.userName, track.color);
    copy->label = track.label;
    copy->group = track.group;
    copy->folded = track.folded;
    copy->mute = track.mute;
    copy->volume.value = track.volume.value;
    copy->panning.value = track.panning.value;
    for (std::size_t i = 0; i < track.sends.size(); ++i)
        copy->sends[i]->value = track.sends[i]->value;
    for (const auto &device : track.devices)
        copy->devices.push_back(cloneDevice(set, *device));
    for (std::size_t i = 0; i < track.slots.size(); ++i) {
        Slot &slot = *copy->slots[i];
        slot.hasStopButton = track.slots[i]->hasStopButton;
        if (track.slots[i]->clip)
            slot.clip = cloneClip(*track.slots[i]->clip, slot, set.newId());
    }
    return copy;
}

} // namespace

std::size_t Live::insertionIndex(std::optional<int> at, std::size_t count) const
{
    if (!at || *at == -1)
        return count;
    if (*at < 0 || *at > static_cast<int>(count))
        throw Error(ErrorKind::Other, u"Invalid index"_s);
    return static_cast<std::size_t>(*at);
}

Live::TrackNames Live::trackNames() const
{
    TrackNames names;
    for (const auto &track : m_set.tracks)
        names.emplace(track->id, track->name());
    return names;
}

void Live::structureChanged(const TrackNames &before)
{
    // Nothing tells of the structure itself, but automatic names count on: those listeners do fire.
    m_set.reindex();
    for (const auto &track : m_set.tracks) {
        const auto known = before.find(track->id);
        if (known != before.end() && known->second != track->name())
            notify(track->id, "name"_L1);
    }
}

void Live::drop(const Track &track)
{
    for (const ObjectId id : {track.id, track.volume.id, track.panning.id})
        m_observers.drop(id);
    for (const auto &send : track.sends)
        m_observers.drop(send->id);
    for (const auto &device : track.devices) {
        m_observers.drop(device->id);
        for (const auto &parameter : device->parameters)
            m_observers.drop(parameter->id);
    }
    for (const auto &slot : track.slots) {
        dropClip(*slot);
        m_observers.drop(slot->id);
    }
}

// -- tracks -------------------------------------------------------------------------------------------------------

std::size_t Live::familySize(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_set.tracks.size()))
        refuse(u"Invalid track index"_s);
    const auto first = static_cast<std::size_t>(index);
    std::size_t count = 1;
    while (first + count < m_set.tracks.size()
        && m_set.tracks[first + count]->isWithin(*m_set.tracks[first]))
        ++count;
    return count;
}

std::vector<std::unique_ptr<Track>> Live::takeFamily(int index)
{
    const auto first = m_set.tracks.begin() + index;
    const auto last = first + static_cast<std::ptrdiff_t>(familySize(index));
    std::vector<std::unique_ptr<Track>> family(
        std::make_move_iterator(first), std::make_move_iterator(last));
    m_set.tracks.erase(first, last);
    return family;
}

void Live::insertFamily(std::vector<std::unique_ptr<Track>> family, std::size_t at)
{
    // Between two tracks of a group it joins the group; so every group stays in one piece.
    at = std::min(at, m_set.tracks.size());
    Track *below = at < m_set.tracks.size() ? m_set.tracks[at]->group : nullptr;
    Track &head = *family.front();
    const Track *above = at > 0 ? m_set.tracks[at - 1].get() : nullptr;
    const bool keepsGroup = head.group && above
        && (above == head.group || above->isWithin(*head.group))
        && (!below || below == head.group || head.group->isWithin(*below));
    if (!keepsGroup)
        head.group = below;
    m_set.tracks.insert(m_set.tracks.begin() + static_cast<std::ptrdiff_t>(at),
        std::make_move_iterator(family.begin()), std::make_move_iterator(family.end()));
}

Track &Live::createTrack(TrackKind kind, std::optional<int> at)
{
    const std::size_t place = insertionIndex(at, m_set.tracks.size());
    const TrackNames names = trackNames();
    std::vector<std::unique_ptr<Track>> family;
    family.push_back(m_set.makeTrack(kind, {}, newTrackColor));
    Track &track = *family.front();
    insertFamily(std::move(family), place);
    structureChanged(names);
    return track;
}

void Live::deleteTrack(int index)
{
    if (familySize(index) == m_set.tracks.size())
        refuse(u"The last track cannot be deleted"_s);
    const TrackNames names = trackNames();
    const std::vector<std::unique_ptr<Track>> gone = takeFamily(index);
    const bool selected = std::any_of(gone.begin(), gone.end(),
        [&](const auto &track) { return track.get() == m_set.selectedTrack; });
    for (const auto &track : gone) {
        track->group = nullptr;
        drop(*track);
    }
    structureChanged(names);
    if (selected) {
        const auto next = std::min(static_cast<std::size_t>(index), m_set.tracks.size() - 1);
        m_set.selectedTrack = m_set.tracks[next].get();
        notify(song().viewId, "selected_track"_L1);
    }
}

void Live::duplicateTrack(int index)
{
    const std::size_t count = familySize(index);
    const TrackNames names = trackNames();
    const auto first = static_cast<std::size_t>(index);
    std::vector<std::unique_ptr<Track>> copies;
    for (std::size_t i = 0; i < count; ++i)
        copies.push_back(cloneTrack(m_set, *m_set.tracks[first + i]));
    for (std::size_t i = 0; i < count; ++i) {
        for (auto &copy : copies) {
            if (copy->group == m_set.tracks[first + i].get())
                copy->group = copies[i].get();
        }
    }
    Track &head = *copies.front();
    m_set.tracks.insert(m_set.tracks.begin() + static_cast<std::ptrdiff_t>(first + count),
        std::make_move_iterator(copies.begin()), std::make_move_iterator(copies.end()));
    structureChanged(names);
    selectTrack(head);
}

void Live::moveTrack(int index, int to)
{
    const TrackNames names = trackNames();
    familySize(index); // refuses an index out of range
    std::vector<std::unique_ptr<Track>> family = takeFamily(index);
    insertFamily(std::move(family), static_cast<std::size_t>(std::max(0, to)));
    structureChanged(names);
}

Track &Live::createReturn()
{
    constexpr std::size_t maximumReturns = 12;
    if (m_set.returns.size() >= maximumReturns)
        throw Error(ErrorKind::Other, u"Maximum number of return tracks reached"_s);
    return m_set.addReturn(u"Return"_s, newTrackColor);
}

void Live::deleteReturn(int index)
{
    if (index < 0 || index >= static_cast<int>(m_set.returns.size()))
        refuse(u"Invalid return track index"_s);
    const auto which = static_cast<std::ptrdiff_t>(index);
    for (auto *pool : {&m_set.tracks, &m_set.returns}) {
        for (auto &track : *pool) {
            m_observers.drop(track->sends[static_cast<std::size_t>(index)]->id);
            track->sends.erase(track->sends.begin() + which);
        }
    }
    if (m_set.selectedTrack == m_set.returns[static_cast<std::size_t>(index)].get())
        selectTrack(*m_set.tracks.front());
    drop(*m_set.returns[static_cast<std::size_t>(index)]);
    m_set.returns.erase(m_set.returns.begin() + which);
    m_set.reindex();
}

void Live::deleteDevice(Track &track, int index)
{
    if (index < 0 || index >= static_cast<int>(track.devices.size()))
        throw Error(ErrorKind::Other, u"Index out of range"_s);
    const auto place = track.devices.begin() + index;
    if (track.selectedDevice == place->get())
        track.selectedDevice = nullptr;
    m_observers.drop((*place)->id);
    for (const auto &parameter : (*place)->parameters)
        m_observers.drop(parameter->id);
    track.devices.erase(place);
}

} // namespace clipdeck::sim
