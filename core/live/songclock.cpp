// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/songclock.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double locateThreshold = 0.5; // beats
constexpr double driftShare = 0.1; // of the tempo

} // namespace

void SongClock::hear(Beats position, qint64 now)
{
    rebase(now);
    const double error = position.value - m_position.value;
    if (!m_known || !m_playing || std::abs(error) >= locateThreshold) {
        m_position = position;
        m_error = 0.0;
    } else {
        m_error = error;
    }
    m_known = true;
}

void SongClock::setTempo(double bpm, qint64 now)
{
    rebase(now);
    m_tempo = bpm;
}

void SongClock::setPlaying(bool playing, qint64 now)
{
    rebase(now);
    m_playing = playing;
}

Beats SongClock::position(qint64 now) const
{
    if (!m_playing)
        return m_position;
    const double elapsed
        = static_cast<double>(std::max<qint64>(0, now - m_since)) * m_tempo / 60000.0;
    const double drift = std::clamp(m_error, -driftShare * elapsed, driftShare * elapsed);
    return {m_position.value + elapsed + drift};
}

void SongClock::rebase(qint64 now)
{
    const Beats here = position(now);
    if (m_playing) {
        const double elapsed
            = static_cast<double>(std::max<qint64>(0, now - m_since)) * m_tempo / 60000.0;
        m_error -= std::clamp(m_error, -driftShare * elapsed, driftShare * elapsed);
    }
    m_position = here;
    m_since = now;
}

} // namespace clipdeck
