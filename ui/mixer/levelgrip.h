// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the mixer's levels: how far a drag, a wheel's notch or a key moves one. Pure.
#pragma once

#include "core/live/ids.h"
#include "ui/mixer/strippart.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace clipdeck {

/// Between which values a level lies, and where Delete or a double click puts it.
struct LevelRange {
    double minimum = 0.0;
    double maximum = 1.0;
    double home = 0.0; ///< Volume: 0 dB, pan: centre, send: silence
};
LevelRange rangeOf(StripControl control);

/// What a wheel's notch or a key does to a level.
enum class LevelStep { Up, Down, PageUp, PageDown, Least, Most, Home };

/// The value after a step: 1 dB of a volume or send (6 dB a page), 1/50 of a pan (10/50); `fine`: a tenth of it. Silence
/// steps up to the lowest level that can be heard.
double stepped(StripControl control, double value, LevelStep step, bool fine);

/// Where a level is that goes along with another one, which moved by `by`: at the same distance, as far as there is way.
double alongWith(StripControl control, double from, double by);

/// The value that was typed into a field, or nothing where it is none.
std::optional<double> typedLevel(StripControl control, const QString &text);

/// One pointer or finger that holds one level. Drags are relative: the level starts where it is, not where it was touched.
class LevelGrip {
public:
    /// `way` is how many px take a volume from one end to the other.
    /// `companions` are the same level of other tracks, which go along.
    struct Companion {
        TrackIndex track;
        double start;
    };
    LevelGrip(StripPart part, double value, QPointF at, double way,
        std::vector<Companion> companions = {});

    const std::vector<Companion> &companions() const { return m_companions; }
    StripPart part() const { return m_part; }
    double start() const { return m_start; }
    double value() const { return m_value; }
    bool hasMoved() const { return m_moved; }
    /// The new value, if it differs.
    std::optional<double> moveTo(QPointF at, bool fine);

private:
    StripPart m_part;
    double m_start;
    double m_value;
    QPointF m_at;
    double m_way;
    std::vector<Companion> m_companions;
    double m_slack = 3.0; ///< px to go before it is a drag: a tap moves nothing
    bool m_moved = false;
};

} // namespace clipdeck
