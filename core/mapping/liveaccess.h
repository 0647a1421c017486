// SPDX-License-Identifier: GPL-3.0-or-later
// What faders ask of Live.
#pragma once

#include "core/live/ids.h"

namespace clipdeck {

/// Wishes of faders, and which parameters they look at. Event loop's thread; returns at once.
class LiveAccess {
public:
    virtual ~LiveAccess() = default;

    /// From now on the mirror hears of the parameter's value; every watch gets its unwatch.
    virtual void watch(ParameterId parameter) = 0;
    virtual void unwatch(ParameterId parameter) = 0;
    /// In the parameter's own range.
    virtual void requestParameter(ParameterId parameter, double value) = 0;
    /// 0..1, 0.85 is 0 dB.
    virtual void requestVolume(TrackIndex track, double value) = 0;
};

} // namespace clipdeck
