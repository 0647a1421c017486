// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/overview/overview.h"

#include "ui/session/display/lamp.h"
#include "ui/session/sessionview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int refreshMs = 250; // what plays changes with the bars
constexpr int mapMargin = 24;
constexpr double widest = 40; // px a block
constexpr double tallest = 14;

} // namespace

Overview::Overview(SessionView &view, const LiveSet &set, const Theme &theme)
    : QWidget(view.viewport())
    , m_view(view)
    , m_set(set)
    , m_theme(theme)
{
    setAccessibleName(tr("Overview"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &Overview::redraw);
    hide();
}

void Overview::open()
{
    setGeometry(parentWidget()->rect());
    redraw();
    m_refresh.start();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void Overview::shut()
{
    if (!isVisible())
        return;
    m_refresh.stop();
    hide();
    m_view.setFocus(Qt::OtherFocusReason);
}

QRgb Overview::colorOf(int column, int row) const
{
    const SlotId slot = m_view.model().slotAt(column, row);
    const Clip *clip = m_set.clip(slot);
    const QRgb ground = m_theme.rgb(Role::Ground);
    if (!clip) {
        const std::vector<SlotId> children = groupChildren(m_set, slot);
        return children.empty() ? ground : m_theme.clip(m_set.clip(children.front())->color).sunk;
    }
    const Track *track = m_set.track(slot.track);
    const ClipColors &colors = m_theme.clip(clip->color);
    return track->playingSlot == row ? colors.lit : colors.sunk;
}

void Overview::redraw()
{
    const QSize size(m_view.model().columnCount(), m_view.model().rowCount());
    m_image = QImage(size, QImage::Format_RGB32);
    for (int row = 0; row < size.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(row));
        for (int column = 0; column < size.width(); ++column)
            line[column] = colorOf(column, row);
    }
    update();
}

QRectF Overview::map() const
{
    if (m_image.isNull())
        return {};
    const QSizeF room = QSizeF(size()) - QSizeF(2 * mapMargin, 2 * mapMargin);
    const double wide = std::min(widest, room.width() / m_image.width());
    const double tall = std::min(tallest, room.height() / m_image.height());
    const QSizeF all(wide * m_image.width(), tall * m_image.height());
    return {QPointF((width() - all.width()) / 2, (height() - all.height()) / 2), all};
}

QRectF Overview::block(int column, int row) const
{
    const QRectF all = map();
    if (all.isEmpty())
        return {};
    const double wide = all.width() / m_image.width();
    const double tall = all.height() / m_image.height();
    return {all.left() + column * wide, all.top() + row * tall, wide, tall};
}

void Overview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = m_theme.color(Role::Void);
    veil.setAlphaF(0.82F);
    painter.fillRect(rect(), veil);
    const QRectF all = map();
    if (all.isEmpty())
        return;
    fillBox(painter, all.adjusted(-8, -8, 8, 8), m_theme.color(Role::Raised));
    painter.drawImage(all, m_image);
    const bool gaps = all.width() / m_image.width() >= 4 && all.height() / m_image.height() >= 4;
    for (int column = 0; gaps && column <= m_image.width(); ++column)
        fillBox(painter, QRectF(block(column, 0).left() - 1, all.top(), 1, all.height()),
            m_theme.color(Role::Void));
    for (int row = 0; gaps && row <= m_image.height(); ++row)
        fillBox(painter, QRectF(all.left(), block(0, row).top() - 1, all.width(), 1),
            m_theme.color(Role::Void));
    const SessionLayout::Range seen = m_view.sessionLayout().visible();
    const QRectF first = block(seen.firstColumn, seen.firstRow);
    const QRectF last = block(seen.endColumn - 1, seen.endRow - 1);
    strokeRounded(painter, first.united(last).adjusted(-2, -2, 2, 2), measure::cellRadius,
        m_theme.color(Role::Select), measure::frame);
}

void Overview::jumpTo(QPointF position)
{
    const QRectF all = map();
    if (all.isEmpty())
        return;
    const auto index = [](double at, double length, int count) {
        return std::clamp(static_cast<int>(at / length * count), 0, count - 1);
    };
    m_view.center(slotPlace(index(position.x() - all.left(), all.width(), m_image.width()),
        index(position.y() - all.top(), all.height(), m_image.height())));
    update();
}

void Overview::mousePressEvent(QMouseEvent *event)
{
    if (map().adjusted(-mapMargin, -mapMargin, mapMargin, mapMargin).contains(event->position()))
        jumpTo(event->position());
    else
        shut();
}

void Overview::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        jumpTo(event->position());
}

void Overview::mouseReleaseEvent(QMouseEvent *)
{
    shut();
}

void Overview::keyPressEvent(QKeyEvent *event)
{
    const auto page = [this](QScrollBar *bar, int by) {
        bar->setValue(bar->value() + by * bar->pageStep());
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return page(m_view.horizontalScrollBar(), -1);
    case Qt::Key_Right:
        return page(m_view.horizontalScrollBar(), 1);
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        return page(m_view.verticalScrollBar(), -1);
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        return page(m_view.verticalScrollBar(), 1);
    default:
        shut(); // Enter, Esc, the key that opened it: any other is meant for the grid
    }
}

void Overview::focusOutEvent(QFocusEvent *)
{
    shut();
}

} // namespace clipdeck

#include "moc_overview.cpp"
