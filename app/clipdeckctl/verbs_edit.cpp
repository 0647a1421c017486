// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/namedplace.h"
#include "app/clipdeckctl/numbers.h"
#include "app/clipdeckctl/output.h"
#include "app/clipdeckctl/verbs.h"
#include "core/abletonosc/api.h"
#include "core/commands/valuerules.h"
#include "core/live/jsontext.h"
#include "core/live/livesetjson.h"

#include <optional>

namespace clipdeck {

namespace {

/// Text as a property's value: numbers and bools by their looks, unless it is a text.
LiveValue valueFrom(const Property &property, const QString &text)
{
    if (property.kind == ValueKind::Text)
        return text;
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return text == QLatin1String("true");
    const std::optional<double> number = numberFrom(text);
    return number ? LiveValue(*number) : LiveValue(text);
}

/// What is wrong with the words behind `clip TRACK SCENE`; empty if nothing is.
QString complaintAbout(const QStringList &edit)
{
    const QString what = edit.value(0);
    if (edit.isEmpty())
        return {};
    if (what == QLatin1String("set") && edit.size() == 3) {
        const QByteArray name = edit[1].toLatin1();
        if (!rowNamed(clipFields(), name))
            return CtlWords::tr("A clip has no property \"%1\".").arg(edit[1]);
        const Property *property = findProperty(ObjectKind::Clip, name);
        return property && property->canSet
            ? ValueRules::complaint(*property, valueFrom(*property, edit[2]))
            : CtlWords::tr("Live does not let this be set.");
    }
    const bool stretches = what == QLatin1String("length") || what == QLatin1String("extend");
    if (stretches && edit.size() == 2 && numberFrom(edit[1]))
        return {};
    return CtlWords::tr(
        "After clip TRACK SCENE comes: set PROPERTY VALUE, length BEATS or extend BARS.");
}

/// Does what follows `clip TRACK SCENE`, which complaintAbout() found well.
ExitCode edit(CtlConnection &session, SlotId slot, const QStringList &edit)
{
    if (edit.front() == QLatin1String("set")) {
        const QByteArray name = edit[1].toLatin1();
        const ClipField field = rowNamed(clipFields(), name)->field;
        const LiveValue value = valueFrom(*findProperty(ObjectKind::Clip, name), edit[2]);
        return session.wish([&](Commands &commands) { commands.requestClip(slot, field, value); });
    }
    const double number = *numberFrom(edit[1]);
    const bool extends = edit.front() == QLatin1String("extend");
    return session.wish([&](Commands &commands) {
        if (extends)
            commands.requestClipExtension(slot, number);
        else
            commands.requestClipLength(slot, ClipTime{number}); // in the unit that the dump has
    });
}

/// The place of the thing that a word means; −1, with the reason said, if it means none or several.
template <class Things> int find(const Things &things, const QString &word, const QString &what)
{
    QStringList names;
    for (const auto &thing : things)
        names.append(thing.name);
    const NamedPlace place = findNamed(names, word, what);
    if (place.index < 0)
        say(place.error);
    return place.index;
}

/// The parameter that three words name, or nothing, with the reason said.
std::optional<ParameterId> parameterFrom(const LiveSet &set, const QStringList &names)
{
    const int track = find(set.tracks(), names[0], CtlWords::tr("track"));
    if (track < 0)
        return std::nullopt;
    const auto &devices = set.track(TrackIndex(track))->devices;
    const int device = find(devices, names[1], CtlWords::tr("device on this track"));
    if (device < 0)
        return std::nullopt;
    const int parameter = find(devices[static_cast<std::size_t>(device)].parameters, names[2],
        CtlWords::tr("parameter of this device"));
    if (parameter < 0)
        return std::nullopt;
    return parameterId(track, device, parameter);
}

} // namespace

ExitCode runClip(const CtlOptions &options, const QStringList &arguments)
{
    bool isTrack = false;
    bool isScene = false;
    const int track = arguments.value(0).toInt(&isTrack);
    const int scene = arguments.value(1).toInt(&isScene);
    if (!isTrack || !isScene || track < 0 || scene < 0)
        return badArguments(CtlWords::tr("clip needs a track and a scene, counted from 0."));
    if (const QString complaint = complaintAbout(arguments.mid(2)); !complaint.isEmpty())
        return badArguments(complaint);
    const SlotId slot = slotId(track, scene);
    CtlOptions wanted = options;
    wanted.live.readDevices = false;
    CtlConnection session(wanted);
    const ExitCode code = session.readSlot(slot);
    if (code != ExitDone)
        return code;
    if (!session.set().clip(slot))
        return refuse(CtlWords::tr("There is no clip in slot %1 %2.").arg(track).arg(scene));
    if (arguments.size() > 2)
        return edit(session, slot, arguments.mid(2));
    return print(jsonText(toJson(*session.set().clip(slot))) + '\n');
}

ExitCode runParam(const CtlOptions &options, const QStringList &arguments)
{
    const bool writes = arguments.size() == 4;
    const std::optional<double> value = writes ? numberFrom(arguments[3]) : std::nullopt;
    if (arguments.size() < 3 || arguments.size() > 4 || (writes && !value))
        return badArguments(
            CtlWords::tr("param needs a track, a device and a parameter, by index or "
                         "name, and perhaps a number."));
    CtlConnection session(options);
    ExitCode code = session.readAll();
    if (code != ExitDone)
        return code;
    const std::optional<ParameterId> id = parameterFrom(session.set(), arguments);
    if (!id)
        return ExitRefused;
    if (writes)
        code = session.wish([&](Commands &commands) { commands.requestParameter(*id, *value); });
    if (code != ExitDone)
        return code;
    code = session.readParameter(*id);
    if (code != ExitDone)
        return code;
    const Parameter *parameter = session.set().parameter(*id);
    if (!parameter)
        return refuse(CtlWords::tr("The parameter has gone."));
    const QString line
        = QString::number(parameter->value, 'g', 9) + u'\t' + parameter->valueString + u'\n';
    return print(line.toUtf8());
}

} // namespace clipdeck
