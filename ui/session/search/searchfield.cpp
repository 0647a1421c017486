// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/search/searchfield.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int leastWidth = 120;
constexpr int listWidth = 380;
constexpr int mostRows = 12;
constexpr int iconRoom = 34;

/// Where it is tells what it is, but for devices and their parameters.
QString lineOf(const SearchHit &hit)
{
    const QString line = QStringLiteral("%1   %2").arg(hit.name, hit.where);
    if (hit.kind == SearchHit::Kind::Device)
        return SearchField::tr("%1 · device").arg(line);
    if (hit.kind == SearchHit::Kind::Parameter)
        return SearchField::tr("%1 · parameter").arg(line);
    return line;
}

} // namespace

SearchField::SearchField(const LiveSet &set, const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_set(set)
    , m_theme(theme)
    , m_list(new QListWidget(this))
{
    qRegisterMetaType<SearchHit>();
    setAccessibleName(tr("Find"));
    setPlaceholderText(tr("Find clip, scene, parameter"));
    setToolTip(tr("Find tracks, scenes, clips, devices and parameters by name (Ctrl+F)"));
    setStatusTip(toolTip());
    setFrame(false);
    setTextMargins(iconRoom - 6, 0, 56, 0);
    m_list->setWindowFlags(Qt::ToolTip); // above all, and the keys stay in the field
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found"));
    m_list->setUniformItemSizes(true);
    m_list->hide();
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    connect(this, &QLineEdit::textEdited, this, &SearchField::find);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
}

QSize SearchField::sizeHint() const
{
    return {320, 36};
}

QSize SearchField::minimumSizeHint() const
{
    return {leastWidth, m_theme.metrics().buttonHeight};
}

void SearchField::find(const QString &text)
{
    m_hits = search(m_set, text);
    m_list->clear();
    for (const SearchHit &hit : m_hits)
        m_list->addItem(lineOf(hit));
    if (m_hits.empty() && !text.trimmed().isEmpty())
        m_list->addItem(tr("Nothing is called so."));
    m_list->setVisible(m_list->count() > 0);
    showList();
    if (!m_hits.empty()) {
        m_list->setCurrentRow(0);
        Q_EMIT looked(m_hits.front());
    }
}

void SearchField::showList()
{
    if (m_list->count() == 0)
        return;
    m_list->setStyleSheet(QStringLiteral("QListWidget { border: 1px solid %1; } "
                                         "QListWidget::item { height: %2px; padding-left: 6px; }")
                              .arg(m_theme.color(Role::Edge).name())
                              .arg(m_theme.metrics().buttonHeight));
    const int rows = std::min(mostRows, m_list->count());
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    m_list->setGeometry(QRect(
        mapToGlobal(QPoint(0, this->height() + 2)), QSize(std::max(listWidth, width()), height)));
    m_list->raise();
}

void SearchField::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_hits.size()))
        return;
    Q_EMIT chosen(SearchHit(m_hits[static_cast<std::size_t>(row)]));
    leave();
}

void SearchField::leave()
{
    clear();
    m_hits.clear();
    m_list->clear();
    m_list->hide();
    Q_EMIT left();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int count = static_cast<int>(m_hits.size());
    const int row = m_list->currentRow();
    const auto look = [&](int wanted) {
        if (count == 0)
            return;
        m_list->setCurrentRow(std::clamp(wanted, 0, count - 1));
        Q_EMIT looked(m_hits[static_cast<std::size_t>(m_list->currentRow())]);
    };
    switch (event->key()) {
    case Qt::Key_Down:
        return look(row + 1);
    case Qt::Key_Up:
        return look(row - 1);
    case Qt::Key_PageDown:
        return look(row + mostRows);
    case Qt::Key_PageUp:
        return look(row - mostRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(row);
    case Qt::Key_Escape:
        return leave();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const double middle = height() / 2.0;
    paintIcon(painter, Icon::Search, QRectF(10, std::round(middle - 8), 16, 16),
        m_theme.color(Role::Text3));
    if (text().isEmpty())
        paintText(painter, QRectF(width() - 70, 0, 60, height()), QStringLiteral("Ctrl+F"),
            m_theme.font(Type::Micro), m_theme.color(Role::Text3), TextAlign::Right);
}

} // namespace clipdeck

#include "moc_searchfield.cpp"
