// SPDX-License-Identifier: GPL-3.0-or-later
// The control channel's commands for looking, and for any property by its path.
#include "core/sim/control/dump.h"
#include "core/sim/control/path.h"
#include "core/sim/control/request.h"
#include "core/sim/script/script.h"

#include <QJsonArray>

#include <variant>

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

/// Where AbletonOSC has an object's methods, and the ids in front of their arguments.
struct MethodPlace {
    QString address;
    OscArguments ids;
};

struct PlaceOf {
    MethodPlace operator()(Song *) const { return {u"/live/song/"_s, {}}; }
    MethodPlace operator()(Track *track) const
    {
        if (track->kind == TrackKind::Return || track->kind == TrackKind::Main)
            fail(u"AbletonOSC does not reach that track"_s);
        return {u"/live/track/"_s, {track->index}};
    }
    MethodPlace operator()(Slot *slot) const
    {
        return {u"/live/clip_slot/"_s, {slot->track->index, slot->index}};
    }
    MethodPlace operator()(Clip *clip) const
    {
        return {u"/live/clip/"_s, {clip->slot->track->index, clip->slot->index}};
    }
    MethodPlace operator()(Scene *scene) const { return {u"/live/scene/"_s, {scene->index}}; }
    template <class T> MethodPlace operator()(T *) const { fail(u"no methods there"_s); }
};

QJsonValue callMethod(R request)
{
    if (!request.host.isScriptOn())
        fail(u"the script is off"_s);
    MethodPlace place = std::visit(PlaceOf{}, resolvePath(request.live(), request.text("path"_L1)));
    const QString method = request.text("method"_L1);
    const Handler handler = request.host.script().handler(QString(place.address + method));
    if (!handler)
        fail(QString(u"no method '%1' there"_s).arg(method));
    for (const QJsonValue &argument : request.values.value("args"_L1).toArray())
        place.ids.push_back(jsonToOsc(argument));
    const std::optional<OscArguments> answer = handler(place.ids);
    if (!answer)
        return {};
    QJsonArray values;
    for (const OscArgument &value : *answer)
        values.append(oscToJson(value));
    return values;
}

constexpr Command lookRows[] = {
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
    {"call",
        "A method that AbletonOSC has an address for: path, method, args; answers as that does",
        callMethod},
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
    return lookRows;
}

} // namespace clipdeck::sim
