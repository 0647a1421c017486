// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gridroom.h"

#include "ui/setup/noanswerpage.h"

#include <QEvent>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int topMargin = 2; // of what stands in the corner: as the mixer's strips

} // namespace

GridRoom::GridRoom(QWidget *grid, QWidget *mixer, NoAnswerPage *page, QWidget *parent)
    : QWidget(parent)
    , m_grid(grid)
    , m_mixer(mixer)
    , m_page(page)
{
    m_grid->setParent(this);
    m_mixer->setParent(this);
    m_page->setParent(this);
    m_page->hide();
    m_page->installEventFilter(this);
    setFocusProxy(m_grid);
}

void GridRoom::setPageShown(bool shown)
{
    m_page->setVisible(shown);
    placePage();
}

void GridRoom::setMixerShown(bool shown)
{
    m_mixerShown = shown;
    updateGeometry();
    place();
}

void GridRoom::setCorner(QWidget *corner)
{
    m_corner = corner;
    corner->setParent(this);
    place();
}

void GridRoom::placeCorner(int left, int width)
{
    m_cornerLeft = left;
    m_cornerWidth = width;
    place();
}

QSize GridRoom::minimumSizeHint() const
{
    return m_grid->minimumSizeHint();
}

QSize GridRoom::sizeHint() const
{
    const int mixer = m_mixerShown ? m_mixer->sizeHint().height() : 0;
    return m_grid->sizeHint() + QSize(0, mixer);
}

bool GridRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Resize)
        placePage();
    return QWidget::eventFilter(watched, event);
}

void GridRoom::resizeEvent(QResizeEvent *)
{
    place();
}

void GridRoom::place()
{
    const int wanted = m_mixer->sizeHint().height();
    const bool fits = height() >= m_grid->minimumSizeHint().height() + wanted;
    const int mixer = m_mixerShown && fits ? wanted : 0;
    const int top = height() - mixer;
    m_grid->setGeometry(0, 0, width(), top);
    m_mixer->setGeometry(0, top, m_corner ? std::min(width(), m_cornerLeft) : width(), wanted);
    m_mixer->setVisible(mixer > 0);
    if (m_corner) {
        m_corner->setGeometry(m_cornerLeft, top + topMargin, m_cornerWidth, wanted - topMargin);
        m_corner->setVisible(mixer > 0);
    }
    placePage();
}

void GridRoom::placePage()
{
    const QPoint middle = rect().center() - m_page->rect().center();
    m_page->move(std::max(0, middle.x()), std::max(0, middle.y()));
    m_page->raise();
}

} // namespace clipdeck

#include "moc_gridroom.cpp"
