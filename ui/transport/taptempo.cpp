// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/taptempo.h"

#include "core/live/units.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr qint64 pauseMs = 2000; // Slower than 30 BPM is no tapping but a new beginning
constexpr size_t keptTaps = 9; // Eight gaps: two bars of four

} // namespace

std::optional<double> TapTempo::tap(qint64 now)
{
    if (!m_taps.empty() && now - m_taps.back() >= pauseMs)
        m_taps.clear();
    m_taps.push_back(now);
    if (m_taps.size() > keptTaps)
        m_taps.erase(m_taps.begin());
    // Two taps are one gap: too rough to hand to a playing band.
    if (m_taps.size() < 3 || now == m_taps.front())
        return std::nullopt;
    const double gap = double(now - m_taps.front()) / double(m_taps.size() - 1);
    return clampTempo(std::round(60000.0 / gap * 100.0) / 100.0);
}

} // namespace clipdeck
