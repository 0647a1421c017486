// SPDX-License-Identifier: GPL-3.0-or-later
// The devices that the stand-in's tracks have: names as Live's, parameters plausible rather than complete.
#pragma once

#include "core/sim/live/set.h"

namespace clipdeck::sim {

/// The kinds that addDevice knows.
QStringList deviceKinds();
/// A new device of a known kind, for whoever puts it somewhere.
std::unique_ptr<Device> makeDevice(Set &set, const QString &kind, const QString &name = {});
/// Appends a device of a known kind ("Operator", "EQ Eight", …) to a track; `name` if the user has renamed it.
Device &addDevice(Set &set, Track &track, const QString &kind, const QString &name = {});
/// Turns the parameter of that name, if the device has it.
void turn(Device &device, const QString &parameter, double value);

} // namespace clipdeck::sim
