// SPDX-License-Identifier: GPL-3.0-or-later
// /live/song/get/track_data: any attributes of a block of tracks, their clips, slots and devices in one answer.
#include "core/sim/handlers/handlers.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// The row of an attribute; an attribute that is not there loses the whole answer.
template <class T> const Property<T> &attribute(const PropertyTable<T> &table, const QString &name)
{
    const Property<T> *found = findProperty(table, name);
    if (!found)
        noSuchAttribute(className<T>(), name);
    return *found;
}

void readTrack(const Live &live, const Track &track, const QString &name, OscArguments &out)
{
    if (name == "num_devices"_L1)
        out.emplace_back(static_cast<int>(track.devices.size()));
    else
        out.push_back(attribute(trackProperties(), name).get(live, track));
}

void readClips(const Live &live, const Track &track, const QString &name, OscArguments &out)
{
    const Property<Clip> *property = findProperty(clipProperties(), name);
    for (const auto &slot : track.slots) {
        if (!slot->clip)
            out.emplace_back(OscNil{});
        else if (property)
            out.push_back(property->get(live, *slot->clip));
        else
            noSuchAttribute("Clip"_L1, name);
    }
}

void readSlots(const Live &live, const Track &track, const QString &name, OscArguments &out)
{
    const Property<Slot> &property = attribute(slotProperties(), name);
    for (const auto &slot : track.slots)
        out.push_back(property.get(live, *slot));
}

void readDevices(const Live &live, const Track &track, const QString &name, OscArguments &out)
{
    const Property<Device> *property = findProperty(deviceProperties(), name);
    for (const auto &device : track.devices) {
        if (!property)
            noSuchAttribute("Device"_L1, name);
        out.push_back(property->get(live, *device));
    }
}

/// "track.name" in two; Python unpacks the parts into two names.
std::pair<QString, QString> splitName(const OscArgument &argument)
{
    const std::optional<QString> text = toText(argument);
    if (!text)
        noSuchAttribute(QLatin1String(pythonTypeName(argument).toLatin1()), u"split"_s);
    const QStringList parts = text->split(u'.');
    unpack(OscArguments(static_cast<std::size_t>(parts.size())), 2);
    return {parts[0], parts[1]};
}

} // namespace

void addTrackData(Script &script)
{
    script.add(u"/live/song/get/track_data"_s, [&script](const OscArguments &params) {
        Live &live = script.live();
        if (params.size() < 2)
            throw Error(ErrorKind::Value,
                QString(u"not enough values to unpack (expected at least 2, got %1)"_s)
                    .arg(params.size()));
        const int first = pythonInt(params[0]);
        const int wanted = pythonInt(params[1]);
        const int last = wanted == -1 ? static_cast<int>(live.set().tracks.size()) : wanted;
        OscArguments answer;
        for (int index = first; index < last; ++index) {
            const Track &track = trackAt(live, index);
            for (std::size_t i = 2; i < params.size(); ++i) {
                const auto [object, name] = splitName(params[i]);
                if (object == "track"_L1)
                    readTrack(live, track, name, answer);
                else if (object == "clip"_L1)
                    readClips(live, track, name, answer);
                else if (object == "clip_slot"_L1)
                    readSlots(live, track, name, answer);
                else if (object == "device"_L1)
                    readDevices(live, track, name, answer);
                else
                    script.reportError(object); // only the word behind the log line's first colon
            }
        }
        return answer;
    });
}

} // namespace clipdeck::sim
