// SPDX-License-Identifier: GPL-3.0-or-later
// Where a fader's target is in the set as it stands.
#pragma once

#include "core/mapping/fadertarget.h"

namespace clipdeck {

/// Something of the set that a fader can move: nothing, a parameter, or a track's volume.
using LivePlace = std::variant<std::monostate, ParameterId, TrackIndex>;

inline bool isPlace(const LivePlace &place)
{
    return !std::holds_alternative<std::monostate>(place);
}

struct Resolution {
    LivePlace found; ///< Certain: the names agree
    LivePlace
        nearest; ///< If nothing was found: the likeliest, to be offered; never taken by itself

    bool operator==(const Resolution &) const = default;
};

/// The place with the same names at the same position; else the only one with the same names anywhere; else none.
/// Two of the same names and neither in place: none, as a guess might move the wrong thing on stage.
/// What needs no set (nothing, a MIDI controller) is never found.
Resolution resolve(const FaderTarget &target, const LiveSet &set);

/// The target at a place, anchored as the set stands; nothing where the set has no such place.
FaderTarget targetAt(const LivePlace &place, const LiveSet &set);

} // namespace clipdeck
