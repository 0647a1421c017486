// SPDX-License-Identifier: GPL-3.0-or-later
// What the mirror knows of devices and their parameters.
#pragma once

#include <QString>

#include <vector>

namespace clipdeck {

/// A device's parameter (Live Object Model, class DeviceParameter), in the parameter's own range.
struct Parameter {
    QString name;
    double value = 0.0;
    double minimum = 0.0;
    double maximum = 1.0;
    bool isQuantized = false; ///< Steps of 1 from minimum to maximum
    QString valueString; ///< Live's text for this value, such as "2.50 kHz"; empty until told
    bool isRangeKnown = true; ///< False: there are too many for Live to tell minima and maxima

    bool operator==(const Parameter &) const = default;
};

/// A device of a track's top-level chain.
struct Device {
    QString name;
    QString className; ///< "Operator", "Reverb", "PluginDevice", …
    int type = 0; ///< 0 undefined, 1 instrument, 2 audio effect, 4 MIDI effect
    std::vector<Parameter> parameters; ///< The first is the device's switch, "Device On"
    bool canHaveChains = false; ///< A rack

    /// False when it is switched off; true as long as that is not known.
    bool isOn() const { return parameters.empty() || parameters.front().value != 0.0; }

    bool operator==(const Device &) const = default;
};

} // namespace clipdeck
