// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paneldeck.h"

#include "ui/theme/theme.h"
#include "ui/widgets/sidescroll.h"
#include "ui/widgets/stripbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace clipdeck {

PanelDeck::PanelDeck(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_fold(new StripButton(ButtonFace::of(Icon::Down), theme, this))
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    // There is room for all tabs, and these buttons would be smaller than a finger.
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->setAccessibleName(tr("Panel"));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this,
        [this](int index) { Q_EMIT currentPageChanged(m_ids.value(index)); });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { setFolded(false); });

    m_fold->describe(tr("Fold panel"), tr("Fold the panel to its tabs, or open it"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L));
    m_fold->setGroundRole(Role::TabBar);
    m_fold->setRestRole(Role::Text2);
    const Metrics &metrics = theme.metrics();
    m_fold->setFixedSize(
        std::max(28, metrics.leastTarget), std::max(metrics.tabsHeight - 4, metrics.leastTarget));
    connect(m_fold, &StripButton::clicked, this, [this] { setFolded(!m_folded); });

    auto *row = new QHBoxLayout;
    row->setContentsMargins(measure::margin, 1, measure::margin, 0);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(m_fold, 0, Qt::AlignVCenter);
    auto *rowHolder = new QWidget(this);
    rowHolder->setLayout(row);
    rowHolder->setFixedHeight(theme.metrics().tabsHeight);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rowHolder);
    column->addWidget(m_pages, 1);
}

void PanelDeck::addPage(const QString &id, const QString &name, QWidget *page)
{
    m_ids << id;
    m_pages->addWidget(new SideScroll(page));
    m_tabs->addTab(name);
}

QString PanelDeck::currentPage() const
{
    return m_ids.value(m_tabs->currentIndex());
}

void PanelDeck::setCurrentPage(const QString &id)
{
    if (const qsizetype index = m_ids.indexOf(id); index >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(index));
}

void PanelDeck::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_pages->setVisible(!folded);
    m_fold->setFace(ButtonFace::of(folded ? Icon::Up : Icon::Down));
    setMaximumHeight(folded ? m_theme.metrics().tabsHeight : QWIDGETSIZE_MAX);
    Q_EMIT foldedChanged(folded);
}

void PanelDeck::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int row = m_theme.metrics().tabsHeight;
    painter.fillRect(0, 0, width(), row, m_theme.color(Role::TabBar));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Role::Line));
    painter.fillRect(0, row, width(), height() - row, m_theme.color(Role::Panel));
}

} // namespace clipdeck

#include "moc_paneldeck.cpp"
