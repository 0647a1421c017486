// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push/setlisteners.h"

#include <algorithm>
#include <array>

namespace clipdeck {

namespace {

/// A fader's and a name's worth; what changes all the time (meters, song time) is not among them.
constexpr std::array trackFieldsListened{TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex,
    TrackField::Volume, TrackField::Panning, TrackField::Mute, TrackField::Solo, TrackField::Name,
    TrackField::Color};

/// A field that Live can push, and the getter that it pushes under.
template <class Field> struct Listenable {
    Field field;
    const Endpoint *getter;
};

template <class Owner, class Field>
std::vector<Listenable<Field>> listenable(
    ObjectKind object, std::span<const FieldRow<Owner, Field>> rows)
{
    std::vector<Listenable<Field>> out;
    for (const auto &row : rows) {
        const Property *property = findProperty(object, row.name);
        if (property && property->canListen())
            out.push_back({row.field, findEndpoint(object, Verb::Get, row.name)});
    }
    return out;
}

// Looked up once: names are slow to compare, and pushes are many.
const auto &songListenables()
{
    static const auto rows = listenable(ObjectKind::Song, songFields());
    return rows;
}

const auto &trackListenables()
{
    static const auto rows = listenable(ObjectKind::Track, trackFields());
    return rows;
}

const auto &sceneListenables()
{
    static const auto rows = listenable(ObjectKind::Scene, sceneFields());
    return rows;
}

const auto &clipListenables()
{
    static const auto rows = listenable(ObjectKind::Clip, clipFields());
    return rows;
}

const auto &selectionListenables()
{
    static const auto rows = listenable(ObjectKind::View, selectionFields());
    return rows;
}

template <class Rows> auto fieldOf(const Rows &rows, const ListenerKey &key)
{
    const auto row = std::ranges::find(rows, key.getter, &Rows::value_type::getter);
    return row != rows.end() ? std::optional(row->field) : std::nullopt;
}

/// What moves all the time while the song plays.
bool isClock(SongField field)
{
    return field == SongField::CurrentSongTime || field == SongField::SongLength;
}

bool isMeter(TrackField field)
{
    return field == TrackField::OutputMeterLevel || field == TrackField::OutputMeterLeft
        || field == TrackField::OutputMeterRight;
}

ListenerKey trackListener(int track, TrackField field)
{
    const auto &rows = trackListenables();
    return {
        std::ranges::find(rows, field, &Listenable<TrackField>::field)->getter, {track, -1, -1}};
}

void applyParameterPush(LiveSet &set, ParameterId parameter, const LiveValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        set.applyParameterText(parameter, *text);
    else
        set.applyParameter(parameter, numberOr(value, 0.0));
}

void applySlotPush(LiveSet &set, SlotId slot, bool hasOne, bool isFirst)
{
    if (hasOne && !isFirst)
        set.applyHasClip(slot, false);
    set.applyHasClip(slot, hasOne);
}

} // namespace

std::vector<ListenerKey> songListeners()
{
    std::vector<ListenerKey> out;
    for (const auto &row : songListenables()) {
        if (!isClock(row.field))
            out.push_back({row.getter});
    }
    for (const auto &row : selectionListenables())
        out.push_back({row.getter});
    return out;
}

std::vector<ListenerKey> trackListeners(int track)
{
    std::vector<ListenerKey> out;
    for (TrackField field : trackFieldsListened)
        out.push_back(trackListener(track, field));
    return out;
}

ListenerKey armListener(int track)
{
    return trackListener(track, TrackField::Arm);
}

std::vector<ListenerKey> meterListeners(int track, bool hasAudioOutput)
{
    if (!hasAudioOutput)
        return {trackListener(track, TrackField::OutputMeterLevel)};
    return {trackListener(track, TrackField::OutputMeterLeft),
        trackListener(track, TrackField::OutputMeterRight)};
}

ListenerKey parameterListener(ParameterId parameter)
{
    static const ListenerKey first = listenerKey(ObjectKind::Device, "parameter/value", {});
    const DeviceId device = parameter.device;
    return {first.getter, {device.track.value, device.device.value, parameter.parameter.value}};
}

std::vector<ListenerKey> sceneListeners(int scene)
{
    std::vector<ListenerKey> out;
    for (const auto &row : sceneListenables()) {
        if (row.field != SceneField::IsTriggered)
            out.push_back({row.getter, {scene, -1, -1}});
    }
    return out;
}

bool isOfSceneOnScreen(const ListenerKey &key)
{
    return key.getter->object == ObjectKind::Scene
        && fieldOf(sceneListenables(), key) != SceneField::IsTriggered;
}

ListenerKey sceneLaunchListener(int scene)
{
    static const ListenerKey first = listenerKey(ObjectKind::Scene, "is_triggered", {});
    return {first.getter, {scene, -1, -1}};
}

ListenerKey slotListener(SlotId slot)
{
    static const ListenerKey first = listenerKey(ObjectKind::ClipSlot, "has_clip", {});
    return {first.getter, {slot.track.value, slot.scene.value, -1}};
}

std::vector<ListenerKey> clipListeners(SlotId slot)
{
    std::vector<ListenerKey> out;
    for (const auto &row : clipListenables()) {
        if (std::ranges::find(clipFieldsListened, row.field) != clipFieldsListened.end())
            out.push_back({row.getter, {slot.track.value, slot.scene.value, -1}});
    }
    return out;
}

std::optional<SlotId> clipOf(const ListenerKey &key)
{
    return key.getter->object == ObjectKind::Clip ? std::optional(slotId(key.ids[0], key.ids[1]))
                                                  : std::nullopt;
}

std::optional<ClipField> clipFieldOf(const ListenerKey &key)
{
    return key.getter->object == ObjectKind::Clip ? fieldOf(clipListenables(), key) : std::nullopt;
}

std::optional<ParameterId> parameterOf(const ListenerKey &key)
{
    return key.getter->object == ObjectKind::Device
        ? std::optional(parameterId(key.ids[0], key.ids[1], key.ids[2]))
        : std::nullopt;
}

std::optional<SlotId> slotOf(const ListenerKey &key)
{
    return key.getter->object == ObjectKind::ClipSlot
        ? std::optional(slotId(key.ids[0], key.ids[1]))
        : std::nullopt;
}

std::vector<ListenerKey> keysOf(const Changes &changes)
{
    std::vector<ListenerKey> out;
    for (const auto &row : songListenables()) {
        if (changes.song.has(row.field))
            out.push_back({row.getter});
    }
    for (const auto &[track, fields] : changes.tracks) {
        for (const auto &row : trackListenables()) {
            if (fields.has(row.field) && !isMeter(row.field))
                out.push_back({row.getter, {track.value, -1, -1}});
        }
    }
    for (const auto &[scene, fields] : changes.scenes) {
        for (const auto &row : sceneListenables()) {
            if (fields.has(row.field))
                out.push_back({row.getter, {scene.value, -1, -1}});
        }
    }
    for (const auto &[slot, fields] : changes.slotFields) {
        if (fields.has(SlotField::Clip))
            out.push_back(slotListener(slot));
    }
    return out;
}

std::optional<ListenerKey> keyAfterMove(
    const ListenerKey &key, const Place &trackNow, const Place &sceneNow)
{
    const ObjectKind object = key.getter->object;
    const bool isInSlot = object == ObjectKind::ClipSlot || object == ObjectKind::Clip;
    ListenerKey moved = key;
    if (object == ObjectKind::Track || isInSlot || object == ObjectKind::Device)
        moved.ids[0] = trackNow(key.ids[0]);
    else if (object == ObjectKind::Scene)
        moved.ids[0] = sceneNow(key.ids[0]);
    else
        return moved;
    if (isInSlot)
        moved.ids[1] = sceneNow(key.ids[1]);
    const bool isGone = moved.ids[0] < 0 || (isInSlot && moved.ids[1] < 0);
    return isGone ? std::nullopt : std::optional(moved);
}

void applyPush(LiveSet &set, const ListenerKey &key, const LiveValue &value, bool isFirst)
{
    switch (key.getter->object) {
    case ObjectKind::Song:
        if (const auto field = fieldOf(songListenables(), key))
            set.apply(*field, value);
        break;
    case ObjectKind::View:
        if (const auto field = fieldOf(selectionListenables(), key))
            set.apply(*field, value);
        break;
    case ObjectKind::Track:
        if (const auto field = fieldOf(trackListenables(), key))
            set.apply(TrackIndex(key.ids[0]), *field, value);
        break;
    case ObjectKind::Scene:
        if (const auto field = fieldOf(sceneListenables(), key))
            set.apply(SceneIndex(key.ids[0]), *field, value);
        break;
    case ObjectKind::ClipSlot:
        applySlotPush(set, slotId(key.ids[0], key.ids[1]), numberOr(value, 0.0) != 0.0, isFirst);
        break;
    case ObjectKind::Clip:
        if (const auto field = fieldOf(clipListenables(), key))
            set.apply(slotId(key.ids[0], key.ids[1]), *field, value);
        break;
    case ObjectKind::Device:
        applyParameterPush(set, parameterId(key.ids[0], key.ids[1], key.ids[2]), value);
        break;
    default:
        break;
    }
}

} // namespace clipdeck
