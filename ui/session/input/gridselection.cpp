// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/input/gridselection.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

using Kind = GridSubject::Kind;

std::set<SceneIndex> scenesBetween(SceneIndex a, SceneIndex b)
{
    std::set<SceneIndex> out;
    const auto [first, last] = std::minmax(a, b);
    for (int scene = first.value; scene <= last.value; ++scene)
        out.insert(SceneIndex(scene));
    return out;
}

std::set<TrackIndex> tracksBetween(
    const std::vector<TrackIndex> &columns, TrackIndex a, TrackIndex b)
{
    std::set<TrackIndex> out;
    const auto [left, right] = std::minmax(a, b);
    for (TrackIndex track : columns) {
        if (track >= left && track <= right)
            out.insert(track);
    }
    return out;
}

/// The rectangle between two corners.
std::set<SlotId> slotsBetween(const std::vector<TrackIndex> &columns, SlotId a, SlotId b)
{
    std::set<SlotId> out;
    for (TrackIndex track : tracksBetween(columns, a.track, b.track)) {
        for (SceneIndex scene : scenesBetween(a.scene, b.scene))
            out.insert({track, scene});
    }
    return out;
}

template <class Id> void toggleIn(std::set<Id> &selected, Id id)
{
    if (!selected.contains(id))
        selected.insert(id);
    else if (selected.size() > 1)
        selected.erase(id);
}

template <class Id> std::vector<Id> rangeOr(const std::set<Id> &range, bool isOne, const Id &one)
{
    if (!range.empty())
        return {range.begin(), range.end()};
    return isOne ? std::vector{one} : std::vector<Id>();
}

} // namespace

void GridSelection::select(const GridSubject &subject)
{
    if (subject.kind == Kind::None)
        return;
    clearRanges();
    m_isSlot = subject.kind == Kind::Slot;
    if (subject.kind != Kind::Scene)
        m_track = subject.track;
    if (subject.kind != Kind::Track)
        m_scene = subject.scene;
}

void GridSelection::extendTo(
    const GridSubject &anchor, const GridSubject &subject, const std::vector<TrackIndex> &columns)
{
    select(subject);
    if (anchor.kind != subject.kind)
        return;
    switch (subject.kind) {
    case Kind::Slot:
        m_slots = slotsBetween(columns, anchor.slot(), subject.slot());
        break;
    case Kind::Track:
        m_tracks = tracksBetween(columns, anchor.track, subject.track);
        break;
    case Kind::Scene:
        m_scenes = scenesBetween(anchor.scene, subject.scene);
        break;
    case Kind::None:
        break;
    }
}

void GridSelection::toggle(const GridSubject &subject, const GridSubject &last)
{
    const GridSelection before = *this;
    select(subject);
    const auto together = [&](auto range, const auto &lastOne, const auto &one) {
        if (last.kind == subject.kind)
            range.insert(lastOne);
        toggleIn(range, one);
        return range;
    };
    switch (subject.kind) {
    case Kind::Slot:
        m_slots = together(before.m_slots, last.slot(), subject.slot());
        break;
    case Kind::Track:
        m_tracks = together(before.m_tracks, last.track, subject.track);
        break;
    case Kind::Scene:
        m_scenes = together(before.m_scenes, last.scene, subject.scene);
        break;
    case Kind::None:
        break;
    }
}

void GridSelection::clearRanges()
{
    m_slots.clear();
    m_scenes.clear();
    m_tracks.clear();
}

std::optional<SlotId> GridSelection::slot() const
{
    return m_isSlot ? std::optional(SlotId{m_track, m_scene}) : std::nullopt;
}

bool GridSelection::contains(TrackIndex track) const
{
    return track.isValid() && (track == m_track || m_tracks.contains(track));
}

bool GridSelection::contains(SceneIndex scene) const
{
    return scene == m_scene || m_scenes.contains(scene);
}

bool GridSelection::contains(SlotId slot) const
{
    return m_isSlot && (slot == SlotId{m_track, m_scene} || m_slots.contains(slot));
}

bool GridSelection::isAmongSeveral(const GridSubject &subject) const
{
    switch (subject.kind) {
    case Kind::Slot:
        return m_slots.contains(subject.slot());
    case Kind::Track:
        return m_tracks.contains(subject.track);
    case Kind::Scene:
        return m_scenes.contains(subject.scene);
    case Kind::None:
        break;
    }
    return false;
}

std::vector<SlotId> GridSelection::slotIds(const GridSubject &last) const
{
    return rangeOr(m_slots, last.kind == Kind::Slot, last.slot());
}

std::vector<SceneIndex> GridSelection::scenes(const GridSubject &last) const
{
    return rangeOr(m_scenes, last.kind == Kind::Scene, last.scene);
}

std::vector<TrackIndex> GridSelection::tracks(const GridSubject &last) const
{
    return rangeOr(m_tracks, last.kind == Kind::Track, last.track);
}

std::vector<GridSubject> GridSelection::marked() const
{
    std::vector<GridSubject> out{
        {Kind::Track, m_track, {}}, {Kind::Scene, {}, m_scene}, {Kind::Slot, m_track, m_scene}};
    for (SlotId slot : m_slots)
        out.push_back({Kind::Slot, slot.track, slot.scene});
    for (SceneIndex scene : m_scenes)
        out.push_back({Kind::Scene, {}, scene});
    for (TrackIndex track : m_tracks)
        out.push_back({Kind::Track, track, {}});
    return out;
}

} // namespace clipdeck
