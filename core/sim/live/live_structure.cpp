// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Live that adds, removes and moves tracks.
#include "core/sim/live/error.h"
#include "core/sim/live/live.h"

#include <algorithm>
#include <utility>

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
    copy->frozen = track.frozen;
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

ObjectId idOf(const Track *track)
{
    return track ? track->id : 0;
}

constexpr const char *noSuchTrack = "Invalid track index";

} // namespace

/// Tracks that stand together: one, or a group with all that is in it.
struct Live::TrackShelf {
    ObjectId head = 0;
    std::size_t place = 0;
    std::optional<ObjectId> group; ///< In which they stood when they were taken away, 0: in none
    std::vector<std::unique_ptr<Track>> tracks; ///< Empty while they are in the set
};

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
    for (const auto &device : track.devices)
        drop(*device);
    for (const auto &slot : track.slots) {
        dropClip(*slot);
        m_observers.drop(slot->id);
    }
}

/// It leaves the set: nothing of it plays or waits any more, and nobody listens to it.
void Live::forget(Track &track)
{
    drop(track);
    track.launch.reset();
    track.running.reset();
    track.playing = nullptr;
    track.stopped = false;
    track.arm = false;
    track.solo = false;
    track.meter = 0.0;
}

/// It comes back into a set whose scenes or returns may be others now.
void Live::fit(Track &track)
{
    track.slots.resize(std::min(track.slots.size(), m_set.scenes.size()));
    while (track.slots.size() < m_set.scenes.size())
        track.slots.push_back(m_set.makeSlot(track));
    track.sends.resize(std::min(track.sends.size(), m_set.returns.size()));
    while (track.sends.size() < m_set.returns.size())
        track.sends.push_back(m_set.makeSend(track.sends.size()));
}

std::size_t Live::familySize(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_set.tracks.size()))
        refuse(QString::fromLatin1(noSuchTrack));
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

void Live::insertFamily(
    std::vector<std::unique_ptr<Track>> family, std::size_t at, std::optional<ObjectId> group)
{
    at = std::min(at, m_set.tracks.size());
    if (group)
        family.front()->group = m_set.findTrack(*group);
    else
        chooseGroup(*family.front(), at);
    m_set.tracks.insert(m_set.tracks.begin() + static_cast<std::ptrdiff_t>(at),
        std::make_move_iterator(family.begin()), std::make_move_iterator(family.end()));
}

/// Between two tracks of a group a new one joins the group; so every group stays in one piece.
void Live::chooseGroup(Track &head, std::size_t at) const
{
    Track *below = at < m_set.tracks.size() ? m_set.tracks[at]->group : nullptr;
    const Track *above = at > 0 ? m_set.tracks[at - 1].get() : nullptr;
    const bool keepsGroup = head.group && above
        && (above == head.group || above->isWithin(*head.group))
        && (!below || below == head.group || head.group->isWithin(*below));
    if (!keepsGroup)
        head.group = below;
}

void Live::insert(TrackShelf &shelf)
{
    if (shelf.tracks.empty())
        return;
    const TrackNames names = trackNames();
    for (const auto &track : shelf.tracks)
        fit(*track);
    insertFamily(std::exchange(shelf.tracks, {}), shelf.place, shelf.group);
    structureChanged(names);
}

void Live::remove(TrackShelf &shelf)
{
    const Track *head = m_set.findTrack(shelf.head);
    if (!head || familySize(head->index) == m_set.tracks.size())
        return;
    const TrackNames names = trackNames();
    const bool selected = m_set.selectedTrack == head || m_set.selectedTrack->isWithin(*head);
    shelf.place = static_cast<std::size_t>(head->index);
    shelf.group = idOf(head->group);
    shelf.tracks = takeFamily(head->index);
    for (const auto &track : shelf.tracks)
        forget(*track);
    structureChanged(names);
    if (selected)
        selectTrack(*m_set.tracks[std::min(shelf.place, m_set.tracks.size() - 1)]);
}

Track &Live::createTrack(TrackKind kind, std::optional<int> at)
{
    const auto shelf = std::make_shared<TrackShelf>();
    shelf->place = insertionIndex(at, m_set.tracks.size());
    shelf->tracks.push_back(m_set.makeTrack(kind, {}, newTrackColor));
    Track &track = *shelf->tracks.front();
    shelf->head = track.id;
    add(shelf);
    return track;
}

void Live::deleteTrack(int index)
{
    if (familySize(index) == m_set.tracks.size())
        refuse(u"The last track cannot be deleted"_s);
    const auto shelf = std::make_shared<TrackShelf>();
    shelf->head = m_set.tracks[static_cast<std::size_t>(index)]->id;
    take(shelf);
}

void Live::duplicateTrack(int index)
{
    const std::size_t count = familySize(index);
    const auto first = static_cast<std::size_t>(index);
    const auto shelf = std::make_shared<TrackShelf>();
    shelf->place = first + count;
    for (std::size_t i = 0; i < count; ++i)
        shelf->tracks.push_back(cloneTrack(m_set, *m_set.tracks[first + i]));
    for (std::size_t i = 0; i < count; ++i) {
        for (auto &copy : shelf->tracks) {
            if (copy->group == m_set.tracks[first + i].get())
                copy->group = shelf->tracks[i].get();
        }
    }
    Track &head = *shelf->tracks.front();
    shelf->head = head.id;
    add(shelf);
    selectTrack(head);
}

void Live::shiftTrack(ObjectId id, int to, std::optional<ObjectId> group)
{
    const Track *track = m_set.findTrack(id);
    if (!track)
        return;
    const TrackNames names = trackNames();
    std::vector<std::unique_ptr<Track>> family = takeFamily(track->index);
    insertFamily(std::move(family), static_cast<std::size_t>(std::max(0, to)), group);
    structureChanged(names);
}

void Live::moveTrack(int index, int to)
{
    familySize(index); // refuses an index out of range
    const Track &track = *m_set.tracks[static_cast<std::size_t>(index)];
    const ObjectId id = track.id;
    const ObjectId groupBefore = idOf(track.group);
    shiftTrack(id, to, {});
    const ObjectId groupAfter = idOf(track.group);
    m_history.push([=, this] { shiftTrack(id, index, groupBefore); },
        [=, this] { shiftTrack(id, to, groupAfter); });
}

Track &Live::groupTracks(int first, int last)
{
    const auto count = static_cast<int>(m_set.tracks.size());
    if (first < 0 || last < first || last >= count)
        refuse(QString::fromLatin1(noSuchTrack));
    const auto at
        = [this](int index) { return m_set.tracks[static_cast<std::size_t>(index)].get(); };
    Track *outer = at(first)->group;
    for (int i = first; i <= last; i += static_cast<int>(familySize(i))) {
        if (at(i)->group != outer || i + static_cast<int>(familySize(i)) - 1 > last)
            throw Error(ErrorKind::Value, u"the tracks do not form a unit"_s);
    }
    const TrackNames names = trackNames();
    auto group = m_set.makeTrack(TrackKind::Group, {}, newTrackColor);
    Track &added = *group;
    added.group = outer;
    for (int i = first; i <= last; ++i) {
        if (at(i)->group == outer)
            at(i)->group = &added;
    }
    m_set.tracks.insert(m_set.tracks.begin() + first, std::move(group));
    structureChanged(names);
    return added;
}

} // namespace clipdeck::sim
