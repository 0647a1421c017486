// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/livesetjson.h"

#include "core/live/jsontext.h"
#include "core/live/unknown.h"

#include <array>

namespace clipdeck {

namespace {

constexpr int dumpFormat = 1;

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

template <class T> QJsonArray toArray(const std::vector<T> &values)
{
    QJsonArray out;
    for (const T &value : values)
        out.append(value);
    return out;
}

QString kindName(TrackKind kind)
{
    switch (kind) {
    case TrackKind::Midi:
        return QStringLiteral("midi");
    case TrackKind::Audio:
        return QStringLiteral("audio");
    case TrackKind::Group:
        return QStringLiteral("group");
    }
    Q_UNREACHABLE();
}

/// Names that the format shortens; all others are Live's own.
struct ShortName {
    QLatin1String live;
    QLatin1String ours;
};

constexpr std::array shortNames{ShortName{QLatin1String("is_midi_clip"), QLatin1String("midi")},
    ShortName{QLatin1String("is_playing"), QLatin1String("playing")},
    ShortName{QLatin1String("is_triggered"), QLatin1String("triggered")},
    ShortName{QLatin1String("is_recording"), QLatin1String("recording")},
    ShortName{QLatin1String("group_track"), QLatin1String("group")},
    ShortName{QLatin1String("fold_state"), QLatin1String("fold")},
    ShortName{QLatin1String("playing_slot_index"), QLatin1String("playing_slot")},
    ShortName{QLatin1String("fired_slot_index"), QLatin1String("fired_slot")}};

template <class Rows, class Owner> QJsonObject allOf(const Rows &rows, const Owner &owner)
{
    QJsonObject out;
    for (const auto &row : rows)
        out.insert(jsonName(row.name), toJsonValue(row.get(owner)));
    return out;
}

/// `value` with null at a path, of which the first steps lead to `value` itself.
QJsonValue withNull(const QJsonValue &value, const QJsonArray &path, qsizetype step)
{
    if (step == path.size())
        return QJsonValue::Null;
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        const int at = path[step].toInt();
        if (at >= 0 && at < list.size())
            list[at] = withNull(list[at], path, step + 1);
        return list;
    }
    QJsonObject object = value.toObject();
    const QString name = path[step].toString();
    if (object.contains(name))
        object[name] = withNull(object[name], path, step + 1);
    return object;
}

/// What stands at `path` in the dump, with null where Live can't tell.
QJsonObject withNulls(const LiveSet &set, QJsonObject object, const QJsonArray &path)
{
    for (const Target &target : set.unknowns()) {
        const QJsonArray to = Unknown::jsonPath(target);
        bool isInside = to.size() > path.size();
        for (qsizetype i = 0; isInside && i < path.size(); ++i)
            isInside = to[i] == path[i];
        if (isInside)
            object = withNull(object, to, path.size()).toObject();
    }
    return object;
}

} // namespace

QJsonObject songToJson(const LiveSet &set)
{
    return withNulls(set, toJson(set.song()), {QStringLiteral("song")});
}

QJsonObject trackToJson(const LiveSet &set, TrackIndex index)
{
    return withNulls(
        set, toJson(*set.track(index), index), {QStringLiteral("tracks"), index.value});
}

QJsonObject sceneToJson(const LiveSet &set, SceneIndex index)
{
    return withNulls(
        set, toJson(*set.scene(index), index), {QStringLiteral("scenes"), index.value});
}

QString jsonName(const char *live)
{
    for (const ShortName &name : shortNames) {
        if (name.live == QLatin1String(live))
            return name.ours;
    }
    return QLatin1String(live);
}

