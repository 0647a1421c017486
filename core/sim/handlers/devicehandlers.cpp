// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of AbletonOSC's device.py.
#include "core/sim/handlers/handlers.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

Device &deviceAt(Track &track, int index)
{
    return *track.devices[vectorIndex(index, track.devices.size())];
}

Parameter &parameterAt(Device &device, int index)
{
    return *device.parameters[vectorIndex(index, device.parameters.size())];
}

Addressing<Device> deviceAddressing(Script &script)
{
    return [&script](Ids ids, ObjectAction<Device> action) -> Handler {
        return [&script, ids, action = std::move(action)](
                   const OscArguments &params) -> std::optional<OscArguments> {
            const int track = pythonInt(pythonItem(params, 0, true));
            const int index = pythonInt(pythonItem(params, 1, true));
            Device &device = deviceAt(trackAt(script.live(), track), index);
            return withIds(
                {track, index}, action(&device, ids == Ids::Kept ? params : pythonTail(params, 2)));
        };
    };
}

void addLists(Script &script, const Addressing<Device> &addressing)
{
    script.add(u"/live/device/get/num_parameters"_s,
        addressing(Ids::Removed, [](Device *device, const OscArguments &) {
            return OscArguments{static_cast<int>(device->parameters.size())};
        }));
    const auto add = [&](const char *what, auto read) {
        script.add("/live/device/get/parameters/"_L1 + QLatin1String(what),
            addressing(Ids::Removed, [read](Device *device, const OscArguments &) {
                OscArguments values;
                for (const auto &parameter : device->parameters)
                    values.emplace_back(read(*parameter));
                return values;
            }));
    };
    add("name", [](const Parameter &parameter) { return parameter.spec.name; });
    add("value", [](const Parameter &parameter) { return parameter.value; });
    add("min", [](const Parameter &parameter) { return parameter.spec.minimum; });
    add("max", [](const Parameter &parameter) { return parameter.spec.maximum; });
    add("is_quantized", [](const Parameter &parameter) { return parameter.spec.quantized(); });
    script.add(u"/live/device/set/parameters/value"_s,
        addressing(Ids::Removed, [&script](Device *device, const OscArguments &params) {
            int index = 0;
            for (const OscArgument &value : params) {
                Parameter &parameter = parameterAt(*device, index++);
                script.live().setParameter(
                    parameter, Incoming(value, "DeviceParameter"_L1).single());
            }
            return std::nullopt;
        }));
}

void addSingle(Script &script, const Addressing<Device> &addressing)
{
    const auto get = [&](const char *what, auto read) {
        script.add("/live/device/get/parameter/"_L1 + QLatin1String(what),
            addressing(Ids::Removed, [read](Device *device, const OscArguments &params) {
                const int index = pythonInt(pythonItem(params, 0, true));
                return OscArguments{index, read(parameterAt(*device, index))};
            }));
    };
    get("value", [](const Parameter &parameter) { return parameter.value; });
    get("value_string", [](const Parameter &parameter) { return parameter.text(); });
    script.add(u"/live/device/set/parameter/value"_s,
        addressing(Ids::Removed, [&script](Device *device, const OscArguments &params) {
            if (params.size() < 2)
                unpack(params, 2);
            Parameter &parameter = parameterAt(*device, pythonInt(params[0]));
            script.live().setParameter(
                parameter, Incoming(params[1], "DeviceParameter"_L1).single());
            return std::nullopt;
        }));
    get("name", [](const Parameter &parameter) { return parameter.spec.name; });
}

/// Each change pushes two messages: the value, and the text that Live shows for it.
void addListeners(Script &script, const Addressing<Device> &addressing)
{
    constexpr auto name = "device_parameter_value"_L1;
    script.add(u"/live/device/start_listen/parameter/value"_s,
        addressing(Ids::Kept, [&script, name](Device *device, const OscArguments &params) {
            const OscArgument &which = pythonItem(params, 2, true);
            const Parameter &parameter
                = *device->parameters[vectorIndex(which, device->parameters.size())];
            const auto changed = [&script, &parameter, params] {
                OscArguments values = params;
                values.emplace_back(parameter.value);
                script.push(u"/live/device/get/parameter/value"_s, values);
                values.back() = parameter.text();
                script.push(u"/live/device/get/parameter/value_string"_s, std::move(values));
            };
            script.listeners().start(listenerKey("device"_L1, name, params), parameter.id,
                "value"_L1, changed, Removal::Strict);
            changed();
            return std::nullopt;
        }));
    script.add(u"/live/device/stop_listen/parameter/value"_s,
        addressing(Ids::Kept, [&script, name](Device *device, const OscArguments &params) {
            const ListenerKey key = listenerKey("device"_L1, name, params);
            if (!script.listeners().contains(key))
                return std::nullopt;
            const OscArgument &which = pythonItem(params, 2, true);
            const Parameter &parameter
                = *device->parameters[vectorIndex(which, device->parameters.size())];
            script.listeners().stop(key, parameter.id, Removal::Strict);
            return std::nullopt;
        }));
}

} // namespace

void addDeviceHandlers(Script &script)
{
    const Addressing<Device> addressing = deviceAddressing(script);
    // device.py passes no ids to the listeners of plain properties: their pushes carry none.
    PropertyAddresses<Device>(script, "device"_L1, deviceProperties(), addressing,
        script.has(Quirk::DevicePushesWithoutIds) ? Ids::Removed : Ids::Kept)
        .add({"class_name", "name", "type"}, {});
    addLists(script, addressing);
    addSingle(script, addressing);
    addListeners(script, addressing);
}

} // namespace clipdeck::sim
