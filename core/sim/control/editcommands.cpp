// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the control channel: what the user does with the mouse to tracks, scenes, clips and devices.
#include "core/sim/control/request.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

using R = const Request &;

Slot &target(R request)
{
    return request.in(request.in(request.live().set().tracks, "to_track"_L1).slots, "to_scene"_L1);
}

QJsonValue moveClip(R request)
{
    Slot &from = request.slot();
    Slot &to = target(request);
    if (&from == &to)
        return {};
    request.live().duplicateClip(from, to); // as in Live, where the clip there is a new object
    request.live().deleteClip(from);
    return {};
}

QJsonValue addDevice(R request)
{
    Track &track = request.track("track"_L1);
    const int index = request.whole("index"_L1, -1);
    Device &device = request.live().addDevice(track, request.text("device"_L1), index);
    for (std::size_t i = 0; i < track.devices.size(); ++i) {
        if (track.devices[i].get() == &device)
            return static_cast<int>(i);
    }
    return {};
}

QJsonValue groupTracks(R request)
{
    Track &group = request.live().groupTracks(request.whole("first"_L1), request.whole("last"_L1));
    group.userName = request.text("name"_L1);
    return group.index;
}

/// Turns a knob of a MIDI controller: moves what map_cc has given to it, over its whole range.
QJsonValue midiController(R request)
{
    if (!request.host.isScriptOn())
        return {};
    const std::optional<ObjectId> mapped = request.host.script().midiMap().parameter(
        request.whole("channel"_L1), request.whole("cc"_L1));
    Parameter *parameter = mapped ? request.live().set().findParameter(*mapped) : nullptr;
    if (!parameter)
        return {};
    const double share = request.real("value"_L1) / 127.0;
    const ParameterSpec &spec = parameter->spec;
    request.live().setParameter(*parameter, spec.minimum + (spec.maximum - spec.minimum) * share);
    return static_cast<double>(parameter->value);
}

constexpr Command editRows[] = {
    {"group_tracks", "Put tracks into a new group: first, last, name. Answers its index",
        groupTracks},
    {"duplicate_scene", "index",
        [](R r) {
            r.live().duplicateScene(r.whole("index"_L1));
            return QJsonValue();
        }},
    {"move_clip", "Drag a clip: track, scene, to_track, to_scene", moveClip},
    {"add_device", "Load a device by name: track, device, index. Answers its index", addDevice},
    {"delete_device", "track, index",
        [](R r) {
            r.live().deleteDevice(r.track("track"_L1), r.whole("index"_L1));
            return QJsonValue();
        }},
    {"midi_cc",
        "Turn a knob of a controller: channel 0..15, cc, value 0..127. Answers the mapped "
        "parameter's value",
        midiController},
};

} // namespace

std::span<const Command> editCommands()
{
    return editRows;
}

} // namespace clipdeck::sim
