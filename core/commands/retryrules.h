// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a wish that Live does not show yet is sent again. Pure.
#pragma once

#include "core/commands/confirmation.h"

namespace clipdeck {

/// A datagram may get lost, and nothing tells that a setter's was. What can be repeated without harm is repeated until Live
/// shows it; what can't is checked against what Live shows, and reported if it did not happen.
///
/// | wish | what Live shows, asked anew | what is done |
/// |---|---|---|
/// | a value (volume, name, mute, loop end, …) | still the value from before | sent again after 250 ms, then 350, 500 and 700; then refused |
/// | a value | a third value | sent again once, as it may be an older one of ours; then believed: Live rounds, snaps, cuts |
/// | an action (launch, stop, play, create, delete, …) | no sign of it | never sent again; refused after 700 ms |
/// | any | an error of Live's | refused at once, with Live's words |
enum class Repeat {
    Safe, ///< A value: twice is as good as once
    Never, ///< An action: twice would launch, toggle or delete twice
};

Repeat repeatOf(const Target &target, const LiveValue &wanted);

/// What is to be done about a wish whose messages Live has had its turn to read for `sinceMs`, and that has been sent again
/// `repeats` times already.
enum class NextStep { Wait, SendAgain, Believe, Refuse };
NextStep nextStep(Repeat repeat, Verdict verdict, int repeats, qint64 sinceMs);

} // namespace clipdeck
