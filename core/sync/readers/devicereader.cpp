// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/devicereader.h"

#include "core/abletonosc/endpoint.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace clipdeck {

namespace {

/// Lists of one object that are handed over together, when the last one came.
struct Gathering {
    int missing = 0;
    std::function<void()> handOver;

    void end()
    {
        if (--missing == 0)
            handOver();
    }
};

/// One list of a device's or track's, as `/live/…/get/…` answers it behind the ids.
struct ListQuestion {
    OscMessage message;
    int ids = 1;
    int reads = 1;
    std::function<void(const OscArguments &)> use;
    /// The same in pieces, where it is larger than a datagram may be; each ends once. Null: there is no other way.
    std::function<std::vector<Query>()> pieces = {};
    std::function<void()> cannotBeRead = {}; ///< It is too large, and there is no other way
};

Query listQuery(
    OscMessage message, int ids, int reads, std::function<void(const OscArguments &)> use)
{
    Query query{std::move(message)};
    query.ids = ids;
    query.reads = reads;
    query.answered = std::move(use);
    return query;
}

Query listQuery(ListQuestion list, const std::shared_ptr<Gathering> &gathering)
{
    Query query = listQuery(std::move(list.message), list.ids, list.reads,
        [use = std::move(list.use), gathering](const OscArguments &values) {
            use(values);
            gathering->end();
        });
    if (list.pieces) {
        query.halves = [pieces = std::move(list.pieces), gathering] {
            std::vector<Query> out = pieces();
            gathering->missing += static_cast<int>(out.size()) - 1; // they stand for the list
            return out;
        };
    }
    query.failed
        = [cannotBeRead = std::move(list.cannotBeRead), gathering](const QueryFailure &failure) {
              if (!isTooLarge(failure.reason))
                  return;
              if (cannotBeRead)
                  cannotBeRead();
              gathering->end();
          };
    return query;
}

/// One item of a list by its own address, which repeats all of its indexes. `isTold` hears whether it could be told.
Query pieceQuery(OscMessage message, const std::shared_ptr<Gathering> &gathering,
    std::function<void(const OscArgument &)> use, std::function<void(bool)> isTold = {})
{
    Query query{std::move(message)};
    query.ids = static_cast<int>(query.message.arguments.size());
    query.answered = [use = std::move(use), isTold, gathering](const OscArguments &values) {
        if (!values.empty())
            use(values.front());
        if (isTold)
            isTold(true);
        gathering->end();
    };
    query.failed = [isTold = std::move(isTold), gathering](const QueryFailure &failure) {
        if (!isTooLarge(failure.reason))
            return;
        if (isTold)
            isTold(false);
        gathering->end();
    };
    return query;
}

QString textOf(const OscArgument &argument)
{
    return toText(argument).value_or(QString());
}

void put(LiveSet &set, TrackIndex track, std::vector<Device> devices)
{
    const Track *owner = set.track(track);
    if (!owner)
        return;
    // What is known of a device's parameters stays with it as long as it is the same device at the same place.
    for (std::size_t d = 0; d < devices.size() && d < owner->devices.size(); ++d) {
        const Device &known = owner->devices[d];
        if (known.name == devices[d].name && known.className == devices[d].className)
            devices[d].parameters = known.parameters;
    }
    set.applyDevices(track, std::move(devices));
}

void put(LiveSet &set, DeviceId id, std::vector<Parameter> parameters)
{
    const Track *owner = set.track(id.track);
    if (!owner || !set.device(id))
        return;
    std::vector<Device> devices = owner->devices;
    Device &device = devices[static_cast<std::size_t>(id.device.value)];
    for (std::size_t p = 0; p < parameters.size() && p < device.parameters.size(); ++p) {
        const Parameter &known = device.parameters[p];
        if (known.name == parameters[p].name && known.value == parameters[p].value)
            parameters[p].valueString = known.valueString;
    }
    device.parameters = std::move(parameters);
    set.applyDevices(id.track, std::move(devices));
}

/// How many there are, from `count`'s answer: the pieces of the lists behind it need to know.
template <class Item>
ListQuestion countQuestion(OscMessage message, int ids, std::shared_ptr<std::vector<Item>> items)
{
    return {std::move(message), ids, 2, [items](const OscArguments &values) {
                constexpr int most = 4096;
                const int count = values.empty() ? 0 : toInt(values.front()).value_or(0);
                items->resize(static_cast<std::size_t>(std::clamp(count, 0, most)));
            }};
}

} // namespace

