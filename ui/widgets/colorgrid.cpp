// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colorgrid.h"

#include "core/live/palette.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int columns = 14; // as in Live's menu
constexpr int rows = static_cast<int>(livePalette.size()) / columns;
constexpr int margin = 8;
constexpr int gap = 2;

} // namespace

ColorGrid::ColorGrid(const Theme &theme, int current, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    const auto found = std::ranges::find(livePalette, current);
    if (found != livePalette.end())
        m_current = static_cast<int>(found - livePalette.begin());
    setAccessibleName(tr("Colour"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedSize(sizeHint());
}

int ColorGrid::side() const
{
    return m_theme.density() == Density::Compact ? 16 : 34; // a finger's
}

QSize ColorGrid::sizeHint() const
{
    const int pitch = side() + gap;
    return {2 * margin + columns * pitch - gap, 2 * margin + rows * pitch - gap};
}

QRect ColorGrid::box(int index) const
{
    const int pitch = side() + gap;
    return {margin + index % columns * pitch, margin + index / columns * pitch, side(), side()};
}

std::optional<int> ColorGrid::at(QPoint position) const
{
    for (int i = 0; i < static_cast<int>(livePalette.size()); ++i) {
        if (box(i).adjusted(-1, -1, 1, 1).contains(position))
            return i;
    }
    return std::nullopt;
}

void ColorGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i < static_cast<int>(livePalette.size()); ++i) {
        const QRect place = box(i);
        const int color = livePalette[static_cast<std::size_t>(i)];
        if (i == m_marked)
            fillBox(painter, place.adjusted(-2, -2, 2, 2), m_theme.color(Role::Select));
        fillBox(painter, place, QColor(QRgb(color)));
        if (i == m_current)
            fillBox(painter, QRect(place.center() - QPoint(2, 2), QSize(5, 5)),
                QColor(m_theme.clip(color).litInk));
    }
}

void ColorGrid::mouseMoveEvent(QMouseEvent *event)
{
    m_marked = at(event->position().toPoint()).value_or(-1);
    update();
}

void ColorGrid::leaveEvent(QEvent *)
{
    m_marked = -1;
    update();
}

void ColorGrid::mousePressEvent(QMouseEvent *event)
{
    if (const std::optional<int> index = at(event->position().toPoint()))
        Q_EMIT chosen(livePalette[static_cast<std::size_t>(*index)]);
}

void ColorGrid::keyPressEvent(QKeyEvent *event)
{
    const int count = static_cast<int>(livePalette.size());
    const auto step = [&](int by) {
        const int from = m_marked >= 0 ? m_marked : std::max(0, m_current);
        m_marked = std::clamp(from + by, 0, count - 1);
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return step(-columns);
    case Qt::Key_Down:
        return step(columns);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0)
            Q_EMIT chosen(livePalette[static_cast<std::size_t>(m_marked)]);
        return;
    default:
        event->ignore();
    }
}

} // namespace clipdeck

#include "moc_colorgrid.cpp"
