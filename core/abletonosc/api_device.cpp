// SPDX-License-Identifier: GPL-3.0-or-later
// Devices and their parameters (AbletonOSC: device.py, midimap.py).
#include "core/abletonosc/apirows.h"

#include <array>

namespace clipdeck::api {

using O = ObjectKind;
using V = ValueKind;

std::span<const Property> deviceProperties()
{
    static constexpr std::array rows{
        // A push of the name carries no indexes (AbletonOSC, device.py): nobody can tell whose it is.
        Property{O::Device, "class_name", V::Text, readOnly, raises},
        Property{O::Device, "name", V::Text, readOnly, pushes},
        Property{O::Device, "type", V::Int, readOnly, raises},
    };
    return rows;
}

std::span<const Special> deviceSpecials()
{
    using enum Verb;
    static constexpr std::array rows{
        Special{O::Device, Get, "num_parameters", "", "count:i"},
        Special{O::Device, Get, "parameter/name", "parameter:i", "parameter:i name:t",
            Raise::NoObject, 2},
        Special{O::Device, Get, "parameter/value", "parameter:i", "parameter:i value:f",
            Raise::NoObject, 2},
        Special{O::Device, Get, "parameter/value_string", "parameter:i",
            "parameter:i value_string:t", Raise::NoObject, 5},
        Special{O::Device, Get, "parameters/is_quantized", "", "|is_quantized:b", {}, 1, 1},
        Special{O::Device, Get, "parameters/max", "", "|max:f", {}, 1, 1},
        Special{O::Device, Get, "parameters/min", "", "|min:f", {}, 1, 1},
        Special{O::Device, Get, "parameters/name", "", "|name:t", Raise::TooLarge, 1, 1},
        Special{O::Device, Get, "parameters/value", "", "|value:f", {}, 1, 1},
        Special{O::Device, Set, "parameter/value", "parameter:i value:f", nullptr,
            Raise::NoObject | Raise::OutOfRange, 2},
        Special{O::Device, Set, "parameters/value", "|value:f", nullptr,
            Raise::NoObject | Raise::OutOfRange, 1, 2},
        // Pushes the value, and Live's text for it under …/parameter/value_string.
        Special{O::Device, StartListen, "parameter/value", "parameter:i", "parameter:i value:f",
            Raise::NoObject | Raise::Moved, 4},
        Special{O::Device, StopListen, "parameter/value", "parameter:i", nullptr,
            Raise::NoObject | Raise::Moved, 3},
        Special{O::MidiMap, Call, "map_cc", "track:i device:i parameter:i channel:i cc:i", nullptr,
            Raise::NoObject, 3},
    };
    return rows;
}

} // namespace clipdeck::api
