// SPDX-License-Identifier: GPL-3.0-or-later
// StripPainter's meters.
#include "ui/mixer/strippainter.h"

#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr double hot = 0.7; // −6 dB on the fader's scale
constexpr double clipLight = 2.0;

} // namespace

void StripPainter::meter(int column, const StereoLook &look)
{
    const MixerLayout::Throw way = m_layout.throwOf(column);
    for (int side = 0; side < 2; ++side) {
        const MeterLook &one = look.at(static_cast<std::size_t>(side));
        const QRectF bar = m_layout.meterBar(column, side);
        const auto part = [&](double from, double to, Role role) {
            if (to > from)
                fillBox(m_painter, QRectF(bar.left(), from, bar.width(), to - from),
                    m_theme.color(role));
        };
        // What is silent has no height at all; from there it is the fader's own scale.
        const double level = one.level <= 0.0 ? bar.bottom() : way.at(one.level);
        const double hotTop = way.at(hot);
        part(bar.top(), bar.top() + clipLight, one.clipped ? Role::Rec : Role::Line);
        part(bar.top() + clipLight, level, Role::Void);
        part(level, hotTop, Role::MeterHi);
        part(std::max(level, hotTop), bar.bottom(), Role::Meter);
        if (one.peak > 0.0) {
            const double line = way.at(one.peak);
            part(line, line + 1, one.peak > hot ? Role::MeterHi : Role::Text2);
        }
    }
}

} // namespace clipdeck
