// SPDX-License-Identifier: GPL-3.0-or-later
// A name that is edited where it stands.
#pragma once

#include <QLineEdit>

namespace clipdeck {

class Theme;

/// Enter or leaving it keeps what was typed, Esc drops it; Tab keeps it and goes on to the next name, Shift+Tab to the one
/// before. Shown by edit(), hides itself.
class NameEditor : public QLineEdit {
    Q_OBJECT
public:
    NameEditor(const Theme &theme, QWidget *parent);

    void edit(const QRect &box, const QString &name);

Q_SIGNALS:
    void committed(const QString &name); ///< Only if it differs
    void stepped(int by); ///< After committed(): +1 or −1
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void close(bool keep);

    const Theme &m_theme;
    QString m_before;
};

} // namespace clipdeck
