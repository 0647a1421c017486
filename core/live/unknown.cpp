// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/unknown.h"

#include "core/live/fields.h"
#include "core/live/livesetjson.h"

#include <array>

namespace clipdeck {

namespace {

constexpr std::array routingLists{
    "input_types", "input_channels", "output_types", "output_channels"};

} // namespace

QJsonArray Unknown::jsonPath(const Target &target)
{
    const QString tracks = QStringLiteral("tracks");
    using Path = QJsonArray;
    return std::visit(
        Overloaded{
            [&](const SongProperty &) {
                return Path{QStringLiteral("song"), QStringLiteral("cue_points")};
            },
            [&](const TrackProperty &of) {
                return Path{tracks, of.track.value, jsonName(nameOf(of.field))};
            },
            [&](const RoutingList &of) {
                return Path{tracks, of.track.value, QStringLiteral("routing_choices"),
                    QLatin1String(routingLists.at(static_cast<std::size_t>(of.list)))};
            },
            [&](const SceneProperty &of) {
                return Path{QStringLiteral("scenes"), of.scene.value, jsonName(nameOf(of.field))};
            },
            [&](const ClipProperty &of) {
                return Path{tracks, of.slot.track.value, QStringLiteral("slots"),
                    of.slot.scene.value, jsonName(nameOf(of.field))};
            },
            [&](const ParameterId &of) {
                return Path{tracks, of.device.track.value, QStringLiteral("devices"),
                    of.device.device.value, QStringLiteral("parameters"), of.parameter.value,
                    QStringLiteral("name")};
            },
            // Of a device's parameters their own nulls say it.
            [](const auto &) { return Path(); },
        },
        target.subject);
}

QString Unknown::sentence(const LiveSet &set, const Target &target)
{
    const auto nameOfTrack = [&](TrackIndex index) {
        const Track *track = set.track(index);
        return track ? track->name : QString();
    };
    return std::visit(
        Overloaded{
            [](const SongProperty &) {
                return tr(
                    "The locators are not known: all together they are longer than a message of "
                    "Live's system may be.");
            },
            [](const TrackProperty &of) {
                return tr("The name of track %1 is longer than a message of Live's system may be.")
                    .arg(of.track.value + 1);
            },
            [&](const RoutingList &of) {
                return tr("The routing choices of track %1 (%2) are not known: together they are "
                          "longer than a message of Live's system may be.")
                    .arg(of.track.value + 1)
                    .arg(nameOfTrack(of.track));
            },
            [](const SceneProperty &of) {
                return tr("The name of scene %1 is longer than a message of Live's system may be.")
                    .arg(of.scene.value + 1);
            },
            [&](const ClipProperty &of) {
                return tr(
                    "The name of the clip in track %1 (%2), scene %3 is longer than a message of "
                    "Live's system may be.")
                    .arg(of.slot.track.value + 1)
                    .arg(nameOfTrack(of.slot.track))
                    .arg(of.slot.scene.value + 1);
            },
            [&](const DeviceParameters &of) {
                return tr(
                    "The ranges of the parameters of device %1 on track %2 (%3) are not known: "
                    "together they are longer than a message of Live's system may be.")
                    .arg(of.device.device.value + 1)
                    .arg(of.device.track.value + 1)
                    .arg(nameOfTrack(of.device.track));
            },
            [&](const ParameterId &of) {
                return tr("The name of parameter %1 of device %2 on track %3 (%4) is longer than a "
                          "message "
                          "of Live's system may be.")
                    .arg(of.parameter.value + 1)
                    .arg(of.device.device.value + 1)
                    .arg(of.device.track.value + 1)
                    .arg(nameOfTrack(of.device.track));
            },
            [](const auto &) { return QString(); },
        },
        target.subject);
}

QStringList Unknown::sentences(const LiveSet &set)
{
    QStringList out;
    for (const Target &target : set.unknowns())
        out.append(sentence(set, target));
    return out;
}

} // namespace clipdeck
