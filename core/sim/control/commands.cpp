// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the control channel: what a user, or Live itself, does.
#include "core/sim/control/control.h"
#include "core/sim/control/dump.h"
#include "core/sim/control/request.h"
#include "core/sim/live/cliprules.h"
#include "core/sim/properties/property.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

template <class T>
void writeText(
    const Request &request, const PropertyTable<T> &table, T &object, const QString &text)
{
    writeProperty(request.live(), *findProperty(table, u"name"), object, text);
}

QJsonValue addTrack(const Request &request)
{
    const QString kind = request.text("kind"_L1);
    Track &track = kind == "return"_L1
        ? request.live().createReturn()
        : request.live().createTrack(
            kind == "audio"_L1 ? TrackKind::Audio : TrackKind::Midi, request.whole("index"_L1, -1));
    if (const QString name = request.text("name"_L1); !name.isEmpty())
        writeText(request, trackProperties(), track, name);
    return track.index;
}

QJsonValue addScene(const Request &request)
{
    Scene &scene = request.live().createScene(request.whole("index"_L1, -1));
    if (const QString name = request.text("name"_L1); !name.isEmpty())
        writeText(request, sceneProperties(), scene, name);
    return scene.index;
}

QJsonValue createClip(const Request &request)
{
    Slot &slot = request.slot();
    const double length = request.values.value("length"_L1).toDouble(4.0);
    if (!slot.track->takesClips())
        fail(u"Group slots hold no clips"_s);
    Clip &clip = request.live().addClip(slot, request.text("name"_L1), length);
    if (!clip.midi) {
        clip.filePath = "/Samples/"_L1 + (clip.name.isEmpty() ? u"clip"_s : clip.name) + ".wav"_L1;
        clip.sampleLength = saturated(length * 22050.0);
    }
    for (const QJsonValue &each : request.values.value("notes"_L1).toArray()) {
        const QJsonArray note = each.toArray();
        addNote(clip,
            {note[0].toInt(), note[1].toDouble(), note[2].toDouble(), note[3].toDouble(100.0),
                note[4].toBool()});
    }
    return {};
}

QJsonValue setParameter(const Request &request)
{
    Device &device = request.in(request.track("track"_L1).devices, "device"_L1);
    Parameter &parameter = request.in(device.parameters, "param"_L1);
    request.live().setParameter(parameter, request.real("value"_L1));
    return parameter.text();
}

QJsonValue renameClip(const Request &request)
{
    const Slot &slot = request.slot();
    if (!slot.clip)
        fail(u"no clip there"_s);
    writeText(request, clipProperties(), *slot.clip, request.text("name"_L1));
    return {};
}

QJsonValue arm(const Request &request)
{
    writeProperty(request.live(), *findProperty(trackProperties(), u"arm"),
        request.track("index"_L1), request.flag("on"_L1, true));
    return {};
}

QJsonValue transport(const Request &request)
{
    const QString action = request.text("action"_L1);
    Live &live = request.live();
    if (action == "stop"_L1)
        live.post([&live] { live.launcher().stopPlaying(); });
    else if (action == "start"_L1 || action == "continue"_L1)
        live.post([&live, start = action == "start"_L1] { live.launcher().startPlaying(start); });
    else
        fail(u"action is start, stop or continue"_s);
    return {};
}

QJsonValue fault(const Request &request)
{
    Faults faults = request.host.faults();
    for (const FaultField &field : faultFields()) {
        const QJsonValue value = request.values.value(QLatin1String(field.name));
        if (!value.isUndefined() && !setFault(faults, field, value.toDouble(-1.0)))
            fail(
                QString(u"%1 is from 0 to %2"_s).arg(QLatin1String(field.name)).arg(field.highest));
    }
    faults.feedStolen = request.flag("stolen"_L1, faults.feedStolen);
    request.host.setFaults(faults);
    return dumpFaults(faults);
}

