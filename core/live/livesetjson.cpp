// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/livesetjson.h"

#include <QJsonArray>

namespace clipdeck {

namespace {

constexpr int dumpFormat = 1;

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

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
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

} // namespace

QJsonObject toJson(const Song &song)
{
    QJsonObject out;
    for (const auto &row : songFields())
        out.insert(QLatin1String(row.name), toJsonValue(row.get(song)));
    return out;
}

QJsonObject toJson(const Clip &clip)
{
    return {{QStringLiteral("name"), clip.name}, {QStringLiteral("color"), clip.color},
        {QStringLiteral("length"), clip.length}, {QStringLiteral("looping"), clip.looping},
        {QStringLiteral("loop_start"), clip.loopStart}, {QStringLiteral("loop_end"), clip.loopEnd},
        {QStringLiteral("start_marker"), clip.startMarker},
        {QStringLiteral("end_marker"), clip.endMarker}, {QStringLiteral("midi"), clip.isMidiClip},
        {QStringLiteral("playing"), clip.isPlaying},
        {QStringLiteral("triggered"), clip.isTriggered},
        {QStringLiteral("recording"), clip.isRecording}};
}

QJsonObject toJson(const Device &device)
{
    QJsonArray parameters;
    for (const Parameter &parameter : device.parameters) {
        parameters.append(QJsonObject{{QStringLiteral("name"), parameter.name},
            {QStringLiteral("value"), parameter.value}, {QStringLiteral("min"), parameter.minimum},
            {QStringLiteral("max"), parameter.maximum},
            {QStringLiteral("quantized"), parameter.isQuantized}});
    }
    return {{QStringLiteral("name"), device.name}, {QStringLiteral("class_name"), device.className},
        {QStringLiteral("type"), device.type}, {QStringLiteral("parameters"), parameters}};
}

QJsonObject toJson(const Track &track, TrackIndex index)
{
    QJsonArray sends;
    for (double send : track.sends)
        sends.append(send);
    QJsonArray slotArray;
    for (const Slot &slot : track.slotList)
        slotArray.append(slot.clip ? QJsonValue(toJson(*slot.clip)) : QJsonValue::Null);
    QJsonArray devices;
    for (const Device &device : track.devices)
        devices.append(toJson(device));
    return {{QStringLiteral("index"), index.value}, {QStringLiteral("name"), track.name},
        {QStringLiteral("color"), track.color}, {QStringLiteral("kind"), kindName(track.kind())},
        {QStringLiteral("group"), orNull(track.groupTrack)},
        {QStringLiteral("fold"), orNull(track.foldState)}, {QStringLiteral("mute"), track.mute},
        {QStringLiteral("solo"), track.solo}, {QStringLiteral("arm"), orNull(track.arm)},
        {QStringLiteral("volume"), orNull(track.volume)},
        {QStringLiteral("panning"), orNull(track.panning)}, {QStringLiteral("sends"), sends},
        {QStringLiteral("playing_slot"), track.playingSlot},
        {QStringLiteral("fired_slot"), track.firedSlot}, {QStringLiteral("slots"), slotArray},
        {QStringLiteral("devices"), devices}};
}

QJsonObject toJson(const Scene &scene, SceneIndex index)
{
    const auto only = [](bool enabled, QJsonValue value) {
        return enabled ? value : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("index"), index.value}, {QStringLiteral("name"), scene.name},
        {QStringLiteral("color"), orNull(scene.color)},
        {QStringLiteral("triggered"), scene.isTriggered},
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
        tracks.append(toJson(*set.track(TrackIndex(t)), TrackIndex(t)));
    QJsonArray scenes;
    for (int s = 0; s < set.sceneCount(); ++s)
        scenes.append(toJson(*set.scene(SceneIndex(s)), SceneIndex(s)));
    return {{QStringLiteral("format"), dumpFormat}, {QStringLiteral("song"), toJson(set.song())},
        {QStringLiteral("tracks"), tracks}, {QStringLiteral("scenes"), scenes}};
}

} // namespace clipdeck
