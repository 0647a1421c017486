// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/setlisteners.h"

#include "core/abletonosc/endpoint.h"

#include <array>

namespace clipdeck {

namespace {

const QString songObject = QStringLiteral("song");
const QString viewObject = QStringLiteral("view");
const QString trackObject = QStringLiteral("track");
const QString deviceObject = QStringLiteral("device");
const QString sceneObject = QStringLiteral("scene");
const QString slotObject = QStringLiteral("clip_slot");
const QString parameterValue = QStringLiteral("parameter/value");

/// A fader's and a name's worth; what changes all the time (meters, song time) is not among them.
constexpr std::array trackFieldsListened{TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex,
    TrackField::Volume, TrackField::Panning, TrackField::Mute, TrackField::Solo, TrackField::Name,
    TrackField::Color};

constexpr const char *hasClip = "has_clip";

ListenerKey key(const QString &object, const char *property, std::vector<int> ids)
{
    return {object, QString::fromLatin1(property), std::move(ids)};
}

void applyParameterPush(LiveSet &set, const ListenerKey &key, const LiveValue &value)
{
    if (key.ids.size() != 3)
        return;
    const ParameterId parameter = parameterId(key.ids[0], key.ids[1], key.ids[2]);
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

template <class Rows, class Fields>
void addKeys(std::vector<ListenerKey> &out, const QString &object, const std::vector<int> &ids,
    ObjectKind kind, const Rows &rows, const Fields &changed)
{
    for (const auto &row : rows) {
        const Property *property = findProperty(kind, row.name);
        const bool isMeter = qstrncmp(row.name, "output_meter", 12) == 0; // moves all the time
        if (changed.has(row.field) && property && property->canListen() && !isMeter)
            out.push_back(key(object, row.name, ids));
    }
}

} // namespace

std::vector<ListenerKey> songListeners()
{
    std::vector<ListenerKey> out;
    for (const auto &row : songFields()) {
        const Property *property = findProperty(ObjectKind::Song, row.name);
        const bool isClock
            = row.field == SongField::CurrentSongTime || row.field == SongField::SongLength;
        if (property && property->canListen() && !isClock)
            out.push_back(key(songObject, row.name, {}));
    }
    for (SelectionField field : {SelectionField::Track, SelectionField::Scene})
        out.push_back(key(viewObject, nameOf(field), {}));
    return out;
}

std::vector<ListenerKey> trackListeners(int track)
{
    std::vector<ListenerKey> out;
    for (TrackField field : trackFieldsListened)
        out.push_back(key(trackObject, nameOf(field), {track}));
    return out;
}

ListenerKey armListener(int track)
{
    return key(trackObject, nameOf(TrackField::Arm), {track});
}

std::vector<ListenerKey> meterListeners(int track, bool hasAudioOutput)
{
    if (!hasAudioOutput)
        return {key(trackObject, nameOf(TrackField::OutputMeterLevel), {track})};
    return {key(trackObject, nameOf(TrackField::OutputMeterLeft), {track}),
        key(trackObject, nameOf(TrackField::OutputMeterRight), {track})};
}

ListenerKey parameterListener(ParameterId parameter)
{
    return {deviceObject, parameterValue,
        {parameter.device.track.value, parameter.device.device.value, parameter.parameter.value}};
}

std::vector<ListenerKey> sceneListeners(int scene)
{
    std::vector<ListenerKey> out;
    for (const auto &row : sceneFields()) {
        const Property *property = findProperty(ObjectKind::Scene, row.name);
        if (property && property->canListen())
            out.push_back(key(sceneObject, row.name, {scene}));
    }
    return out;
}

ListenerKey slotListener(SlotId slot)
{
    return key(slotObject, hasClip, {slot.track.value, slot.scene.value});
}

std::optional<ParameterId> parameterOf(const ListenerKey &key)
{
    const bool isParameter = key.object == deviceObject && key.ids.size() == 3;
    return isParameter ? std::optional(parameterId(key.ids[0], key.ids[1], key.ids[2]))
                       : std::nullopt;
}

std::optional<SlotId> slotOf(const ListenerKey &key)
{
    const bool isSlot = key.object == slotObject && key.ids.size() == 2;
    return isSlot ? std::optional(slotId(key.ids[0], key.ids[1])) : std::nullopt;
}

std::vector<ListenerKey> keysOf(const Changes &changes)
{
    std::vector<ListenerKey> out;
    addKeys(out, songObject, {}, ObjectKind::Song, songFields(), changes.song);
    for (const auto &[track, fields] : changes.tracks)
        addKeys(out, trackObject, {track.value}, ObjectKind::Track, trackFields(), fields);
    for (const auto &[scene, fields] : changes.scenes)
        addKeys(out, sceneObject, {scene.value}, ObjectKind::Scene, sceneFields(), fields);
    for (const auto &[slot, fields] : changes.slotFields) {
        if (fields.has(SlotField::Clip))
            out.push_back(slotListener(slot));
    }
    return out;
}

std::optional<ListenerKey> keyAfterMove(
    const ListenerKey &key, const Place &trackNow, const Place &sceneNow)
{
    ListenerKey moved = key;
    for (std::size_t i = 0; i < moved.ids.size() && i < 2; ++i) {
        const bool isScene = key.object == sceneObject || (key.object == slotObject && i == 1);
        if (!isScene && i > 0)
            continue; // a device within its track
        moved.ids[i] = isScene ? sceneNow(key.ids[i]) : trackNow(key.ids[i]);
        if (moved.ids[i] < 0)
            return std::nullopt;
    }
    return moved;
}

void applyPush(LiveSet &set, const ListenerKey &key, const LiveValue &value, bool isFirst)
{
    const QByteArray name = key.property.toLatin1();
    if (key.object == songObject) {
        if (const auto *row = rowNamed(songFields(), name))
            set.apply(row->field, value);
    } else if (key.object == trackObject && key.ids.size() == 1) {
        if (const auto *row = rowNamed(trackFields(), name))
            set.apply(TrackIndex(key.ids.front()), row->field, value);
    } else if (key.object == viewObject) {
        if (const auto *row = rowNamed(selectionFields(), name))
            set.apply(row->field, value);
    } else if (key.object == sceneObject && key.ids.size() == 1) {
        if (const auto *row = rowNamed(sceneFields(), name))
            set.apply(SceneIndex(key.ids.front()), row->field, value);
    } else if (key.object == slotObject && key.ids.size() == 2) {
        applySlotPush(set, slotId(key.ids[0], key.ids[1]), numberOr(value, 0.0) != 0.0, isFirst);
    } else if (key.object == deviceObject) {
        applyParameterPush(set, key, value);
    }
}

} // namespace clipdeck
