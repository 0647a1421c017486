// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/meterbank.h"

#include <algorithm>

namespace clipdeck {

void MeterBank::hear(TrackIndex index, double left, double right, qint64 now)
{
    Stereo &stereo = m_tracks[index];
    stereo.sides[0].hear(left, now);
    stereo.sides[1].hear(right, now);
}

void MeterBank::clearClip(TrackIndex index)
{
    const auto found = m_tracks.find(index);
    if (found == m_tracks.end())
        return;
    for (Meter &side : found->second.sides)
        side.clearClip();
}

StereoLook MeterBank::look(TrackIndex index, qint64 now) const
{
    const auto found = m_tracks.find(index);
    if (found == m_tracks.end())
        return {};
    return {found->second.sides[0].look(now), found->second.sides[1].look(now)};
}

bool MeterBank::isClipped(TrackIndex index, qint64 now) const
{
    const StereoLook both = look(index, now);
    return both[0].clipped || both[1].clipped;
}

bool MeterBank::isMoving(TrackIndex index, qint64 now) const
{
    const auto found = m_tracks.find(index);
    return found != m_tracks.end()
        && std::any_of(found->second.sides.begin(), found->second.sides.end(),
            [now](const Meter &side) { return side.isMoving(now); });
}

std::optional<QRectF> MeterBank::moved(
    TrackIndex index, int column, const MixerLayout &layout, qint64 now)
{
    const auto found = m_tracks.find(index);
    if (found == m_tracks.end())
        return std::nullopt;
    const StereoLook seen = std::exchange(found->second.painted, look(index, now));
    const StereoLook &look = found->second.painted;
    const QRectF box = layout.box({StripControl::Meter, column});
    const MixerLayout::Throw way = layout.throwOf(column);
    double top = box.bottom();
    double bottom = box.top();
    const auto differs = [&](double from, double to, double extra) {
        // What begins or ends at silence begins or ends at the bar's foot.
        const double a = from <= 0.0 ? box.bottom() : way.at(from);
        const double b = to <= 0.0 ? box.bottom() : way.at(to);
        if (a == b)
            return;
        top = std::min({top, a, b});
        bottom = std::max({bottom, a + extra, b + extra});
    };
    for (std::size_t side = 0; side < 2; ++side) {
        differs(seen.at(side).level, look.at(side).level, 0);
        differs(seen.at(side).peak, look.at(side).peak, 1);
        if (seen.at(side).clipped != look.at(side).clipped)
            differs(1.1, 1.0, 0); // up to the light
    }
    if (top >= bottom)
        return std::nullopt;
    return QRectF(box.left(), std::max(box.top(), top), box.width(),
        std::min(box.bottom(), bottom) - std::max(box.top(), top));
}

} // namespace clipdeck
