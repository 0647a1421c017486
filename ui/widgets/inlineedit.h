// SPDX-License-Identifier: GPL-3.0-or-later
// A field that opens over a painted value or name to type another one.
#pragma once

#include <QLineEdit>
#include <QPointer>

namespace clipdeck {

/// Hidden until open(). Return and a click elsewhere enter what was typed, Escape leaves it as it was; then the keys go
/// back to who had them.
class InlineEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit InlineEdit(QWidget *parent);

    /// Over `box` of the parent. `select`: the first key types over all of it.
    void open(const QRect &box, const QString &text, bool select);
    bool isOpen() const { return m_open; }
    /// Closes; `keep` enters what was typed.
    void close(bool keep);

Q_SIGNALS:
    /// Only what differs from what it was opened with.
    void entered(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_open = false;
    QString m_before;
    QPointer<QWidget> m_focusBefore;
};

} // namespace clipdeck
