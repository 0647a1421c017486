// SPDX-License-Identifier: GPL-3.0-or-later
// The meters of the tracks in sight, and which pixels of them differ since they were painted. No widget.
#pragma once

#include "core/live/ids.h"
#include "ui/mixer/meter.h"
#include "ui/mixer/strippainter.h"

#include <map>
#include <optional>

namespace clipdeck {

class MeterBank {
public:
    /// Live told a track's levels anew.
    void hear(TrackIndex index, double left, double right, qint64 now);
    void clear() { m_tracks.clear(); }
    void clearClip(TrackIndex index);
    bool isClipped(TrackIndex index, qint64 now) const;

    StereoLook look(TrackIndex index, qint64 now) const;
    /// The part of a column's meter that looks different now than when this was last asked; nothing: all as it was.
    std::optional<QRectF> moved(
        TrackIndex index, int column, const MixerLayout &layout, qint64 now);
    bool isMoving(TrackIndex index, qint64 now) const;

private:
    struct Stereo {
        std::array<Meter, 2> sides;
        StereoLook painted;
    };
    std::map<TrackIndex, Stereo> m_tracks;
};

} // namespace clipdeck
