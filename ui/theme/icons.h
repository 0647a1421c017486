// SPDX-License-Identifier: GPL-3.0-or-later
// Icons of the surface, painted: a grid of 16 units, strokes of 1.5, square caps. The SVG plug-in
// may be absent.
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace clipdeck {

class Theme;

enum class Icon {
    Play,
    Stop,
    Record,
    Metronome,
    Undo,
    Redo,
    Down,
    Up,
    Right,
    Left,
    FoldOpen,
    FoldShut,
    Midi,
    Audio,
    Arrangement,
    Lock,
    Search,
    Dock,
    Close,
    Plus,
    Target,
    Copy,
    Check,
};

/// Draws the icon over `box`, which is square.
void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &color);

/// For plain buttons and actions: text colour, text3 where disabled, ink where on. Sharp at
/// 1×, 1.5× and 2×.
QIcon themeIcon(const Theme &theme, Icon icon, int side = 16);

} // namespace clipdeck
