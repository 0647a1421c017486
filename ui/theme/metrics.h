// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of the surface in logical pixels, for the hand that is used: mouse or finger.
#pragma once

#include <QSize>

namespace clipdeck {

enum class Density {
    Compact, ///< Mouse and keys
    Comfortable, ///< Touch: no target below 34 px
};

/// Lengths in logical pixels. Pitches include the gap after the cell.
struct Metrics {
    int leastTarget = 0; ///< No side of what can be pressed is smaller
    int gap = 2; ///< Between cells, both ways; frames are drawn in it
    int rowPitch = 22;
    int columnPitch = 100;
    int columnLeast = 72;
    int lamp = 20; ///< A square; also the height of a cell
    int headerHeight = 38;
    int stopHeight = 22; ///< Pitch of the stop row
    int mixerHeight = 146;
    int sceneWidth = 182;
    int transportHeight = 52;
    int tabsHeight = 28;
    int statusHeight = 24;
    int buttonHeight = 22;
    int toolRowHeight = 26;
    int menuRowHeight = 24; ///< Of an entry in a menu or a list that opens
    QSize mixerThumb{20, 10};
    int stripButton = 20; ///< Height of a mixer strip's buttons
    int stripField = 16; ///< Height of its value field
    int stripRow = 36; ///< Pitch of its pan and sends
    int stripRowLeast = 19; ///< The same where there are many sends: one line each
    QSize bankThumb{56, 24};
    int edgeZone = 6; ///< At a clip's right edge, where a drag sets its length
    bool edgeZoneOnHover = false; ///< The zone exists only on the selected or hovered cell
    bool secondLine = false; ///< Clips show their length below the name

    int cellHeight() const { return rowPitch - gap; }
    int cellWidth() const { return columnPitch - gap; }

    static const Metrics &of(Density density);
};

namespace measure {
constexpr int cellRadius = 2;
constexpr int controlRadius = 3;
constexpr int dialogRadius = 4;
constexpr int frame = 2;
constexpr int margin = 6; ///< Of the surface, at the window's left edge
constexpr double iconStroke = 1.5;
constexpr int scrollBar = 10;
constexpr int frameMs = 16; ///< Between two frames of an animation, 60 a second
constexpr int countMs = 33; ///< Between two looks at a count that changes a few times a second
} // namespace measure

} // namespace clipdeck
