// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/changesjson.h"

#include "core/live/livesetjson.h"
#include "core/live/unknown.h"

namespace clipdeck {

namespace {

using Changed = std::vector<JsonChange>;

QJsonArray under(QJsonArray path, const QJsonValue &step)
{
    path.append(step);
    return path;
}

QJsonArray trackPath(TrackIndex track)
{
    return {QStringLiteral("tracks"), track.value};
}

/// The properties among `fields` that stand in the dump under their own names.
template <class Rows, class Field, class Owner>
void addRows(Changed &out, const QJsonArray &path, const Rows &rows, FieldSet<Field> fields,
    const Owner &owner)
{
    for (const auto &row : rows) {
        if (fields.has(row.field))
            out.push_back({under(path, jsonName(row.name)), toJsonValue(row.get(owner))});
    }
}

void addSong(Changed &out, const LiveSet &set, FieldSet<SongField> fields)
{
    const QJsonArray path{QStringLiteral("song")};
    for (const auto &row : songFields()) { // by Live's own names, all of them
        if (fields.has(row.field))
            out.push_back({under(path, QLatin1String(row.name)), toJsonValue(row.get(set.song()))});
    }
    if (fields.has(SongField::CuePoints))
        out.push_back({under(path, QStringLiteral("cue_points")), toJson(set.song().cuePoints)});
}

void addTrack(Changed &out, const LiveSet &set, TrackIndex index, FieldSet<TrackField> fields)
{
    const Track &track = *set.track(index);
    const QJsonArray path = trackPath(index);
    if (fields.has(TrackField::IsFoldable) || fields.has(TrackField::HasMidiInput)) {
        out.push_back({path, trackToJson(set, index)}); // another kind of track has other members
        return;
    }
    addRows(out, path, trackFields(), fields, track);
    if (fields.has(TrackField::Sends))
        out.push_back({under(path, QStringLiteral("sends")), toJson(track.sends)});
    if (fields.has(TrackField::RoutingChoices))
        out.push_back(
            {under(path, QStringLiteral("routing_choices")), toJson(track.routingChoices)});
    if (!fields.has(TrackField::Devices))
        return;
    QJsonArray devices;
    for (const Device &device : track.devices)
        devices.append(toJson(device));
    out.push_back({under(path, QStringLiteral("devices")), devices});
}

QJsonArray slotPath(SlotId slot, const char *list)
{
    return under(under(trackPath(slot.track), QLatin1String(list)), slot.scene.value);
}

void addSlot(Changed &out, const LiveSet &set, SlotId id, FieldSet<SlotField> fields)
{
    const Slot &slot = *set.slot(id);
    if (fields.has(SlotField::Clip))
        out.push_back({slotPath(id, "slots"),
            slot.clip ? QJsonValue(toJson(*slot.clip)) : QJsonValue(QJsonValue::Null)});
    if (fields.has(SlotField::HasStopButton))
        out.push_back({slotPath(id, "stop_buttons"), slot.hasStopButton});
    const bool ofGroup = fields.has(SlotField::IsTriggered)
        || fields.has(SlotField::ControlsOtherClips) || fields.has(SlotField::PlayingStatus);
    if (ofGroup && set.track(id.track)->isFoldable)
        out.push_back({slotPath(id, "group_slots"), groupSlotToJson(slot)});
}

void addClip(Changed &out, const LiveSet &set, SlotId id, FieldSet<ClipField> fields)
{
    const Clip &clip = *set.clip(id);
    const QJsonArray path = slotPath(id, "slots");
    for (const auto &row : clipFields()) {
        if (fields.has(row.field) && row.field != ClipField::PlayingPosition)
            out.push_back({under(path, jsonName(row.name)), toJsonValue(row.get(clip))});
    }
    if (fields.has(ClipField::Notes) && clip.notes)
        out.push_back({under(path, QStringLiteral("notes")), toJson(*clip.notes)});
}

void addParameter(Changed &out, const LiveSet &set, ParameterId id)
{
    QJsonArray path = under(trackPath(id.device.track), QStringLiteral("devices"));
    path = under(under(path, id.device.device.value), QStringLiteral("parameters"));
    out.push_back({under(path, id.parameter.value), toJson(*set.parameter(id))});
}

/// The song's and the view's properties, which are there whatever the tracks do.
void addFrame(Changed &out, const LiveSet &set, const Changes &changes)
{
    addSong(out, set, changes.song);
    addRows(out, {QStringLiteral("view")}, selectionFields(), changes.selection, set.selection());
}

} // namespace

std::vector<JsonChange> toJson(const LiveSet &set, const Changes &changes)
{
    Changed out;
    if (changes.moved) {
        const QJsonObject all = toJson(set);
        for (const char *part : {"song", "view", "tracks", "scenes"})
            out.push_back({{QLatin1String(part)}, all.value(QLatin1String(part))});
        return out;
    }
    addFrame(out, set, changes);
    for (const auto &[track, fields] : changes.tracks)
        addTrack(out, set, track, fields);
    for (const auto &[scene, fields] : changes.scenes)
        out.push_back({{QStringLiteral("scenes"), scene.value}, sceneToJson(set, scene)});
    for (const auto &[slot, fields] : changes.slotFields)
        addSlot(out, set, slot, fields);
    for (const auto &[slot, fields] : changes.clips) {
        const auto holder = changes.slotFields.find(slot);
        const bool isTold
            = holder != changes.slotFields.end() && holder->second.has(SlotField::Clip);
        if (!isTold)
            addClip(out, set, slot, fields);
    }
    for (const ParameterId &parameter : changes.parameters)
        addParameter(out, set, parameter);
    for (const Target &target : changes.unknowns) {
        const QJsonArray path = Unknown::jsonPath(target);
        if (set.isUnknown(target) && !path.isEmpty())
            out.push_back({path, QJsonValue::Null});
    }
    return out;
}

} // namespace clipdeck
