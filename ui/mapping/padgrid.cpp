// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/padgrid.h"

#include "core/mapping/padrow.h"
#include "ui/mapping/pad.h"

namespace clipdeck {

namespace {

constexpr int columns = 4;
constexpr int rows = PadRow::size / columns;
constexpr int gap = 4;
constexpr int twoLines = 48; ///< From this height on, number and name stand above each other

/// Where place `i` of `count` begins on a length; widths differ by a pixel, gaps do not.
int placeAt(int i, int count, int length)
{
    return i * (length + gap) / count;
}

} // namespace

PadGrid::PadGrid(PadRow &pads, const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    for (int pad = 0; pad < PadRow::size; ++pad)
        m_pads.push_back(new Pad(pads, pad, theme, this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize PadGrid::minimumSizeHint() const
{
    return {columns * (48 + gap) - gap, rows * (22 + gap) - gap};
}

void PadGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isLow
        = placeAt(1, rows, height()) - gap < twoLines; // one decision for all, however they round
    for (int pad = 0; pad < PadRow::size; ++pad) {
        const int column = pad % columns;
        const int row = rows - 1 - pad / columns;
        const QPoint from(placeAt(column, columns, width()), placeAt(row, rows, height()));
        const QPoint to(
            placeAt(column + 1, columns, width()) - gap, placeAt(row + 1, rows, height()) - gap);
        Pad &shown = *m_pads[static_cast<std::size_t>(pad)];
        shown.setGeometry(QRect(from, QSize(to.x() - from.x(), to.y() - from.y())));
        shown.setLow(isLow);
    }
}

} // namespace clipdeck
