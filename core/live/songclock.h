// SPDX-License-Identifier: GPL-3.0-or-later
// The song's position between Live's reports: beats against the engine's clock.
#pragma once

#include "core/live/units.h"

#include <QtGlobal>

namespace clipdeck {

/// Where the song is, and how fast it goes.
struct SongMoment {
    Beats position;
    double tempo = 120.0; ///< BPM
};

/// Interpolates the song's position from what was last heard and the tempo. Pure; time is an argument.
/// A correction of less than half a beat is drifted into at up to 10 % of the tempo, so that the display never jumps back
/// on the jitter of Live's 100 ms reports; a larger one is a locate and is taken at once.
class SongClock {
public:
    /// Live said: the song stood at `position` at `now` (ms of the engine's clock).
    void hear(Beats position, qint64 now);
    void setTempo(double bpm, qint64 now);
    void setPlaying(bool playing, qint64 now);

    bool isPlaying() const { return m_playing; }
    double tempo() const { return m_tempo; }
    /// Where the song is at `now`.
    Beats position(qint64 now) const;
    SongMoment moment(qint64 now) const { return {position(now), m_tempo}; }

private:
    void rebase(qint64 now);

    double m_tempo = 120.0;
    bool m_playing = false;
    bool m_known = false;
    Beats m_position; ///< At m_since, as displayed
    qint64 m_since = 0;
    double m_error = 0.0; ///< Beats that the display still lags behind Live at m_since
};

} // namespace clipdeck
