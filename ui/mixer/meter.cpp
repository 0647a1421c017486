// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/meter.h"

#include "core/live/levels.h"

#include <algorithm>

namespace clipdeck {

namespace {

double fallen(double from, qint64 ms)
{
    return from - Meter::fallPerSecond * static_cast<double>(std::max<qint64>(0, ms)) / 1000.0;
}

} // namespace

void Meter::hear(double meter, qint64 now)
{
    const double decibels = std::max(bottom, decibelsOfMeter(meter));
    const double line = peak(now);
    m_top = std::max(level(now), decibels);
    m_topAt = now;
    m_heard = decibels;
    if (decibels >= line) {
        m_peak = decibels;
        m_peakAt = now;
    }
    m_clipped = m_clipped || decibels > 0.0;
}

double Meter::level(qint64 now) const
{
    return std::max(m_heard, fallen(m_top, now - m_topAt));
}

double Meter::peak(qint64 now) const
{
    return std::max(level(now), fallen(m_peak, now - m_peakAt - peakHoldMs));
}

MeterLook Meter::look(qint64 now) const
{
    return {volumeOfDecibels(level(now)), volumeOfDecibels(peak(now)), m_clipped};
}

bool Meter::isMoving(qint64 now) const
{
    return level(now) > m_heard || peak(now) > m_heard;
}

} // namespace clipdeck
