// SPDX-License-Identifier: GPL-3.0-or-later
// A set from what a Live Set's file says.
#include "core/sim/sets/als/document.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// The word behind the number or letter of a name that Live gave: "3-Bass" → "Bass". None for one of the user's.
QString labelOf(const AlsTrack &track)
{
    if (!track.userName.isEmpty())
        return {};
    const qsizetype dash = track.effectiveName.indexOf(u'-');
    return track.effectiveName.mid(dash + 1);
}

void addDevices(Set &set, Track &track, const std::vector<AlsDevice> &devices)
{
    for (const AlsDevice &from : devices) {
        auto device = std::make_unique<Device>();
        device->id = set.newId();
        device->name = from.name.isEmpty() ? from.displayName : from.name;
        device->className = from.className;
        device->displayName = from.displayName;
        device->type = from.type;
        device->rack = from.rack;
        for (const AlsParameter &each : from.parameters) {
            device->parameters.push_back(set.makeParameter(each.spec));
            device->parameters.back()->value = static_cast<float>(each.value);
        }
        track.devices.push_back(std::move(device));
    }
}

void addClips(Set &set, Track &track, std::vector<AlsSlot> &from)
{
    const std::size_t count = std::min(from.size(), track.slots.size());
    for (std::size_t i = 0; i < count; ++i) {
        Slot &slot = *track.slots[i];
        slot.hasStopButton = from[i].hasStopButton;
        if (!from[i].clip)
            continue;
        slot.clip = std::move(from[i].clip);
        slot.clip->id = set.newId();
        slot.clip->slot = &slot;
    }
}

void fill(Set &set, Track &track, AlsTrack &from)
{
    if (const QString label = labelOf(from); !label.isEmpty() && from.kind != TrackKind::Main)
        track.label = label;
    track.userName = from.kind == TrackKind::Main ? QString() : from.userName;
    track.color = from.color;
    track.folded = from.folded;
    track.frozen = from.frozen && track.takesClips();
    track.volume.value = static_cast<float>(from.volume);
    track.panning.value = static_cast<float>(from.panning);
    track.mute = from.kind != TrackKind::Main && from.mute;
    track.solo = from.kind != TrackKind::Main && from.solo;
    track.arm = track.takesClips() && from.arm;
    track.monitoring = from.monitoring;
    const std::size_t sends = std::min(from.sends.size(), track.sends.size());
    for (std::size_t i = 0; i < sends; ++i)
        track.sends[i]->value = static_cast<float>(from.sends[i]);
    addDevices(set, track, from.devices);
    addClips(set, track, from.slots);
}

/// A group's tracks follow it without a gap. Who claims otherwise is in no group.
Track *groupOf(const AlsTrack &track, const QHash<int, Track *> &groups, const Track *above)
{
    Track *group = groups.value(track.groupId, nullptr);
    return group && above && (above == group || above->isWithin(*group)) ? group : nullptr;
}

void addTracks(Set &set, std::vector<AlsTrack> &from)
{
    QHash<int, Track *> groups;
    const Track *above = nullptr;
    for (AlsTrack &each : from) {
        if (each.kind == TrackKind::Return)
            continue;
        Track &track = set.addTrack(each.kind, {}, each.color, groupOf(each, groups, above));
        above = &track;
        if (each.kind == TrackKind::Group)
            groups.insert(each.id, &track);
        fill(set, track, each);
    }
}

} // namespace

Set buildSet(AlsDocument document)
{
    Set set;
    const ObjectId songId = set.song.id;
    const ObjectId viewId = set.song.viewId;
    set.song = std::move(document.song);
    set.song.id = songId;
    set.song.viewId = viewId;
    for (Scene &from : document.scenes) {
        Scene &scene = set.addScene();
        from.id = scene.id;
        from.index = scene.index;
        scene = std::move(from);
    }
    std::vector<AlsTrack *> returns;
    for (AlsTrack &track : document.tracks) {
        if (track.kind == TrackKind::Return)
            returns.push_back(&track);
    }
    for (const AlsTrack *each : returns)
        set.addReturn(u"Return"_s, each->color);
    addTracks(set, document.tracks);
    for (std::size_t i = 0; i < returns.size(); ++i)
        fill(set, *set.returns[i], *returns[i]);
    fill(set, *set.main, document.main);
    std::stable_sort(document.cuePoints.begin(), document.cuePoints.end(),
        [](const CuePoint &a, const CuePoint &b) { return a.time < b.time; });
    for (const CuePoint &cue : document.cuePoints)
        set.cuePoints.push_back({set.newId(), cue.name, cue.time});
    return set;
}

} // namespace clipdeck::sim
