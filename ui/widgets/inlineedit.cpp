// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inlineedit.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace clipdeck {

InlineEdit::InlineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    hide();
    setToolTip(tr("Return sets it, Esc leaves it as it was"));
}

void InlineEdit::open(const QRect &box, const QString &text, bool select)
{
    close(true);
    m_focusBefore = QApplication::focusWidget();
    m_before = select ? text : QString();
    setGeometry(box);
    setText(text);
    if (select)
        selectAll();
    m_open = true;
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void InlineEdit::close(bool keep)
{
    if (!std::exchange(m_open, false))
        return;
    const QString typed = text();
    // Before it hides: a hidden field would hand the keys to whatever is next.
    if (hasFocus() && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
    if (keep && typed != m_before)
        Q_EMIT entered(typed);
}

void InlineEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape)
        close(false);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        close(true);
    else
        QLineEdit::keyPressEvent(event);
}

void InlineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // its own menu
        close(true);
}

} // namespace clipdeck

#include "moc_inlineedit.cpp"
