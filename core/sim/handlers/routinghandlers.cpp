// SPDX-License-Identifier: GPL-3.0-or-later
// Where tracks get their input from and send their output to: short lists of choices, as a small sound card gives.
#include "core/sim/handlers/handlers.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

struct Side {
    const char *name;
    QStringList (*types)(const Set &, const Track &);
    QStringList (*channels)(const QString &type);
    QString Track::*type;
    QString Track::*channel;
};

QStringList namesOf(const Set &set, const Track &self, std::optional<TrackKind> kind)
{
    QStringList names;
    for (const auto &track : set.tracks) {
        if (track.get() != &self && (!kind || track->kind == *kind))
            names.append(track->name());
    }
    return names;
}

QStringList inputTypes(const Set &set, const Track &track)
{
    if (!track.takesClips())
        return {u"No Input"_s};
    QStringList types;
    if (track.kind == TrackKind::Midi)
        types = QStringList{u"All Ins"_s, u"Computer Keyboard"_s}
            + namesOf(set, track, TrackKind::Midi);
    else
        types = QStringList{u"Ext. In"_s, u"Resampling"_s} + namesOf(set, track, std::nullopt);
    return types << u"No Input"_s;
}

QStringList outputTypes(const Set &set, const Track &track)
{
    if (track.hasMidiOutput())
        return QStringList{u"No Output"_s} + namesOf(set, track, TrackKind::Midi);
    QStringList types{u"Ext. Out"_s};
    if (track.group)
        types << u"Group"_s;
    types << u"Main"_s;
    return types + namesOf(set, track, TrackKind::Audio) << u"Sends Only"_s;
}

QStringList inputChannels(const QString &type)
{
    if (type == "All Ins"_L1) {
        QStringList channels{u"All Channels"_s};
        for (int i = 1; i <= 16; ++i)
            channels.append(QString(u"Ch. %1"_s).arg(i));
        return channels;
    }
    if (type == "Ext. In"_L1)
        return {u"1"_s, u"2"_s, u"1/2"_s};
    if (type == "No Input"_L1 || type == "Resampling"_L1 || type == "Computer Keyboard"_L1)
        return {QString()};
    return {u"Pre FX"_s, u"Post FX"_s, u"Post Mixer"_s};
}

QStringList outputChannels(const QString &type)
{
    if (type == "Ext. Out"_L1)
        return {u"1/2"_s, u"3/4"_s};
    if (type == "Group"_L1 || type == "Main"_L1 || type == "Sends Only"_L1
        || type == "No Output"_L1)
        return {QString()};
    return {u"Track In"_s};
}

OscArguments asArguments(const QStringList &names)
{
    return {names.begin(), names.end()};
}

/// What is set, or what Live chooses by itself: the sound of a track goes to its group, else to the main track.
QString chosen(const QString &wanted, const QStringList &choices)
{
    if (choices.contains(wanted))
        return wanted;
    for (const QString &usual : {u"Group"_s, u"Main"_s}) {
        if (choices.contains(usual))
            return usual;
    }
    return choices.front();
}

QString textOf(const OscArgument &argument)
{
    return toText(argument).value_or(describe(argument));
}

void addSide(Script &script, const Side &side)
{
    const auto handler = [addressing = trackAddressing(script)](auto action) {
        return addressing(Ids::Removed,
            [action](Track *track, const OscArguments &params) -> std::optional<OscArguments> {
                return action(*track, params);
            });
    };
    const auto address = [&](const char *pattern) {
        return QString::fromLatin1(pattern).arg(QLatin1String(side.name));
    };
    const auto types
        = [&script, side](const Track &track) { return side.types(script.live().set(), track); };
    const auto type
        = [side, types](const Track &track) { return chosen(track.*side.type, types(track)); };
    const auto channels = [side, type](const Track &track) { return side.channels(type(track)); };

    script.add(address("/live/track/get/available_%1_routing_types"),
        handler([types](Track &track, const OscArguments &) { return asArguments(types(track)); }));
    script.add(address("/live/track/get/available_%1_routing_channels"),
        handler([channels](
                    Track &track, const OscArguments &) { return asArguments(channels(track)); }));
    script.add(address("/live/track/get/%1_routing_type"),
        handler([type](Track &track, const OscArguments &) { return OscArguments{type(track)}; }));
    script.add(address("/live/track/get/%1_routing_channel"),
        handler([side, channels](Track &track, const OscArguments &) {
            return OscArguments{chosen(track.*side.channel, channels(track))};
        }));
    // A name that is not among the choices changes nothing, and nobody is told.
    script.add(address("/live/track/set/%1_routing_type"),
        handler(
            [side, types](Track &track, const OscArguments &params) -> std::optional<OscArguments> {
                const QString wanted = textOf(pythonItem(params, 0));
                if (types(track).contains(wanted))
                    track.*side.type = wanted;
                return std::nullopt;
            }));
    script.add(address("/live/track/set/%1_routing_channel"),
        handler([side, channels](
                    Track &track, const OscArguments &params) -> std::optional<OscArguments> {
            const QString wanted = textOf(pythonItem(params, 0));
            if (channels(track).contains(wanted))
                track.*side.channel = wanted;
            return std::nullopt;
        }));
}

} // namespace

void addRoutingHandlers(Script &script)
{
    addSide(
        script, {"output", outputTypes, outputChannels, &Track::outputType, &Track::outputChannel});
    addSide(script, {"input", inputTypes, inputChannels, &Track::inputType, &Track::inputChannel});
}

} // namespace clipdeck::sim