QJsonValue loadSet(const Request &request)
{
    SimSetChoice choice;
    choice.kind = request.flag("demo"_L1, false) ? SimSetChoice::Kind::Demo
        : request.flag("empty"_L1, false)        ? SimSetChoice::Kind::Empty
        : request.values.contains("als"_L1)      ? SimSetChoice::Kind::File
                                                 : SimSetChoice::Kind::Generated;
    choice.als = request.text("als"_L1);
    choice.tracks = request.whole("tracks"_L1, choice.tracks);
    choice.scenes = request.whole("scenes"_L1, choice.scenes);
    choice.fill = request.values.value("fill"_L1).toDouble(choice.fill);
    choice.seed = static_cast<quint32>(request.whole("seed"_L1, 0));
    choice.returns = request.whole("returns"_L1, choice.returns);
    choice.notes = request.whole("notes"_L1, choice.notes);
    for (auto [name, value] :
        {std::pair{"groups"_L1, &choice.groups}, {"devices"_L1, &choice.devices}}) {
        if (request.values.contains(name))
            *value = request.whole(name);
    }
    request.host.open(choice, request.now);
    const Set &set = request.live().set();
    QJsonObject answer{{u"tracks"_s, static_cast<int>(set.tracks.size())},
        {u"scenes"_s, static_cast<int>(set.scenes.size())}};
    if (choice.kind == SimSetChoice::Kind::File)
        answer.insert("left_out"_L1, QJsonArray::fromStringList(request.host.leftOut()));
    return answer;
}

using R = const Request &;

constexpr Command songRows[] = {
    {"set_param",
        "Turn a device parameter: track, device, param, value; answers the text Live shows",
        setParameter},
    {"rename_track", "index, name (empty: the automatic one)",
        [](R r) {
            writeText(r, trackProperties(), r.track("index"_L1), r.text("name"_L1));
            return QJsonValue();
        }},
    {"rename_scene", "index, name",
        [](R r) {
            writeText(r, sceneProperties(), r.scene(), r.text("name"_L1));
            return QJsonValue();
        }},
    {"rename_clip", "track, scene, name", renameClip},
    {"create_clip",
        "track, scene, length in beats, name, notes [[pitch, start, duration, velocity, mute], …]",
        createClip},
    {"delete_clip", "track, scene",
        [](R r) {
            r.live().deleteClip(r.slot());
            return QJsonValue();
        }},
    {"fire_clip", "Click a slot: track, scene",
        [](R r) {
            Live &live = r.live();
            live.postFor(r.slot(), [&live](Slot &slot) { live.launcher().fire(slot); });
            return QJsonValue();
        }},
    {"fire_scene", "Launch a scene: index",
        [](R r) {
            Live &live = r.live();
            live.postFor(r.scene(), [&live](Scene &scene) { live.launcher().fireScene(scene); });
            return QJsonValue();
        }},
    {"stop_track", "Click a track's stop button: index",
        [](R r) {
            Live &live = r.live();
            live.postFor(
                r.track("index"_L1), [&live](Track &track) { live.launcher().stopTrack(track); });
            return QJsonValue();
        }},
    {"arm", "index, on", arm},
    {"transport", "action: start, stop or continue", transport},
    {"add_track", "kind: midi, audio or return; index; name. Answers its index", addTrack},
    {"delete_track", "A track, a group with its tracks: index; which: return_tracks for a return",
        [](R r) {
            if (r.text("which"_L1) == "return_tracks"_L1)
                r.live().deleteReturn(r.whole("index"_L1));
            else
                r.live().deleteTrack(r.whole("index"_L1));
            return QJsonValue();
        }},
    {"duplicate_track", "index",
        [](R r) {
            r.live().duplicateTrack(r.whole("index"_L1));
            return QJsonValue();
        }},
    {"move_track", "Drag a track, a group with its tracks: index, to",
        [](R r) {
            r.live().moveTrack(r.whole("index"_L1), r.whole("to"_L1));
            return QJsonValue();
        }},
    {"add_scene", "index, name. Answers its index", addScene},
    {"delete_scene", "index",
        [](R r) {
            r.live().deleteScene(r.whole("index"_L1));
            return QJsonValue();
        }},
    {"move_scene", "Drag a scene: index, to",
        [](R r) {
            r.live().moveScene(r.whole("index"_L1), r.whole("to"_L1));
            return QJsonValue();
        }},
    {"select_track", "index; which: tracks, return_tracks or master_track",
        [](R r) {
            r.live().selectTrack(r.text("which"_L1) == "master_track"_L1 ? *r.live().set().main
                                                                         : r.track("index"_L1));
            return QJsonValue();
        }},
    {"select_scene", "index",
        [](R r) {
            r.live().selectScene(r.scene());
            return QJsonValue();
        }},
    {"undo", "Answers whether there was anything to undo",
        [](R r) { return QJsonValue(r.live().history().undo()); }},
    {"redo", "Answers whether there was anything to redo",
        [](R r) { return QJsonValue(r.live().history().redo()); }},
    {"load_set",
        "Open another set: tracks, scenes, fill, seed, groups, returns, devices, notes; or demo: "
        "true, or empty: true, or als: the path of a Live Set",
        loadSet},
    {"restart_script",
        "Turn the script off and on; its listeners and the waiting datagrams are lost",
        [](R r) {
            r.host.restartScript();
            return QJsonValue();
        }},
    {"pause", "Live hangs for ms: no ticks, the song runs on",
        [](R r) {
            r.host.pause(r.now, r.real("ms"_L1) / 1000.0);
            return QJsonValue();
        }},
    {"stop_script", "Turn the script off: nothing is read, what arrives is lost",
        [](R r) {
            r.host.stopScript();
            return QJsonValue();
        }},
    {"start_script", "Turn it on, if it is off",
        [](R r) {
            r.host.startScript();
            return QJsonValue();
        }},
    {"fault",
        "What goes wrong from now on, by percent, ms, bytes or us: drop_in, drop_out, duplicate_…, "
        "reorder_…, delay_…, jitter_…, max_dgram, rcvbuf, getattr_us, seed; stolen: pushes go to "
        "another client. Answers all settings",
        fault},
    {"quit", "End the stand-in", [](R) { return QJsonValue(); }},
};

