// SPDX-License-Identifier: GPL-3.0-or-later
// Reads devices and their parameters.
#include "core/abletonosc/endpoint.h"
#include "core/sync/readers.h"

#include <memory>

namespace clipdeck {

namespace {

/// One list of a device's or track's, as `/live/…/get/…` answers it behind the ids.
Query listQuery(
    OscMessage message, int ids, int reads, std::function<void(const OscArguments &)> use)
{
    Query query{std::move(message)};
    query.ids = ids;
    query.reads = reads;
    query.answered = std::move(use);
    return query;
}

QString textOf(const OscArgument &argument)
{
    return toText(argument).value_or(QString());
}

/// Collects the lists of one object and hands the whole over when the last one came.
struct DeviceLists {
    std::vector<Device> devices;
    int missing = 4;
};

void put(LiveSet &set, TrackIndex track, DeviceLists &lists)
{
    if (--lists.missing > 0)
        return;
    const Track *owner = set.track(track);
    if (!owner)
        return;
    // What is known of a device's parameters stays with it as long as it is the same device at the same place.
    for (std::size_t d = 0; d < lists.devices.size() && d < owner->devices.size(); ++d) {
        const Device &known = owner->devices[d];
        if (known.name == lists.devices[d].name && known.className == lists.devices[d].className)
            lists.devices[d].parameters = known.parameters;
    }
    set.applyDevices(track, std::move(lists.devices));
}

struct ParameterLists {
    std::vector<Parameter> parameters;
    int missing = 5;
};

void put(LiveSet &set, DeviceId id, ParameterLists &lists)
{
    if (--lists.missing > 0)
        return;
    const Track *owner = set.track(id.track);
    if (!owner || !set.device(id))
        return;
    std::vector<Device> devices = owner->devices;
    Device &device = devices[static_cast<std::size_t>(id.device.value)];
    for (std::size_t p = 0; p < lists.parameters.size() && p < device.parameters.size(); ++p) {
        const Parameter &known = device.parameters[p];
        if (known.name == lists.parameters[p].name && known.value == lists.parameters[p].value)
            lists.parameters[p].valueString = known.valueString;
    }
    device.parameters = std::move(lists.parameters);
    set.applyDevices(id.track, std::move(devices));
}

} // namespace

std::vector<Query> readDevices(const ReaderContext &context, TrackIndex track)
{
    const auto lists = std::make_shared<DeviceLists>();
    LiveSet &set = context.set;
    const auto list = [&](const char *name, auto assign) {
        return listQuery(getMessage(ObjectKind::Track, {track.value}, name), 1, 8,
            [&set, track, lists, assign](const OscArguments &values) {
                lists->devices.resize(values.size());
                for (std::size_t d = 0; d < values.size(); ++d)
                    assign(lists->devices[d], values[d]);
                put(set, track, *lists);
            });
    };
    return {
        list("devices/name", [](Device &device, const OscArgument &v) { device.name = textOf(v); }),
        list("devices/class_name",
            [](Device &device, const OscArgument &v) { device.className = textOf(v); }),
        list("devices/type",
            [](Device &device, const OscArgument &v) { device.type = toInt(v).value_or(0); }),
        list("devices/can_have_chains",
            [](Device &device, const OscArgument &v) {
                device.canHaveChains = toBool(v).value_or(false);
            }),
    };
}

std::vector<Query> readParameters(const ReaderContext &context, DeviceId id)
{
    const auto lists = std::make_shared<ParameterLists>();
    LiveSet &set = context.set;
    const auto list = [&](const char *name, auto assign) {
        return listQuery(getMessage(ObjectKind::Device, {id.track.value, id.device.value}, name), 2,
            40, [&set, id, lists, assign](const OscArguments &values) {
                lists->parameters.resize(values.size());
                for (std::size_t p = 0; p < values.size(); ++p)
                    assign(lists->parameters[p], values[p]);
                put(set, id, *lists);
            });
    };
    return {
        list("parameters/name", [](Parameter &p, const OscArgument &v) { p.name = textOf(v); }),
        list("parameters/value",
            [](Parameter &p, const OscArgument &v) { p.value = toDouble(v).value_or(0.0); }),
        list("parameters/min",
            [](Parameter &p, const OscArgument &v) { p.minimum = toDouble(v).value_or(0.0); }),
        list("parameters/max",
            [](Parameter &p, const OscArgument &v) { p.maximum = toDouble(v).value_or(1.0); }),
        list("parameters/is_quantized",
            [](Parameter &p, const OscArgument &v) { p.isQuantized = toBool(v).value_or(false); }),
    };
}

std::vector<Query> readParameterValues(const ReaderContext &context, DeviceId id)
{
    LiveSet &set = context.set;
    const Device *device = set.device(id);
    const auto expected = device ? device->parameters.size() : 0;
    std::vector<Query> out;
    if (expected == 0)
        return out;
    out.push_back(listQuery(
        getMessage(ObjectKind::Device, {id.track.value, id.device.value}, "parameters/value"), 2,
        4 + static_cast<int>(expected), [&set, id, expected](const OscArguments &values) {
            if (values.size() != expected)
                return; // another device is there by now; the next look at the list will tell
            for (std::size_t p = 0; p < values.size(); ++p) {
                if (const std::optional<double> value = toDouble(values[p]))
                    set.applyParameter({id, ParameterIndex(static_cast<int>(p))}, *value);
            }
        }));
    return out;
}

std::vector<Query> readParameter(const ReaderContext &context, ParameterId id)
{
    const auto question = [&](const char *name, std::function<void(const OscArgument &)> use) {
        return listQuery(
            getMessage(ObjectKind::Device,
                {id.device.track.value, id.device.device.value, id.parameter.value}, name),
            3, 1, [use = std::move(use)](const OscArguments &values) {
                if (!values.empty())
                    use(values.front());
            });
    };
    LiveSet &set = context.set;
    return {
        question("parameter/value",
            [&set, id](const OscArgument &v) {
                if (const std::optional<double> value = toDouble(v))
                    set.applyParameter(id, *value);
            }),
        question("parameter/value_string",
            [&set, id](const OscArgument &v) { set.applyParameterText(id, textOf(v)); }),
    };
}

} // namespace clipdeck
