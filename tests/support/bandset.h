// SPDX-License-Identifier: GPL-3.0-or-later
// A small set with devices, for tests of what points into one.
#pragma once

#include "core/live/liveset.h"

#include <vector>

namespace clipdeck {

inline Parameter parameterNamed(
    const QString &name, double value, double minimum = 0.0, double maximum = 1.0)
{
    Parameter parameter;
    parameter.name = name;
    parameter.value = value;
    parameter.minimum = minimum;
    parameter.maximum = maximum;
    return parameter;
}

inline Device deviceNamed(
    const QString &name, const QString &className, std::vector<Parameter> parameters)
{
    Device device;
    device.name = name;
    device.className = className;
    device.parameters = std::move(parameters);
    return device;
}

struct BandTrack {
    QString name;
    int color = 0;
    std::vector<Device> devices;
};

/// Drums (0) has a Drum Rack with Decay and Type (5 steps); Sub (1) a Voice with Cutoff 20..220 and a Tilt with Gain −12..12;
/// Keys (2) a Tilt with Gain.
inline std::vector<BandTrack> bandTracks()
{
    Parameter type = parameterNamed(QStringLiteral("Type"), 1.0, 0.0, 4.0);
    type.isQuantized = true;
    const Device tilt = deviceNamed(QStringLiteral("Tilt"), QStringLiteral("Eq8"),
        {parameterNamed(QStringLiteral("Device On"), 1.0),
            parameterNamed(QStringLiteral("Gain"), 0.0, -12.0, 12.0)});
    return {
        {QStringLiteral("Drums"), 0xFF3636,
            {deviceNamed(QStringLiteral("Kit"), QStringLiteral("DrumGroupDevice"),
                {parameterNamed(QStringLiteral("Decay"), 0.5), type})}},
        {QStringLiteral("Sub"), 0x10A4EE,
            {deviceNamed(QStringLiteral("Voice"), QStringLiteral("Operator"),
                 {parameterNamed(QStringLiteral("Device On"), 1.0),
                     parameterNamed(QStringLiteral("Cutoff"), 120.0, 20.0, 220.0)}),
                tilt}},
        {QStringLiteral("Keys"), 0x3DC300, {tilt}},
    };
}

/// What Live would have said of these tracks, published.
inline void fillSet(LiveSet &set, const std::vector<BandTrack> &tracks)
{
    set.applyStructure(static_cast<int>(tracks.size()), 1);
    for (int t = 0; t < static_cast<int>(tracks.size()); ++t) {
        const BandTrack &track = tracks[static_cast<std::size_t>(t)];
        set.apply(TrackIndex(t), TrackField::Name, track.name);
        set.apply(TrackIndex(t), TrackField::Color, track.color);
        set.apply(TrackIndex(t), TrackField::Volume, 0.85);
        set.applyDevices(TrackIndex(t), track.devices);
    }
    set.applyComplete(true);
    set.publish();
}

} // namespace clipdeck
