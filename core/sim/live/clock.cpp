// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/clock.h"

#include <array>
#include <cmath>

namespace clipdeck::sim {

double quantizationGrid(int quantization, int signatureNumerator, int signatureDenominator)
{
    if (quantization <= 0)
        return 0.0;
    if (quantization <= 4) { // 8, 4, 2 and 1 bars
        const double bar = signatureNumerator * 4.0 / signatureDenominator;
        return bar * (1 << (4 - quantization));
    }
    // 1/2, 1/2T, 1/4, … 1/32
    static constexpr std::array grids{
        2.0, 4.0 / 3.0, 1.0, 2.0 / 3.0, 0.5, 1.0 / 3.0, 0.25, 1.0 / 6.0, 0.125};
    return grids.at(static_cast<std::size_t>(std::min(quantization, 13) - 5));
}

void Clock::start(double now)
{
    if (m_playing)
        return;
    m_playing = true;
    m_now = now;
    m_startedAt = m_beat;
}

void Clock::moveTo(double beat, const Song &song)
{
    const double step = std::max(0.0, beat - m_beat);
    const double before = songTime();
    const double seconds = step * 60.0 / song.tempo;
    m_beat += step;
    m_second += seconds;
    m_now += seconds;
    const double loopEnd = song.loopStart + song.loopLength;
    if (song.loop && before < loopEnd && songTime() >= loopEnd)
        m_songOffset -= song.loopLength;
}

double Clock::boundary(int quantization, const Song &song) const
{
    const double grid
        = quantizationGrid(quantization, song.signatureNumerator, song.signatureDenominator);
    if (!m_playing || grid <= 0.0 || std::abs(m_beat - m_startedAt) < beatTolerance)
        return m_beat;
    return m_beat + std::ceil(songTime() / grid - beatTolerance) * grid - songTime();
}

} // namespace clipdeck::sim
