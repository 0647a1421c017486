// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/unknown.h"

#include "core/live/fields.h"
#include "core/live/livesetjson.h"

#include <array>

namespace clipdeck {

namespace {

constexpr std::array routingLists{
    "input_types", "input_channels", "output_types", "output_channels"};

QString jsonNameOf(const Target &target)
{
    switch (target.kind) {
    case Target::Kind::Track:
        return jsonName(nameOf(static_cast<TrackField>(target.field)));
    case Target::Kind::Scene:
        return jsonName(nameOf(static_cast<SceneField>(target.field)));
    case Target::Kind::Clip:
        return jsonName(nameOf(static_cast<ClipField>(target.field)));
    default:
        return QStringLiteral("name");
    }
}

bool isRoutingChoices(const Target &target)
{
    return target.kind == Target::Kind::Track
        && static_cast<TrackField>(target.field) == TrackField::RoutingChoices;
}

} // namespace

QJsonArray Unknown::jsonPath(const Target &target)
{
    const QString tracks = QStringLiteral("tracks");
    switch (target.kind) {
    case Target::Kind::Song:
        return {QStringLiteral("song"), QStringLiteral("cue_points")};
    case Target::Kind::Track:
        if (isRoutingChoices(target))
            return {tracks, target.a, QStringLiteral("routing_choices"),
                QLatin1String(routingLists.at(static_cast<std::size_t>(target.b)))};
        return {tracks, target.a, jsonNameOf(target)};
    case Target::Kind::Scene:
        return {QStringLiteral("scenes"), target.a, jsonNameOf(target)};
    case Target::Kind::Clip:
        return {tracks, target.a, QStringLiteral("slots"), target.b, jsonNameOf(target)};
    case Target::Kind::Parameter:
        if (target.c < 0)
            return {}; // the parameters' own nulls say it
        return {tracks, target.a, QStringLiteral("devices"), target.b, QStringLiteral("parameters"),
            target.c, jsonNameOf(target)};
    default:
        return {};
    }
}

QString Unknown::sentence(const LiveSet &set, const Target &target)
{
    const Track *track = set.track(TrackIndex(target.a));
    const QString trackName = track ? track->name : QString();
    switch (target.kind) {
    case Target::Kind::Song:
        return tr("The locators are not known: all together they are longer than a message of "
                  "Live's system may be.");
    case Target::Kind::Track:
        if (isRoutingChoices(target))
            return tr("The routing choices of track %1 (%2) are not known: together they are "
                      "longer than a message of Live's system may be.")
                .arg(target.a + 1)
                .arg(trackName);
        return tr("The name of track %1 is longer than a message of Live's system may be.")
            .arg(target.a + 1);
    case Target::Kind::Scene:
        return tr("The name of scene %1 is longer than a message of Live's system may be.")
            .arg(target.a + 1);
    case Target::Kind::Clip:
        return tr("The name of the clip in track %1 (%2), scene %3 is longer than a message of "
                  "Live's system may be.")
            .arg(target.a + 1)
            .arg(trackName)
            .arg(target.b + 1);
    case Target::Kind::Parameter:
        if (target.c < 0)
            return tr("The ranges of the parameters of device %1 on track %2 (%3) are not known: "
                      "together they are longer than a message of Live's system may be.")
                .arg(target.b + 1)
                .arg(target.a + 1)
                .arg(trackName);
        return tr("The name of parameter %1 of device %2 on track %3 (%4) is longer than a message "
                  "of Live's system may be.")
            .arg(target.c + 1)
            .arg(target.b + 1)
            .arg(target.a + 1)
            .arg(trackName);
    default:
        return {};
    }
}

QStringList Unknown::sentences(const LiveSet &set)
{
    QStringList out;
    for (const Target &target : set.unknowns())
        out.append(sentence(set, target));
    return out;
}

Target routingChoicesTarget(TrackIndex track, int list)
{
    Target out = Target::track(track, TrackField::RoutingChoices);
    out.b = list;
    return out;
}

} // namespace clipdeck
