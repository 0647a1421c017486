// SPDX-License-Identifier: GPL-3.0-or-later
// The pretend song's clock: it turns seconds into beats and knows where launches may start. `now` is always an argument.
#pragma once

#include "core/sim/live/set.h"

namespace clipdeck::sim {

/// Beats that one step of clip_trigger_quantization spans (1..13); 0 for none.
double quantizationGrid(int quantization, int signatureNumerator, int signatureDenominator);

/// Runs only while the transport does. Seconds are those of any steady clock.
class Clock {
public:
    bool isPlaying() const { return m_playing; }
    /// Beats played since the set was opened; launches are due on this scale, which never jumps.
    double beat() const { return m_beat; }
    /// Likewise in seconds, for clips that are not warped.
    double second() const { return m_second; }
    /// Where the song is, as Live shows it: jumps when somebody locates or the arrangement loops.
    double songTime() const { return m_beat + m_songOffset; }
    double now() const { return m_now; }

    void start(double now);
    void stop() { m_playing = false; }
    void locate(double songTime) { m_songOffset = std::max(0.0, songTime) - m_beat; }

    /// The beat (on beat()'s scale) that the clock would reach at `now`.
    double beatAt(double now, double tempo) const { return m_beat + (now - m_now) * tempo / 60.0; }
    /// Plays on to `beat` at the song's tempo; a loop of the arrangement is followed.
    void moveTo(double beat, const Song &song);
    /// Says that it is `now`, without playing.
    void setNow(double now) { m_now = now; }

    /// The next beat at which a launch with this quantization may start: the present one if the clock stands, if there
    /// is no quantization, or if the song has only just started here.
    double boundary(int quantization, const Song &song) const;

private:
    bool m_playing = false;
    double m_now = 0.0;
    double m_beat = 0.0;
    double m_second = 0.0;
    double m_songOffset = 0.0;
    double m_startedAt = -1.0;
};

/// Beats closer than this are the same beat.
constexpr double beatTolerance = 1e-6;

} // namespace clipdeck::sim
