// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/padgrid.h"

#include "core/mapping/padbank.h"
#include "ui/mapping/pad.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int padColumns = 4;
constexpr int padRows = PadBank::size / padColumns;
constexpr int padGap = 4;
constexpr int twoLines = 48; ///< From this height on, number and name stand above each other

/// Where place `i` of `count` begins on a length; widths differ by a pixel, gaps do not.
int placeAt(int i, int count, int length)
{
    return i * (length + padGap) / count;
}

} // namespace

PadGrid::PadGrid(PadBank &pads, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    for (int pad = 0; pad < PadBank::size; ++pad)
        m_pads.push_back(new Pad(pads, pad, theme, this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize PadGrid::minimumSizeHint() const
{
    const int row = std::max(22, m_theme.metrics().leastTarget);
    return {padColumns * (48 + padGap) - padGap, padRows * (row + padGap) - padGap};
}

void PadGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isLow = placeAt(1, padRows, height()) - padGap
        < twoLines; // one decision for all, however they round
    for (int pad = 0; pad < PadBank::size; ++pad) {
        const int column = pad % padColumns;
        const int row = padRows - 1 - pad / padColumns;
        const QPoint from(placeAt(column, padColumns, width()), placeAt(row, padRows, height()));
        const QPoint to(placeAt(column + 1, padColumns, width()) - padGap,
            placeAt(row + 1, padRows, height()) - padGap);
        Pad &shown = *m_pads[static_cast<std::size_t>(pad)];
        shown.setGeometry(QRect(from, QSize(to.x() - from.x(), to.y() - from.y())));
        shown.setLow(isLow);
    }
}

} // namespace clipdeck

#include "moc_padgrid.cpp"
