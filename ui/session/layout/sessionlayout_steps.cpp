// SPDX-License-Identifier: GPL-3.0-or-later
// SessionLayout's steps: where a key leads from a place.
#include "ui/session/layout/sessionlayout.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int pageRows = 8;

int clampIndex(int index, int count)
{
    return std::clamp(index, 0, std::max(0, count - 1));
}

} // namespace

Place SessionLayout::steppedInRow(Place from, int by) const
{
    // The scenes are the column after the last track.
    const bool atScenes = from.column < 0;
    const int column = std::clamp((atScenes ? m_in.columns : from.column) + by, 0, m_in.columns);
    const bool toScenes = column == m_in.columns;
    switch (from.area) {
    case Area::Header:
    case Area::ScenesTitle:
        return toScenes ? from : headerPlace(column);
    case Area::Stop:
    case Area::StopAll:
        return toScenes ? stopAllPlace() : stopPlace(column);
    default:
        return toScenes ? scenePlace(from.row) : slotPlace(column, from.row);
    }
}

Place SessionLayout::steppedInColumn(Place from, int by) const
{
    // Headers are the row before the first scene, the stop row the one after the last.
    const bool atScenes = from.column < 0;
    int row = from.row;
    if (from.area == Area::Header || from.area == Area::ScenesTitle)
        row = -1;
    else if (from.area == Area::Stop || from.area == Area::StopAll)
        row = m_in.rows;
    row = std::clamp(row + by, atScenes ? 0 : -1, m_in.rows);
    if (row < 0)
        return headerPlace(from.column);
    if (row == m_in.rows)
        return atScenes ? stopAllPlace() : stopPlace(from.column);
    return atScenes ? scenePlace(row) : slotPlace(from.column, row);
}

Place SessionLayout::moved(Place from, Step step) const
{
    if (!contains(from))
        return m_in.columns > 0 && m_in.rows > 0 ? slotPlace(0, 0) : from;
    const bool isCell = from.area == Area::Slot || from.area == Area::Scene;
    const auto inGrid = [&](int row) {
        row = clampIndex(row, m_in.rows);
        return from.area == Area::Scene ? scenePlace(row) : slotPlace(from.column, row);
    };
    switch (step) {
    case Step::Left:
        return steppedInRow(from, -1);
    case Step::Right:
        return steppedInRow(from, 1);
    case Step::Up:
        return steppedInColumn(from, -1);
    case Step::Down:
        return steppedInColumn(from, 1);
    case Step::PageUp:
        return isCell ? inGrid(from.row - pageRows) : steppedInColumn(from, -pageRows);
    case Step::PageDown:
        return isCell ? inGrid(from.row + pageRows) : steppedInColumn(from, pageRows);
    case Step::RowStart:
        return m_in.columns > 0 ? steppedInRow(from, -m_in.columns) : from;
    case Step::RowEnd:
        return m_in.columns > 0 ? steppedInRow(steppedInRow(from, -m_in.columns), m_in.columns - 1)
                                : from;
    case Step::First:
        return slotPlace(0, 0);
    case Step::Last:
        return slotPlace(
            clampIndex(m_in.columns - 1, m_in.columns), clampIndex(m_in.rows - 1, m_in.rows));
    }
    return from;
}

} // namespace clipdeck
