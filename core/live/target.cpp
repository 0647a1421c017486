// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/target.h"

#include <QStringList>

#include <array>

namespace clipdeck {

namespace {

/// Live's name of a field, or its number where it is not a single value.
template <class Rows, class Field> QString nameIn(const Rows &rows, Field field)
{
    const auto place = static_cast<std::size_t>(field);
    return place < rows.size() ? QString::fromLatin1(rows[place].name) : QString::number(place);
}

QString nameIn(SongField field)
{
    return nameIn(songFields(), field);
}

QString nameIn(TrackField field)
{
    return nameIn(trackFields(), field);
}

QString nameIn(SceneField field)
{
    return nameIn(sceneFields(), field);
}

QString nameIn(SlotField field)
{
    return nameIn(slotFields(), field);
}

QString nameIn(ClipField field)
{
    return nameIn(clipFields(), field);
}

} // namespace

std::optional<TrackIndex> Target::ownerTrack() const
{
    using Result = std::optional<TrackIndex>;
    return std::visit(
        []<class T>(const T &of) -> Result {
            if constexpr (requires { of.track; })
                return of.track;
            else if constexpr (requires { of.slot; })
                return of.slot.track;
            else if constexpr (requires { of.device; })
                return of.device.track;
            else
                return std::nullopt;
        },
        subject);
}

std::optional<SceneIndex> Target::ownerScene() const
{
    if (const std::optional<SlotId> slot = ownerSlot())
        return slot->scene;
    if (const auto *property = as<SceneProperty>())
        return property->scene;
    const auto *launch = as<SceneLaunch>();
    return launch ? std::optional(launch->scene) : std::nullopt;
}

std::optional<SlotId> Target::ownerSlot() const
{
    return std::visit(
        []<class T>(const T &of) -> std::optional<SlotId> {
            if constexpr (requires { of.slot; })
                return of.slot;
            else
                return std::nullopt;
        },
        subject);
}

QString describe(const Target &target)
{
    static constexpr std::array kinds{"nothing", "song", "track", "routing choices of track",
        "send of track", "stop of track", "scene", "launch of scene", "launch of slot", "clip",
        "slot", "parameters of device", "parameter"};
    static_assert(kinds.size() == std::variant_size_v<Target::Subject>);
    QStringList words{QString::fromLatin1(kinds.at(target.subject.index()))};
    const auto add = [&words](int index) { words.append(QString::number(index)); };
    if (const auto track = target.ownerTrack())
        add(track->value);
    if (const auto scene = target.ownerScene())
        add(scene->value);
    std::visit(
        [&]<class T>(const T &of) {
            if constexpr (requires { of.device; })
                add(of.device.device.value);
            if constexpr (requires { of.parameter; })
                add(of.parameter.value);
            if constexpr (requires { of.send; })
                add(of.send.value);
            if constexpr (requires { of.list; })
                add(of.list);
            if constexpr (requires { of.field; })
                words.append(nameIn(of.field));
        },
        target.subject);
    return words.join(u' ');
}

} // namespace clipdeck
