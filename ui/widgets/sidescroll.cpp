// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidescroll.h"

#include <QApplication>
#include <QScrollBar>

namespace clipdeck {

SideScroll::SideScroll(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what is in it has the keys, and is scrolled to
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(page);
    // What lies behind shows through, as if the page stood there by itself.
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now))
            ensureWidgetVisible(now);
    });
}

QSize SideScroll::sizeHint() const
{
    return widget()->sizeHint();
}

QSize SideScroll::least() const
{
    return widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
}

QSize SideScroll::minimumSizeHint() const
{
    // Before it is shown it has no width to go by.
    const bool scrolls = isVisible() && width() < least().width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {0, least().height() + bar};
}

void SideScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    updateGeometry(); // the bar came or went
}

void SideScroll::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    updateGeometry();
}

} // namespace clipdeck

#include "moc_sidescroll.cpp"
