// SPDX-License-Identifier: GPL-3.0-or-later
// What a fader moves, told in a way that survives another order of tracks, another set and a restart.
#pragma once

#include "core/live/liveset.h"

#include <QJsonObject>

#include <optional>
#include <variant>

namespace clipdeck {

/// A track by its name, and where it was.
struct TrackAnchor {
    QString name;
    TrackIndex index;

    bool operator==(const TrackAnchor &) const = default;
};

/// A device's parameter by names, class and where it was.
struct ParameterAnchor {
    TrackAnchor track;
    QString device;
    QString className; ///< Live's, which a rename leaves alone
    DeviceIndex deviceIndex;
    QString parameter;
    ParameterIndex parameterIndex;

    bool operator==(const ParameterAnchor &) const = default;
};

/// A track's volume.
struct VolumeAnchor {
    TrackAnchor track;

    bool operator==(const VolumeAnchor &) const = default;
};

/// A MIDI controller at the chosen output.
struct ControllerTarget {
    int channel = 1; ///< 1..16
    int controller = 1; ///< 0..127

    bool operator==(const ControllerTarget &) const = default;
};

/// Nothing, or one of the above.
using FaderTarget = std::variant<std::monostate, ParameterAnchor, VolumeAnchor, ControllerTarget>;

inline bool isMapped(const FaderTarget &target)
{
    return !std::holds_alternative<std::monostate>(target);
}

/// The anchor of what the mirror has there now; nothing for ids that it does not have.
std::optional<ParameterAnchor> anchorOf(const LiveSet &set, ParameterId id);
std::optional<VolumeAnchor> volumeAnchorOf(const LiveSet &set, TrackIndex track);

/// The two lines of a fader's head: the track, and what of it. A controller says `MIDI ch 1` and `CC 74`.
struct TargetName {
    QString track;
    QString what;

    bool operator==(const TargetName &) const = default;
};
TargetName nameOf(const FaderTarget &target);

/// For the store. Nothing mapped is an empty object; nothing comes back for an object that says something else.
QJsonObject toJson(const FaderTarget &target);
std::optional<FaderTarget> fromJson(const QJsonObject &object);

} // namespace clipdeck
