// SPDX-License-Identifier: GPL-3.0-or-later
// What the user wants and Live has not confirmed yet.
#pragma once

#include "core/live/fields.h"
#include "core/live/ids.h"

#include <QString>

namespace clipdeck {

/// What a wish is about: one property of one object, or one action on it. Ordered, so that it can be a key.
struct Target {
    enum class Kind : quint8 {
        Song, ///< field: SongField
        Track, ///< a: track; field: TrackField
        Send, ///< a: track, b: send
        TrackStop, ///< a: track; its clips stop
        Scene, ///< a: scene; field: SceneField
        SceneLaunch, ///< a: scene
        Launch, ///< a: track, b: scene; the slot is fired
        Clip, ///< a: track, b: scene; field: ClipField
        Slot, ///< a: track, b: scene; field: SlotField; its Clip is whether there is one
        Parameter, ///< a: track, b: device, c: parameter
    };
    Kind kind = Kind::Song;
    int a = -1;
    int b = -1;
    int c = -1;
    quint8 field = 0;

    auto operator<=>(const Target &) const = default;

    static Target song(SongField f) { return {Kind::Song, -1, -1, -1, quint8(f)}; }
    static Target track(TrackIndex t, TrackField f)
    {
        return {Kind::Track, t.value, -1, -1, quint8(f)};
    }
    static Target send(TrackIndex t, SendIndex s) { return {Kind::Send, t.value, s.value, -1, 0}; }
    static Target trackStop(TrackIndex t) { return {Kind::TrackStop, t.value, -1, -1, 0}; }
    static Target scene(SceneIndex s, SceneField f)
    {
        return {Kind::Scene, s.value, -1, -1, quint8(f)};
    }
    static Target sceneLaunch(SceneIndex s) { return {Kind::SceneLaunch, s.value, -1, -1, 0}; }
    static Target launch(SlotId s) { return {Kind::Launch, s.track.value, s.scene.value, -1, 0}; }
    static Target clip(SlotId s, ClipField f)
    {
        return {Kind::Clip, s.track.value, s.scene.value, -1, quint8(f)};
    }
    static Target slot(SlotId s, SlotField f)
    {
        return {Kind::Slot, s.track.value, s.scene.value, -1, quint8(f)};
    }
    static Target parameter(ParameterId p)
    {
        return {Kind::Parameter, p.device.track.value, p.device.device.value, p.parameter.value, 0};
    }

    SlotId slot() const { return slotId(a, b); } ///< For Launch, Clip and Slot
    ParameterId parameter() const { return parameterId(a, b, c); } ///< For Parameter
};

/// A wish on its way. Confirmed wishes are not kept: the mirror then has the value.
struct Wish {
    enum class State : quint8 {
        Sent, ///< Live has been told; waiting for it to show
        Refused, ///< Live did not take it; kept for a while so that it can be seen
    };
    State state = State::Sent;
    LiveValue value; ///< What it should become; nothing for actions
    qint64 since = 0; ///< When it was made or refused, in ms of the engine's clock
    QString reason; ///< Refused: why, for the user

    bool operator==(const Wish &) const = default;
};

/// A wish shows as "pending" when Live has been silent for this long (docs/look.md, States of a cell).
constexpr qint64 pendingAfterMs = 400;
/// A refusal is shown for this long.
constexpr qint64 refusedForMs = 4000;

} // namespace clipdeck