std::vector<Query> readDevices(const ReaderContext &context, TrackIndex track)
{
    LiveSet &set = context.set;
    const auto devices = std::make_shared<std::vector<Device>>();
    const auto gathering = std::make_shared<Gathering>(
        Gathering{5, [&set, track, devices] { put(set, track, std::move(*devices)); }});
    const auto list = [&](const char *name, auto assign, const char *single) {
        ListQuestion question{getMessage(ObjectKind::Track, {track.value}, name), 1, 8,
            [devices, assign](const OscArguments &values) {
                devices->resize(values.size());
                for (std::size_t d = 0; d < values.size(); ++d)
                    assign((*devices)[d], values[d]);
            }};
        if (!single)
            return listQuery(std::move(question), gathering);
        question.pieces = [track, devices, assign, single, gathering] {
            std::vector<Query> out;
            for (int d = 0; d < static_cast<int>(devices->size()); ++d)
                out.push_back(pieceQuery(getMessage(ObjectKind::Device, {track.value, d}, single),
                    gathering, [devices, assign, d](const OscArgument &value) {
                        assign(devices->at(static_cast<std::size_t>(d)), value);
                    }));
            return out;
        };
        return listQuery(std::move(question), gathering);
    };
    return {
        listQuery(
            countQuestion(getMessage(ObjectKind::Track, {track.value}, "num_devices"), 1, devices),
            gathering),
        list(
            "devices/name", [](Device &device, const OscArgument &v) { device.name = textOf(v); },
            "name"),
        list(
            "devices/class_name",
            [](Device &device, const OscArgument &v) { device.className = textOf(v); },
            "class_name"),
        list(
            "devices/type",
            [](Device &device, const OscArgument &v) { device.type = toInt(v).value_or(0); },
            "type"),
        list(
            "devices/can_have_chains",
            [](Device &device, const OscArgument &v) {
                device.canHaveChains = toBool(v).value_or(false);
            },
            nullptr),
    };
}

std::vector<Query> readParameters(const ReaderContext &context, DeviceId id)
{
    LiveSet &set = context.set;
    const auto parameters = std::make_shared<std::vector<Parameter>>();
    const auto gathering = std::make_shared<Gathering>(
        Gathering{6, [&set, id, parameters] { put(set, id, std::move(*parameters)); }});
    const auto list = [&](const char *name, auto assign, const char *single) {
        ListQuestion question{
            getMessage(ObjectKind::Device, {id.track.value, id.device.value}, name), 2, 40,
            [parameters, assign](const OscArguments &values) {
                parameters->resize(values.size());
                for (std::size_t p = 0; p < values.size(); ++p)
                    assign((*parameters)[p], values[p]);
            }};
        if (!single) {
            question.cannotBeRead = [&set, id, parameters] {
                set.applyUnknown(Target::deviceParameters(id), true);
                for (Parameter &parameter : *parameters)
                    parameter.isRangeKnown = false;
            };
            return listQuery(std::move(question), gathering);
        }
        question.pieces = [&set, id, parameters, assign, single, gathering] {
            std::vector<Query> out;
            for (int p = 0; p < static_cast<int>(parameters->size()); ++p)
                out.push_back(pieceQuery(
                    getMessage(ObjectKind::Device, {id.track.value, id.device.value, p}, single),
                    gathering,
                    [parameters, assign, p](const OscArgument &value) {
                        assign(parameters->at(static_cast<std::size_t>(p)), value);
                    },
                    [&set, id, p](bool isTold) {
                        set.applyUnknown(Target::parameter({id, ParameterIndex(p)}), !isTold);
                    }));
            return out;
        };
        return listQuery(std::move(question), gathering);
    };
    return {
        listQuery(countQuestion(getMessage(ObjectKind::Device, {id.track.value, id.device.value},
                                    "num_parameters"),
                      2, parameters),
            gathering),
        list(
            "parameters/value",
            [](Parameter &p, const OscArgument &v) { p.value = toDouble(v).value_or(0.0); },
            "parameter/value"),
        list(
            "parameters/min",
            [](Parameter &p, const OscArgument &v) { p.minimum = toDouble(v).value_or(0.0); },
            nullptr),
        list(
            "parameters/max",
            [](Parameter &p, const OscArgument &v) { p.maximum = toDouble(v).value_or(1.0); },
            nullptr),
        list(
            "parameters/is_quantized",
            [](Parameter &p, const OscArgument &v) { p.isQuantized = toBool(v).value_or(false); },
            nullptr),
        // The longest, and so the one that may have to come in pieces, last: in a bundle what is behind it would wait.
        list(
            "parameters/name", [](Parameter &p, const OscArgument &v) { p.name = textOf(v); },
            "parameter/name"),
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
