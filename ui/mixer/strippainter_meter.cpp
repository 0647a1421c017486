// SPDX-License-Identifier: GPL-3.0-or-later
// StripPainter's meters, and its sign for an input that is off.
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
        const MeterLook &heard = look.at(static_cast<std::size_t>(side));
        // Still, only the light for what was too loud is left.
        const MeterLook one = m_theme.isStill() ? MeterLook{0.0, 0.0, heard.clipped} : heard;
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

// The ring of a disc that is empty, struck through.
void StripPainter::inputOff(const QRectF &button, const QColor &ink)
{
    constexpr double radius = 4.0;
    constexpr double reach = 6.0;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(ink, 1.5));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(button.center(), radius, radius);
    m_painter.drawLine(
        button.center() + QPointF(-reach, reach), button.center() + QPointF(reach, -reach));
    m_painter.restore();
}

} // namespace clipdeck
