// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of devices that the stand-in has, with their parameters: names and order as Live's where they are known,
// ranges and texts plausible.
#pragma once

#include "core/sim/live/parameter.h"

#include <vector>

namespace clipdeck::sim {

using ParameterSpecs = std::vector<ParameterSpec>;

/// What Live calls the types of devices.
enum class DeviceType { Instrument = 1, AudioEffect = 2, MidiEffect = 4 };

struct DeviceKind {
    QString name;
    QString className;
    DeviceType type = DeviceType::AudioEffect;
    bool rack = false;
    ParameterSpecs parameters; ///< Without "Device On", which every device has first
};

std::vector<DeviceKind> instrumentKinds();
std::vector<DeviceKind> midiEffectKinds();
std::vector<DeviceKind> audioEffectKinds();
std::vector<DeviceKind> rackKinds();

// Shorthands for tables; positions are 0..1 unless a range is given.
ParameterSpec percent(const QString &name, double initial);
ParameterSpec amount(
    const QString &name, double low = -100.0, double initial = 0.0); ///< Up to 100 %
ParameterSpec frequency(const QString &name, double initial);
ParameterSpec time(const QString &name, double initial);
ParameterSpec level(const QString &name, double initial); ///< A fader
ParameterSpec gain(const QString &name, double range, double initial = 0.0); ///< -range..range dB
ParameterSpec rate(const QString &name, double initial);
ParameterSpec transpose(const QString &name, double range); ///< In semitones
ParameterSpec count(const QString &name, double low, double high, double initial);
ParameterSpecs joined(std::initializer_list<ParameterSpecs> parts);
const QStringList &filterTypes();

} // namespace clipdeck::sim
