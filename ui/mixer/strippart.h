// SPDX-License-Identifier: GPL-3.0-or-later
// A control of the mixer: which column's, and which.
#pragma once

#include <QtGlobal> // before <compare>, which moc of Qt 6.4 cannot read by itself

#include <compare>

namespace clipdeck {

enum class StripControl : quint8 {
    None,
    Pan,
    Send, ///< `send` says which
    MoreSends, ///< Turns to the next sends, where a strip has no room for all
    Volume,
    Value, ///< The field with the volume in dB, to type into
    Meter, ///< Its clip light is put out by a click
    Mute,
    Solo,
    Arm,
};

struct StripPart {
    StripControl control = StripControl::None;
    int column = -1;
    int send = -1;

    constexpr auto operator<=>(const StripPart &) const = default;
    constexpr bool isValid() const { return control != StripControl::None; }
    /// Pan, a send or the volume: something with a value between two ends.
    constexpr bool isLevel() const
    {
        return control == StripControl::Pan || control == StripControl::Send
            || control == StripControl::Volume;
    }
    constexpr bool isSwitch() const
    {
        return control == StripControl::Mute || control == StripControl::Solo
            || control == StripControl::Arm;
    }
};

} // namespace clipdeck
