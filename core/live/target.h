// SPDX-License-Identifier: GPL-3.0-or-later
// What a request, a reading or a divergence is about.
#pragma once

#include "core/live/fields.h"
#include "core/live/ids.h"

#include <QString>

#include <optional>
#include <variant>

namespace clipdeck {

struct SongProperty {
    SongField field = {};

    auto operator<=>(const SongProperty &) const = default;
};

struct TrackProperty {
    TrackIndex track;
    TrackField field = {};

    auto operator<=>(const TrackProperty &) const = default;
};

/// One of a track's four lists of routing choices, in the order of RoutingChoices.
struct RoutingList {
    TrackIndex track;
    int list = 0;

    auto operator<=>(const RoutingList &) const = default;
};

struct SendLevel {
    TrackIndex track;
    SendIndex send;

    auto operator<=>(const SendLevel &) const = default;
};

/// The track's clips stop.
struct TrackStop {
    TrackIndex track;

    auto operator<=>(const TrackStop &) const = default;
};

struct SceneProperty {
    SceneIndex scene;
    SceneField field = {};

    auto operator<=>(const SceneProperty &) const = default;
};

/// The scene is fired.
struct SceneLaunch {
    SceneIndex scene;

    auto operator<=>(const SceneLaunch &) const = default;
};

/// The slot is fired: its clip launches, an empty slot stops its track or records.
struct SlotLaunch {
    SlotId slot;

    auto operator<=>(const SlotLaunch &) const = default;
};

struct ClipProperty {
    SlotId slot;
    ClipField field = {};

    auto operator<=>(const ClipProperty &) const = default;
};

/// SlotField::Clip is whether there is a clip.
struct SlotProperty {
    SlotId slot;
    SlotField field = {};

    auto operator<=>(const SlotProperty &) const = default;
};

/// The ranges and names of all parameters of a device.
struct DeviceParameters {
    DeviceId device;

    auto operator<=>(const DeviceParameters &) const = default;
};

/// One property of one object, or one action on it. Ordered by what it is and then by where, so that it can be a key.
struct Target {
    using Subject = std::variant<std::monostate, SongProperty, TrackProperty, RoutingList,
        SendLevel, TrackStop, SceneProperty, SceneLaunch, SlotLaunch, ClipProperty, SlotProperty,
        DeviceParameters, ParameterId>;

    Subject subject; ///< std::monostate: nothing of the set

    auto operator<=>(const Target &) const = default;

    static Target song(SongField field) { return {SongProperty{field}}; }
    static Target track(TrackIndex track, TrackField field)
    {
        return {TrackProperty{track, field}};
    }
    static Target routingList(TrackIndex track, int list) { return {RoutingList{track, list}}; }
    static Target send(TrackIndex track, SendIndex send) { return {SendLevel{track, send}}; }
    static Target trackStop(TrackIndex track) { return {TrackStop{track}}; }
    static Target scene(SceneIndex scene, SceneField field)
    {
        return {SceneProperty{scene, field}};
    }
    static Target sceneLaunch(SceneIndex scene) { return {SceneLaunch{scene}}; }
    static Target launch(SlotId slot) { return {SlotLaunch{slot}}; }
    static Target clip(SlotId slot, ClipField field) { return {ClipProperty{slot, field}}; }
    static Target slot(SlotId slot, SlotField field) { return {SlotProperty{slot, field}}; }
    static Target deviceParameters(DeviceId device) { return {DeviceParameters{device}}; }
    static Target parameter(ParameterId parameter) { return {parameter}; }

    /// The subject if it is one of these; null else.
    template <class T> const T *as() const { return std::get_if<T>(&subject); }
    /// Whether the subject is one of these.
    template <class... T> bool is() const { return (std::holds_alternative<T>(subject) || ...); }

    /// The track, the scene or the slot that it is about, or within which it is; nothing if there is none.
    std::optional<TrackIndex> ownerTrack() const;
    std::optional<SceneIndex> ownerScene() const;
    std::optional<SlotId> ownerSlot() const;
};

/// For the log: "clip 3 12 loop_end".
QString describe(const Target &target);

/// A visitor of one function a subject; `[](const auto &)` stands for the others.
template <class... Functions> struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions> Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace clipdeck