QJsonValue toJsonValue(const LiveValue &value)
{
    if (const auto *b = std::get_if<bool>(&value))
        return *b;
    if (const auto *i = std::get_if<int>(&value))
        return *i;
    if (const auto *d = std::get_if<double>(&value))
        return *d;
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

QJsonArray toJson(const std::vector<Note> &notes)
{
    QJsonArray out;
    for (const Note &note : notes)
        out.append(QJsonArray{note.pitch, note.start, note.duration, note.velocity, note.mute});
    return out;
}

QJsonObject toJson(const RoutingChoices &choices)
{
    return {{QStringLiteral("input_types"), toArray(choices.inputTypes)},
        {QStringLiteral("input_channels"), toArray(choices.inputChannels)},
        {QStringLiteral("output_types"), toArray(choices.outputTypes)},
        {QStringLiteral("output_channels"), toArray(choices.outputChannels)}};
}

QJsonArray toJson(const std::vector<CuePoint> &cuePoints)
{
    QJsonArray out;
    for (const CuePoint &cuePoint : cuePoints)
        out.append(QJsonObject{
            {QStringLiteral("name"), cuePoint.name}, {QStringLiteral("time"), cuePoint.time}});
    return out;
}

QJsonArray toJson(const std::vector<double> &numbers)
{
    return toArray(numbers);
}

QJsonObject groupSlotToJson(const Slot &slot)
{
    return {{QStringLiteral("controls_other_clips"), slot.controlsOtherClips},
        {QStringLiteral("playing_status"), slot.playingStatus},
        {QStringLiteral("triggered"), slot.isTriggered}};
}

QJsonObject toJson(const Song &song)
{
    QJsonObject out;
    for (const auto &row : songFields())
        out.insert(QLatin1String(row.name), toJsonValue(row.get(song)));
    out.insert(QStringLiteral("cue_points"), toJson(song.cuePoints));
    return out;
}

QJsonObject toJson(const Selection &selection)
{
    return allOf(selectionFields(), selection);
}

QJsonObject toJson(const Clip &clip)
{
    QJsonObject out = allOf(clipFields(), clip);
    out.remove(QLatin1String(nameOf(ClipField::PlayingPosition))); // a moment, not a state
    if (clip.notes)
        out.insert(QStringLiteral("notes"), toJson(*clip.notes));
    return out;
}

QJsonObject toJson(const Parameter &parameter)
{
    QJsonObject out{
        {QStringLiteral("name"), parameter.name}, {QStringLiteral("value"), parameter.value}};
    const auto ifKnown = [&](const QJsonValue &value) {
        return parameter.isRangeKnown ? value : QJsonValue(QJsonValue::Null);
    };
    out.insert(QStringLiteral("min"), ifKnown(parameter.minimum));
    out.insert(QStringLiteral("max"), ifKnown(parameter.maximum));
    out.insert(QStringLiteral("quantized"), ifKnown(parameter.isQuantized));
    if (!parameter.valueString.isEmpty())
        out.insert(QStringLiteral("value_string"), parameter.valueString);
    return out;
}

QJsonObject toJson(const Device &device)
{
    QJsonArray parameters;
    for (const Parameter &parameter : device.parameters)
        parameters.append(toJson(parameter));
    return {{QStringLiteral("name"), device.name}, {QStringLiteral("class_name"), device.className},
        {QStringLiteral("type"), device.type},
        {QStringLiteral("can_have_chains"), device.canHaveChains},
        {QStringLiteral("parameters"), parameters}};
}

QJsonObject toJson(const Track &track, TrackIndex index)
{
    QJsonArray slotArray;
    QJsonArray stopButtons;
    QJsonArray groupSlots;
    for (const Slot &slot : track.slotList) {
        slotArray.append(slot.clip ? QJsonValue(toJson(*slot.clip)) : QJsonValue::Null);
        stopButtons.append(slot.hasStopButton);
        if (track.isFoldable)
            groupSlots.append(groupSlotToJson(slot));
    }
    QJsonArray devices;
    for (const Device &device : track.devices)
        devices.append(toJson(device));
    QJsonObject out = allOf(trackFields(), track);
    out.insert(QStringLiteral("index"), index.value);
    out.insert(QStringLiteral("kind"), kindName(track.kind()));
    out.insert(QStringLiteral("sends"), toJson(track.sends));
    out.insert(QStringLiteral("routing_choices"), toJson(track.routingChoices));
    out.insert(QStringLiteral("slots"), slotArray);
    out.insert(QStringLiteral("stop_buttons"), stopButtons);
    if (track.isFoldable)
        out.insert(QStringLiteral("group_slots"), groupSlots);
    out.insert(QStringLiteral("devices"), devices);
    return out;
}

QJsonObject toJson(const Scene &scene, SceneIndex index)
{
    const auto only = [](bool enabled, const QJsonValue &value) {
        return enabled ? value : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("index"), index.value}, {QStringLiteral("name"), scene.name},
        {QStringLiteral("color"), orNull(scene.color)},
        {QStringLiteral("triggered"), scene.isTriggered},
        {QStringLiteral("is_empty"), scene.isEmpty},
        {QStringLiteral("tempo"), only(scene.tempoEnabled, scene.tempo)},
        {QStringLiteral("signature_numerator"),
            only(scene.timeSignatureEnabled, scene.timeSignatureNumerator)},
        {QStringLiteral("signature_denominator"),
            only(scene.timeSignatureEnabled, scene.timeSignatureDenominator)}};
}

QJsonObject toJson(const LiveSet &set)
{
    QJsonArray tracks;
    for (int t = 0; t < set.trackCount(); ++t)
        tracks.append(trackToJson(set, TrackIndex(t)));
    QJsonArray scenes;
    for (int s = 0; s < set.sceneCount(); ++s)
        scenes.append(sceneToJson(set, SceneIndex(s)));
    return {{QStringLiteral("format"), dumpFormat}, {QStringLiteral("song"), songToJson(set)},
        {QStringLiteral("view"), toJson(set.selection())}, {QStringLiteral("tracks"), tracks},
        {QStringLiteral("scenes"), scenes}};
}

bool writeJson(const LiveSet &set, const std::function<bool(const QByteArray &piece)> &write,
    const QJsonObject &more)
{
    const auto text = [](const QJsonObject &object) { return jsonText(object); };
    const auto list = [&](int count, const auto &item) {
        for (int i = 0; i < count; ++i) {
            if (!write((i > 0 ? QByteArray(",") : QByteArray()) + text(item(i))))
                return false;
        }
        return true;
    };
    QByteArray end = "],\"view\":" + text(toJson(set.selection()));
    if (!more.isEmpty())
        end += ',' + text(more).sliced(1).chopped(1);
    return write("{\"format\":" + QByteArray::number(dumpFormat) + ",\"scenes\":[")
        && list(set.sceneCount(), [&](int s) { return sceneToJson(set, SceneIndex(s)); })
        && write("],\"song\":" + text(songToJson(set)) + ",\"tracks\":[")
        && list(set.trackCount(), [&](int t) { return trackToJson(set, TrackIndex(t)); })
        && write(end + '}');
}

} // namespace clipdeck
