// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/input/nameeditor.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>

namespace clipdeck {

NameEditor::NameEditor(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Name"));
    setFrame(false);
    hide();
}

void NameEditor::edit(const QRect &box, const QString &name)
{
    m_before = name;
    setFont(m_theme.font(Type::Clip));
    setStyleSheet(
        QStringLiteral("QLineEdit { background: %1; color: %2; border: 0; padding: 0 4px; "
                       "border-radius: 0; min-height: 0; }")
            .arg(m_theme.color(Role::Field).name(), m_theme.color(Role::Text).name()));
    setGeometry(box);
    setText(name);
    selectAll();
    show();
    setFocus(Qt::OtherFocusReason);
}

void NameEditor::close(bool keep)
{
    if (!isVisible())
        return;
    hide(); // before anything else: losing the focus comes here again
    const QString typed = text().trimmed();
    if (keep && typed != m_before)
        Q_EMIT committed(typed);
    Q_EMIT closed();
}

// Tab would leave, and the window's keys (Space plays) must not reach past the field.
bool NameEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isTab = event->type() == QEvent::KeyPress
        && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab);
    if (!isTab)
        return QLineEdit::event(event);
    const int by = key->key() == Qt::Key_Backtab ? -1 : 1;
    close(true);
    Q_EMIT stepped(by);
    return true;
}

void NameEditor::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close(true);
        break;
    case Qt::Key_Escape:
        close(false);
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void NameEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // its own menu
        close(true);
}

} // namespace clipdeck

#include "moc_nameeditor.cpp"
