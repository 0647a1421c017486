// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Live that adds and removes return tracks and devices.
#include "core/sim/live/devices.h"
#include "core/sim/live/error.h"
#include "core/sim/live/live.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr int newReturnColor = 0xFF94A6;
constexpr std::size_t maximumReturns = 12;

} // namespace

/// A return track with the knobs that send to it, by track.
struct Live::ReturnShelf {
    ObjectId id = 0;
    std::size_t place = 0;
    std::unique_ptr<Track> track;
    std::map<ObjectId, std::unique_ptr<Parameter>> sends;
};

struct Live::DeviceShelf {
    ObjectId track = 0;
    ObjectId id = 0;
    std::size_t place = 0;
    std::unique_ptr<Device> device;
};

// -- returns ------------------------------------------------------------------------------------------------------

void Live::insert(ReturnShelf &shelf)
{
    if (!shelf.track)
        return;
    const std::size_t place = std::min(shelf.place, m_set.returns.size());
    shelf.id = shelf.track->id;
    m_set.returns.insert(
        m_set.returns.begin() + static_cast<std::ptrdiff_t>(place), std::move(shelf.track));
    for (auto *pool : {&m_set.tracks, &m_set.returns}) {
        for (auto &track : *pool) {
            const auto kept = shelf.sends.find(track->id);
            auto send = kept == shelf.sends.end() ? m_set.makeSend(place) : std::move(kept->second);
            track->sends.insert(
                track->sends.begin() + static_cast<std::ptrdiff_t>(place), std::move(send));
        }
    }
    shelf.sends.clear();
    m_set.reindex();
}

void Live::remove(ReturnShelf &shelf)
{
    const auto found = std::find_if(m_set.returns.begin(), m_set.returns.end(),
        [&](const auto &track) { return track->id == shelf.id; });
    if (found == m_set.returns.end())
        return;
    const auto which = found - m_set.returns.begin();
    shelf.place = static_cast<std::size_t>(which);
    for (auto *pool : {&m_set.tracks, &m_set.returns}) {
        for (auto &track : *pool) {
            const auto send = track->sends.begin() + which;
            m_observers.drop((*send)->id);
            shelf.sends.emplace(track->id, std::move(*send));
            track->sends.erase(send);
        }
    }
    if (m_set.selectedTrack == found->get())
        selectTrack(*m_set.tracks[std::min(shelf.place, m_set.tracks.size() - 1)]);
    drop(**found);
    shelf.track = std::move(*found);
    m_set.returns.erase(found);
    m_set.reindex();
}

Track &Live::createReturn()
{
    if (m_set.returns.size() >= maximumReturns)
        throw Error(ErrorKind::Other, u"Maximum number of return tracks reached"_s);
    const auto shelf = std::make_shared<ReturnShelf>();
    shelf->place = m_set.returns.size();
    shelf->track = m_set.makeTrack(TrackKind::Return, {}, newReturnColor);
    Track &track = *shelf->track;
    add(shelf);
    return track;
}

void Live::deleteReturn(int index)
{
    if (index < 0 || index >= static_cast<int>(m_set.returns.size()))
        refuse(u"Invalid return track index"_s);
    const auto shelf = std::make_shared<ReturnShelf>();
    shelf->id = m_set.returns[static_cast<std::size_t>(index)]->id;
    take(shelf);
}

// -- devices ------------------------------------------------------------------------------------------------------

void Live::drop(const Device &device)
{
    m_observers.drop(device.id);
    for (const auto &parameter : device.parameters)
        m_observers.drop(parameter->id);
}

void Live::insert(DeviceShelf &shelf)
{
    Track *track = m_set.findTrack(shelf.track);
    if (!track || !shelf.device)
        return;
    const std::size_t place = std::min(shelf.place, track->devices.size());
    track->devices.insert(
        track->devices.begin() + static_cast<std::ptrdiff_t>(place), std::move(shelf.device));
    for (QLatin1String changed : {"has_audio_output"_L1, "has_midi_output"_L1})
        notify(track->id, changed);
}

void Live::remove(DeviceShelf &shelf)
{
    Track *track = m_set.findTrack(shelf.track);
    if (!track)
        return;
    const auto found = std::find_if(track->devices.begin(), track->devices.end(),
        [&](const auto &device) { return device->id == shelf.id; });
    if (found == track->devices.end())
        return;
    drop(**found);
    if (track->selectedDevice == found->get())
        track->selectedDevice = nullptr;
    shelf.place = static_cast<std::size_t>(found - track->devices.begin());
    shelf.device = std::move(*found);
    track->devices.erase(found);
    for (QLatin1String changed : {"has_audio_output"_L1, "has_midi_output"_L1})
        notify(track->id, changed);
}

Device &Live::addDevice(Track &track, const QString &kind, std::optional<int> at)
{
    if (!deviceKinds().contains(kind))
        throw Error(ErrorKind::Value, u"unknown device: "_s + kind);
    const auto shelf = std::make_shared<DeviceShelf>();
    shelf->place = insertionIndex(at, track.devices.size());
    shelf->device = makeDevice(m_set, kind);
    shelf->track = track.id;
    shelf->id = shelf->device->id;
    Device &device = *shelf->device;
    insert(*shelf); // the user's; not a step here (README.md, what it leaves out)
    return device;
}

void Live::deleteDevice(Track &track, int index)
{
    if (index < 0 || index >= static_cast<int>(track.devices.size()))
        throw Error(ErrorKind::Other, u"Index out of range"_s);
    const auto shelf = std::make_shared<DeviceShelf>();
    shelf->track = track.id;
    shelf->id = track.devices[static_cast<std::size_t>(index)]->id;
    take(shelf);
}

} // namespace clipdeck::sim
