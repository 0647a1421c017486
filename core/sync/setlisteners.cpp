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
const QString parameterValue = QStringLiteral("parameter/value");

/// A fader's and a name's worth; what changes all the time (meters, song time) is not among them.
constexpr std::array trackFieldsListened{TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex,
    TrackField::Volume, TrackField::Panning, TrackField::Mute, TrackField::Solo, TrackField::Name,
    TrackField::Color};

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

std::optional<ListenerKey> keyAfterMove(
    const ListenerKey &key, const std::function<int(int)> &placeNow)
{
    if (key.ids.empty())
        return key;
    ListenerKey moved = key;
    moved.ids.front() = placeNow(key.ids.front());
    if (moved.ids.front() < 0)
        return std::nullopt;
    return moved;
}

void applyPush(LiveSet &set, const ListenerKey &key, const LiveValue &value)
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
    } else if (key.object == deviceObject) {
        applyParameterPush(set, key, value);
    }
}

} // namespace clipdeck
