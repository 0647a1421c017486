// SPDX-License-Identifier: GPL-3.0-or-later
// A launch button that is held down: what its clip's launch mode makes of it. Pure.
#pragma once

#include "core/live/liveset.h"

#include <optional>

namespace clipdeck {

/// Live's four launch modes (Live Object Model, Clip.launch_mode).
enum class LaunchMode { Trigger, Gate, Toggle, Repeat };

/// AbletonOSC can fire a clip, not hold its button; so what holding and letting go mean is played from here. Trigger and
/// Toggle need nothing beyond the fire: Live itself stops a Toggle clip that is fired while it plays.
class LaunchHold {
public:
    enum class Due {
        None,
        Launch, ///< Repeat: fire again, for the next line
        Stop, ///< Gate: the clip stops at its line
        StopNow, ///< Gate that was launched right now: it stops so, too
    };
    enum class Launch { AtLine, Now };

    /// A clip was fired by a button that is down now; `position` is the song's.
    void press(SlotId slot, const LiveSet &set, Beats position, Launch launch = Launch::AtLine);
    Due release(const LiveSet &set);
    /// What is due by now. A Gate clip that was let go before it began is stopped once it has begun: Live's Clip.stop does
    /// nothing for a clip that only waits.
    Due advance(const LiveSet &set, Beats position);

    bool isActive() const { return m_slot.has_value(); }
    SlotId slot() const { return m_slot.value_or(SlotId()); }

private:
    Due letGo(const Track &track) const;

    std::optional<SlotId> m_slot;
    Launch m_launch = Launch::AtLine;
    LaunchMode m_mode = LaunchMode::Trigger;
    bool m_isDown = false;
    std::optional<Beats> m_grid; ///< Of a Repeat clip
    Beats m_line; ///< When the last fire takes effect
};

} // namespace clipdeck
