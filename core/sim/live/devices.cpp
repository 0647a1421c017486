// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/devices.h"

#include "core/sim/live/catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

const std::vector<DeviceKind> &catalogue()
{
    static const std::vector<DeviceKind> kinds = [] {
        std::vector<DeviceKind> all;
        for (std::vector<DeviceKind> &part :
            std::vector{instrumentKinds(), rackKinds(), midiEffectKinds(), audioEffectKinds()})
            std::move(part.begin(), part.end(), std::back_inserter(all));
        return all;
    }();
    return kinds;
}

} // namespace

QStringList deviceKinds()
{
    QStringList names;
    for (const DeviceKind &kind : catalogue())
        names.append(kind.name);
    return names;
}

std::unique_ptr<Device> makeDevice(Set &set, const QString &kindName, const QString &name)
{
    const auto &kinds = catalogue();
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&](const DeviceKind &kind) { return kind.name == kindName; });
    Q_ASSERT(found != kinds.end());
    auto device = std::make_unique<Device>();
    device->id = set.newId();
    device->name = name.isEmpty() ? found->name : name;
    device->className = found->className;
    device->displayName = found->name;
    device->type = static_cast<int>(found->type);
    device->rack = found->rack;
    device->parameters.push_back(set.makeParameter(onOff(u"Device On"_s, true)));
    for (const ParameterSpec &spec : found->parameters)
        device->parameters.push_back(set.makeParameter(spec));
    return device;
}

Device &addDevice(Set &set, Track &track, const QString &kind, const QString &name)
{
    track.devices.push_back(makeDevice(set, kind, name));
    return *track.devices.back();
}

void turn(Device &device, const QString &parameter, double value)
{
    for (auto &each : device.parameters) {
        if (each->spec.name == parameter)
            each->value
                = static_cast<float>(std::clamp(value, each->spec.minimum, each->spec.maximum));
    }
}

} // namespace clipdeck::sim
