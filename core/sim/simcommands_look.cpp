// SPDX-License-Identifier: GPL-3.0-or-later
// The control channel's commands for looking, and for any property by its path.
#include "core/sim/simdump.h"
#include "core/sim/simpath.h"
#include "core/sim/simrequest.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

using R = const Request &;

DumpDetail detailOf(R request)
{
    DumpDetail detail;
    detail.parameters = request.flag("params"_L1, detail.parameters);
    detail.notes = request.flag("notes"_L1, detail.notes);
    detail.clips = request.flag("clips"_L1, detail.clips);
    detail.emptySlots = request.flag("empty"_L1, detail.emptySlots);
    return detail;
}

Parameter &parameterOf(R request)
{
    const Device &device = request.in(request.track("track"_L1).devices, "device"_L1);
    return request.in(device.parameters, "param"_L1);
}

constexpr Command commands[] = {
    {"ping", "Answers \"pong\"", [](R) { return QJsonValue(u"pong"_s); }},
    {"dump", "The whole set; params, notes, clips (true) and empty (false) choose the detail",
        [](R r) { return QJsonValue(dumpSet(r.live(), detailOf(r))); }},
    {"dump_track", "One track: index; which; params, notes, empty",
        [](R r) { return QJsonValue(dumpTrack(r.live(), r.track("index"_L1), detailOf(r))); }},
    {"get", "A property: path such as \"live_set tracks 0 clip_slots 2 clip\"; prop",
        [](R r) { return readPath(r.live(), r.text("path"_L1), r.text("prop"_L1)); }},
    {"set", "Write a property as the user would: path, prop, value; answers what it then is",
        [](R r) {
            return writePath(
                r.live(), r.text("path"_L1), r.text("prop"_L1), r.values.value("value"_L1));
        }},
    {"enable_param", "Make a parameter settable or not, as a macro does: track, device, param, on",
        [](R r) {
            parameterOf(r).enabled = r.flag("on"_L1, true);
            return QJsonValue();
        }},
    {"stats", "Counters: datagrams, ticks and their times, errors, addresses; reset: clears them",
        [](R r) { return QJsonValue(r.host.stats(r.flag("reset"_L1, false))); }},
};

} // namespace

std::span<const Command> lookCommands()
{
    return commands;
}

} // namespace clipdeck::sim
