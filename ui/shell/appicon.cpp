// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appicon.h"

#include <QPainter>
#include <QPixmap>

namespace clipdeck {

namespace {

constexpr int drawingSide = 64;

void paintRow(QPainter &painter, int y, QRgb lamp, QRgb glyph, QRgb body, int bodyWidth)
{
    painter.setBrush(QColor(lamp));
    painter.drawRoundedRect(10, y, 14, 12, 2, 2);
    painter.setBrush(QColor(body));
    painter.drawRoundedRect(25, y, bodyWidth, 12, 2, 2);
    painter.setBrush(QColor(glyph));
    const QPoint triangle[]{{14, y + 3}, {14, y + 9}, {20, y + 6}};
    painter.drawPolygon(triangle, 3);
}

/// Three clips: at rest, playing, and one whose edge is being drawn out.
QPixmap paintIcon(int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(double(side) / drawingSide, double(side) / drawingSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1F1D1A));
    painter.drawRoundedRect(2, 2, 60, 60, 10, 10);
    paintRow(painter, 10, 0x0C0B0A, 0xFF9A3D, 0x8A5A2C, 29);
    paintRow(painter, 26, 0x35D07A, 0x000000, 0x12A0EE, 29);
    paintRow(painter, 42, 0x0C0B0A, 0xB9A3FF, 0x5A4E80, 19);
    for (const QRect &bar : {QRect(45, 42, 9, 2), QRect(45, 52, 9, 2), QRect(52, 42, 2, 12)})
        painter.fillRect(bar, QColor(0xB9A3FF));
    return pixmap;
}

} // namespace

QIcon appIcon()
{
    QIcon icon;
    for (int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(paintIcon(side));
    return icon;
}

} // namespace clipdeck
