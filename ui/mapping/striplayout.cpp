// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/striplayout.h"

namespace clipdeck {

namespace {

constexpr int side = 8; ///< From the strip's edge to what it holds
constexpr int lineHeight = 17;
constexpr int lowHeight = 300;
constexpr int numberWidth = 18;

} // namespace

StripLayout stripLayout(const QSize &size)
{
    const int width = size.width() - 2 * side;
    const bool isLow = size.height() < lowHeight;
    const int top = isLow ? 5 : 27;
    const int textLeft = side + 9;
    StripLayout box;
    box.number = isLow ? QRect(size.width() - side - numberWidth, top, numberWidth, lineHeight)
                       : QRect(side, 6, numberWidth, 18);
    const int trackRight = isLow ? box.number.left() : size.width() - side;
    box.color = QRect(side, top + 2, 4, 2 * lineHeight - 3);
    box.track = QRect(textLeft, top, trackRight - textLeft, lineHeight);
    box.what = QRect(textLeft, top + lineHeight, size.width() - side - textLeft, lineHeight);
    box.head = QRect(0, 0, size.width(), box.what.bottom() + 3);
    box.value = QRect(side, box.head.bottom() + (isLow ? 3 : 5), width, isLow ? 24 : 30);
    const int throwTop = box.value.bottom() + (isLow ? 6 : 14);
    const int foot = isLow ? size.height() - 2 : size.height() - 30;
    box.fader = QRect(0, throwTop, size.width(), foot - throwTop);
    if (!isLow)
        box.note = QRect(4, size.height() - 26, size.width() - 8, 18);
    return box;
}

} // namespace clipdeck
