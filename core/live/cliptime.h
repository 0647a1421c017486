// SPDX-License-Identifier: GPL-3.0-or-later
// The time of a clip: what its numbers count, and how they become beats, seconds and words. Pure.
#pragma once

#include "core/live/units.h"

#include <QString>

namespace clipdeck {

/// A time or duration in a clip's own unit. Only the clip's ClipTimeScale makes beats or seconds of it.
using ClipTime = Duration<struct ClipUnit_>;

/// What a clip's times count (Live Object Model, class Clip): beats, or seconds where it is audio that is not warped.
enum class ClipTimeUnit { Beat, Second };

/// Reads the times of one clip at one tempo of the song. A clip in seconds keeps its own speed whatever the tempo, so what
/// its times are in beats holds for this tempo only.
class ClipTimeScale {
public:
    ClipTimeScale() = default;
    ClipTimeScale(ClipTimeUnit unit, Signature signature, double tempo);

    ClipTimeUnit unit() const { return m_unit; }
    Signature signature() const { return m_signature; }
    Beats beats(ClipTime time) const;
    Seconds seconds(ClipTime time) const;
    ClipTime from(Beats time) const;
    ClipTime bar() const { return from(m_signature.bar()); }

    QString positionText(ClipTime position) const; ///< `3.1.1` or `0:03.300`
    QString lengthText(ClipTime length) const; ///< `4 bars` or `17.5 s`
    /// What is left, rounded up so that none is left only when it is over: `1.3` (bars.beats) or `17 s`.
    QString leftText(ClipTime left) const;
    /// What has passed, in whole counts: 2.3 once the third beat after bar two is full, or whole seconds.
    QString passedText(ClipTime passed) const;

private:
    ClipTimeUnit m_unit = ClipTimeUnit::Beat;
    Signature m_signature;
    double m_tempo = 120.0; ///< BPM
};

} // namespace clipdeck
