// SPDX-License-Identifier: GPL-3.0-or-later
// How a meter moves: up at once, down by 20 dB a second, with a peak line and a clip light. Pure.
#pragma once

#include <QtGlobal>

namespace clipdeck {

/// What one bar of a meter shows. Positions are 0..1 on the fader's own scale, so that bar and thumb can be compared.
struct MeterLook {
    double level = 0.0;
    double peak = 0.0;
    bool clipped = false;

    bool operator==(const MeterLook &) const = default;
};

/// One channel. `now` is any steady clock in ms. Live tells a level when it changes; between two of them the last one holds.
class Meter {
public:
    static constexpr double fallPerSecond = 20.0; ///< dB
    static constexpr qint64 peakHoldMs = 1500;

    /// Live said: this is the level (Live's meter value, 0..1).
    void hear(double meter, qint64 now);
    void clearClip() { m_clipped = false; }
    MeterLook look(qint64 now) const;
    /// True while the look changes without any news.
    bool isMoving(qint64 now) const;

private:
    double level(qint64 now) const; ///< dB
    double peak(qint64 now) const;

    // All in dB; silence is the bottom, so that falling ends.
    double m_heard = bottom;
    double m_top = bottom; ///< The bar at m_topAt; falls from there
    qint64 m_topAt = 0;
    double m_peak = bottom;
    qint64 m_peakAt = 0;
    bool m_clipped = false;

    static constexpr double bottom = -70.0;
};

} // namespace clipdeck
