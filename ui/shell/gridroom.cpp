// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gridroom.h"

#include "ui/setup/noanswerpage.h"

#include <QEvent>

#include <algorithm>

namespace clipdeck {

GridRoom::GridRoom(QWidget *grid, NoAnswerPage *page, QWidget *parent)
    : QWidget(parent)
    , m_grid(grid)
    , m_page(page)
{
    m_grid->setParent(this);
    m_page->setParent(this);
    m_page->hide();
    m_page->installEventFilter(this);
    setFocusProxy(m_grid);
}

void GridRoom::setPageShown(bool shown)
{
    m_page->setVisible(shown);
    place();
}

QSize GridRoom::minimumSizeHint() const
{
    return m_grid->minimumSizeHint();
}

QSize GridRoom::sizeHint() const
{
    return m_grid->sizeHint();
}

bool GridRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void GridRoom::resizeEvent(QResizeEvent *)
{
    m_grid->setGeometry(rect());
    place();
}

void GridRoom::place()
{
    const QPoint middle = rect().center() - m_page->rect().center();
    m_page->move(std::max(0, middle.x()), std::max(0, middle.y()));
    m_page->raise();
}

} // namespace clipdeck
