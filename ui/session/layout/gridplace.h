// SPDX-License-Identifier: GPL-3.0-or-later
// Where something is on the session surface, counted in columns and rows: not in tracks, for folded ones have no column.
#pragma once

#include <QtGlobal> // before <compare>, which moc of Qt 6.4 cannot read by itself

#include <compare>

namespace clipdeck {

enum class Area {
    Nowhere,
    Header, ///< A track's head: column
    ScenesTitle, ///< Above the scenes
    Slot, ///< column and row
    Scene, ///< row
    Stop, ///< A track's stop cell: column
    StopAll, ///< Below the scenes
};

struct Place {
    Area area = Area::Nowhere;
    int column = -1;
    int row = -1;

    constexpr auto operator<=>(const Place &) const = default;
    constexpr bool isValid() const { return area != Area::Nowhere; }
};

constexpr Place headerPlace(int column)
{
    return {Area::Header, column, -1};
}
constexpr Place slotPlace(int column, int row)
{
    return {Area::Slot, column, row};
}
constexpr Place scenePlace(int row)
{
    return {Area::Scene, -1, row};
}
constexpr Place stopPlace(int column)
{
    return {Area::Stop, column, -1};
}
constexpr Place scenesTitlePlace()
{
    return {Area::ScenesTitle, -1, -1};
}
constexpr Place stopAllPlace()
{
    return {Area::StopAll, -1, -1};
}

/// Which part of a place a pointer is on.
enum class Zone {
    Body,
    Lamp, ///< Of slots, scenes and stop cells
    Edge, ///< A slot's right edge, where a drag sets the length
    Fold, ///< A header's triangle, if it has one
};

struct Hit {
    Place place;
    Zone zone = Zone::Body;

    constexpr auto operator<=>(const Hit &) const = default;
};

/// A key's step over the surface.
enum class Step { Left, Right, Up, Down, PageUp, PageDown, RowStart, RowEnd, First, Last };

} // namespace clipdeck
