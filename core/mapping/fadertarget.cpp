// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/fadertarget.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

const QLatin1String kindKey("kind");
const QLatin1String trackKey("track");
const QLatin1String trackIndexKey("track_index");
const QLatin1String deviceKey("device");
const QLatin1String classKey("class_name");
const QLatin1String deviceIndexKey("device_index");
const QLatin1String parameterKey("parameter");
const QLatin1String parameterIndexKey("parameter_index");
const QLatin1String channelKey("channel");
const QLatin1String controllerKey("cc");
const QLatin1String parameterKind("parameter");
const QLatin1String volumeKind("volume");
const QLatin1String controllerKind("cc");

/// The words' context for translators.
class FaderTargetWords {
    Q_DECLARE_TR_FUNCTIONS(FaderTarget)
};

/// Reads what must be there; one miss and the whole is unfit.
class Reader {
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }
    QString text(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        m_fits = m_fits && value.isString();
        return value.toString();
    }
    int number(QLatin1String key, int least, int most)
    {
        const int value = m_object.value(key).toInt(least - 1);
        m_fits = m_fits && value >= least && value <= most;
        return value;
    }
    int index(QLatin1String key) { return number(key, 0, 1 << 20); }
    bool fits() const { return m_fits; }

private:
    const QJsonObject &m_object;
    bool m_fits = true;
};

TrackAnchor readTrack(Reader &reader)
{
    return {reader.text(trackKey), TrackIndex(reader.index(trackIndexKey))};
}

} // namespace

std::optional<ParameterAnchor> anchorOf(const LiveSet &set, ParameterId id)
{
    const Track *track = set.track(id.device.track);
    const Device *device = set.device(id.device);
    const Parameter *parameter = set.parameter(id);
    if (!parameter)
        return std::nullopt;
    return ParameterAnchor{{track->name, id.device.track}, device->name, device->className,
        id.device.device, parameter->name, id.parameter};
}

std::optional<VolumeAnchor> volumeAnchorOf(const LiveSet &set, TrackIndex index)
{
    const Track *track = set.track(index);
    return track ? std::optional(VolumeAnchor{{track->name, index}}) : std::nullopt;
}

TargetName nameOf(const FaderTarget &target)
{
    if (const auto *anchor = std::get_if<ParameterAnchor>(&target))
        return {anchor->track.name, anchor->device + QStringLiteral(": ") + anchor->parameter};
    if (const auto *anchor = std::get_if<VolumeAnchor>(&target))
        return {anchor->track.name, FaderTargetWords::tr("Volume")};
    if (const auto *midi = std::get_if<ControllerTarget>(&target))
        return {FaderTargetWords::tr("MIDI ch %1").arg(midi->channel),
            FaderTargetWords::tr("CC %1").arg(midi->controller)};
    return {};
}

QJsonObject toJson(const FaderTarget &target)
{
    if (const auto *anchor = std::get_if<ParameterAnchor>(&target))
        return {{kindKey, parameterKind}, {trackKey, anchor->track.name},
            {trackIndexKey, anchor->track.index.value}, {deviceKey, anchor->device},
            {classKey, anchor->className}, {deviceIndexKey, anchor->deviceIndex.value},
            {parameterKey, anchor->parameter}, {parameterIndexKey, anchor->parameterIndex.value}};
    if (const auto *anchor = std::get_if<VolumeAnchor>(&target))
        return {{kindKey, volumeKind}, {trackKey, anchor->track.name},
            {trackIndexKey, anchor->track.index.value}};
    if (const auto *midi = std::get_if<ControllerTarget>(&target))
        return {{kindKey, controllerKind}, {channelKey, midi->channel},
            {controllerKey, midi->controller}};
    return {};
}

std::optional<FaderTarget> fromJson(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::make_optional<FaderTarget>();
    Reader reader(object);
    const QString kind = reader.text(kindKey);
    FaderTarget target;
    if (kind == parameterKind) {
        target = ParameterAnchor{readTrack(reader), reader.text(deviceKey), reader.text(classKey),
            DeviceIndex(reader.index(deviceIndexKey)), reader.text(parameterKey),
            ParameterIndex(reader.index(parameterIndexKey))};
    } else if (kind == volumeKind) {
        target = VolumeAnchor{readTrack(reader)};
    } else if (kind == controllerKind) {
        target = ControllerTarget{
            reader.number(channelKey, 1, 16), reader.number(controllerKey, 0, 127)};
    } else {
        return std::nullopt;
    }
    return reader.fits() ? std::optional(target) : std::nullopt;
}

} // namespace clipdeck
