// SPDX-License-Identifier: GPL-3.0-or-later
// Typed positions in a Live Set. All count from 0, as Live's API and AbletonOSC do.
#pragma once

#include <QMetaType>

#include <compare>

namespace clipdeck {

/// A position that cannot be mistaken for a position of another kind, nor for a plain int.
template <class Kind> struct Index {
    int value = -1;

    constexpr Index() = default;
    constexpr explicit Index(int position)
        : value(position)
    {
    }
    constexpr bool isValid() const { return value >= 0; }
    constexpr auto operator<=>(const Index &) const = default;
};

using TrackIndex = Index<struct TrackKind_>; ///< Among song.tracks: without returns and main.
using SceneIndex = Index<struct SceneKind_>; ///< A row of the Session grid.
using DeviceIndex = Index<struct DeviceKind_>; ///< Within a track's top-level chain.
using ParameterIndex = Index<struct ParameterKind_>; ///< Within a device; 0 is "Device On".
using SendIndex = Index<struct SendKind_>; ///< 0 is send A.

/// One cell of the Session grid: a clip slot, and the clip in it if there is one.
struct SlotId {
    TrackIndex track;
    SceneIndex scene;

    constexpr auto operator<=>(const SlotId &) const = default;
};

struct DeviceId {
    TrackIndex track;
    DeviceIndex device;

    constexpr auto operator<=>(const DeviceId &) const = default;
};

struct ParameterId {
    DeviceId device;
    ParameterIndex parameter;

    constexpr auto operator<=>(const ParameterId &) const = default;
};

/// Shorthands where numbers come from outside (tests, command line, models).
constexpr SlotId slotId(int track, int scene)
{
    return {TrackIndex(track), SceneIndex(scene)};
}
constexpr DeviceId deviceId(int track, int device)
{
    return {TrackIndex(track), DeviceIndex(device)};
}
constexpr ParameterId parameterId(int track, int device, int parameter)
{
    return {deviceId(track, device), ParameterIndex(parameter)};
}

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::SlotId)
Q_DECLARE_METATYPE(clipdeck::ParameterId)