QJsonObject help()
{
    QJsonObject texts;
    for (const auto &table : {std::span<const Command>(songRows), lookCommands(), editCommands()}) {
        for (const Command &command : table)
            texts.insert(QLatin1String(command.name), QString::fromUtf8(command.help));
    }
    return texts;
}

QJsonValue run(SimulatedLive &host, double now, const QJsonObject &request)
{
    const QString name = request.value("cmd"_L1).toString();
    if (name == "help"_L1)
        return help();
    for (const auto &table : {std::span<const Command>(songRows), lookCommands(), editCommands()}) {
        for (const Command &command : table) {
            if (name == QLatin1String(command.name))
                return command.run({host, now, request});
        }
    }
    fail(QString(u"unknown command '%1'; see 'help'"_s).arg(name));
}

const char *kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Runtime:
        return "RuntimeError";
    case ErrorKind::Attribute:
        return "AttributeError";
    case ErrorKind::Value:
        return "ValueError";
    default:
        return "Error";
    }
}

} // namespace

QJsonObject runCommand(SimulatedLive &host, double now, const QJsonObject &request, bool *quit)
{
    QJsonObject answer;
    try {
        answer = {{u"ok"_s, true}, {u"result"_s, run(host, now, request)}};
        if (quit)
            *quit = request.value("cmd"_L1) == "quit"_L1;
    } catch (const Error &error) {
        answer = {{u"ok"_s, false},
            {u"error"_s, QString(QLatin1String(kindName(error.kind())) + ": "_L1 + error.text())}};
    }
    if (request.contains("id"_L1))
        answer.insert("id"_L1, request.value("id"_L1));
    return answer;
}

} // namespace clipdeck::sim
