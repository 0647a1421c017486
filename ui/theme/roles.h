// SPDX-License-Identifier: GPL-3.0-or-later
// What a colour is for. Everything painted names a role; only the theme knows the numbers.
#pragma once

#include <QString>

#include <optional>

namespace clipdeck {

enum class Role {
    Void, ///< Window, gaps, grooves, meter ground
    Ground, ///< Empty slot, the ground that clip colours sink into
    Panel, ///< Lower panel
    TabBar, ///< The panel's tab row
    Raised, ///< Bars, headers, strips, dialogs
    Control, ///< Button, combo, selected header
    Hover, ///< Hovered control, or the active one of a row
    Field, ///< Typed values, read-outs
    Line, ///< Separators
    Edge, ///< Ticks, popup borders; 3:1
    Mark, ///< Stop square of an empty slot; 3:1
    Text, ///< Values
    Text2, ///< Labels
    Text3, ///< Units, numbers, disabled; never on Hover
    LampOff, ///< A lamp that is off
    Play, ///< Sounding
    PlayLow, ///< The dark end of its pulse
    OnPlay,
    Rec, ///< Recording, arm, failure
    RecLow,
    OnRec,
    Armed, ///< Disc in an empty slot of an armed track
    Solo, ///< Mixer button only
    OnSolo,
    Mute, ///< Mixer button only
    OnMute,
    Warn, ///< Refused, orphan, warning
    OnWarn,
    Own, ///< Ours: a wish not yet confirmed, a ghost, learn, keyboard focus
    OnOwn,
    Select, ///< Live's selection
    Meter, ///< Below −6 dB
    MeterHi, ///< Above
};
constexpr int roleCount = static_cast<int>(Role::MeterHi) + 1;

/// The role's name in style sheets: "void", "text2", "onPlay".
QString roleName(Role role);
std::optional<Role> roleNamed(QStringView name);

} // namespace clipdeck
