// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/verbs.h"
#include "core/live/livesetjson.h"

#include <QJsonDocument>

#include <cstdio>
#include <optional>

namespace clipdeck {

namespace {

std::optional<double> numberFrom(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// Text as a property's value: numbers and bools by their looks.
LiveValue valueFrom(const QString &text)
{
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
        return rowNamed(clipFields(), edit[1].toLatin1())
            ? QString()
            : CtlWords::tr("A clip has no property \"%1\".").arg(edit[1]);
    }
    const bool stretches = what == QLatin1String("length") || what == QLatin1String("extend");
    if (stretches && edit.size() == 2 && numberFrom(edit[1]))
        return {};
    return CtlWords::tr(
        "After clip TRACK SCENE comes: set PROPERTY VALUE, length BEATS or extend BARS.");
}

/// Does what follows `clip TRACK SCENE`, which complaintAbout() found well.
ExitCode edit(Session &session, SlotId slot, const QStringList &edit)
{
    if (edit.front() == QLatin1String("set")) {
        const ClipField field = rowNamed(clipFields(), edit[1].toLatin1())->field;
        const LiveValue value = field == ClipField::Name ? LiveValue(edit[2]) : valueFrom(edit[2]);
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

/// By index if it is a number, else by name (the first that has it).
template <class Things> int find(const Things &things, const QString &word)
{
    bool isIndex = false;
    const int index = word.toInt(&isIndex);
    if (isIndex)
        return index >= 0 && static_cast<std::size_t>(index) < things.size() ? index : -1;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].name.compare(word, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

/// The parameter that three words name, or nothing, with the reason said.
std::optional<ParameterId> parameterFrom(const LiveSet &set, const QStringList &names)
{
    const int track = find(set.tracks(), names[0]);
    if (track < 0) {
        say(CtlWords::tr("There is no track \"%1\".").arg(names[0]));
        return std::nullopt;
    }
    const auto &devices = set.track(TrackIndex(track))->devices;
    const int device = find(devices, names[1]);
    if (device < 0) {
        say(CtlWords::tr("There is no device \"%1\" on this track.").arg(names[1]));
        return std::nullopt;
    }
    const int parameter = find(devices[static_cast<std::size_t>(device)].parameters, names[2]);
    if (parameter < 0) {
        say(CtlWords::tr("There is no parameter \"%1\" in this device.").arg(names[2]));
        return std::nullopt;
    }
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
    Session session(wanted);
    const ExitCode code = session.readSlot(slot);
    if (code != ExitDone)
        return code;
    if (!session.set().clip(slot))
        return refuse(CtlWords::tr("There is no clip in slot %1 %2.").arg(track).arg(scene));
    if (arguments.size() > 2)
        return edit(session, slot, arguments.mid(2));
    const QByteArray json
        = QJsonDocument(toJson(*session.set().clip(slot))).toJson(QJsonDocument::Compact);
    QTextStream(stdout) << json << '\n';
    return ExitDone;
}

ExitCode runParam(const CtlOptions &options, const QStringList &arguments)
{
    const bool writes = arguments.size() == 4;
    const std::optional<double> value = writes ? numberFrom(arguments[3]) : std::nullopt;
    if (arguments.size() < 3 || arguments.size() > 4 || (writes && !value))
        return badArguments(
            CtlWords::tr("param needs a track, a device and a parameter, by index or "
                         "name, and perhaps a number."));
    Session session(options);
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
    session.engine().watchParameter(*id); // its first push brings Live's own text for the value
    const Parameter *parameter = session.set().parameter(*id);
    code = session.readUntil([&] { return !parameter->valueString.isEmpty(); });
    if (code == ExitDone)
        QTextStream(stdout) << QString::number(parameter->value, 'g', 9) << '\t'
                            << parameter->valueString << '\n';
    return code;
}

} // namespace clipdeck
