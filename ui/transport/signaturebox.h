// SPDX-License-Identifier: GPL-3.0-or-later
// The song's time signature: a read-out that is typed over, turned or stepped.
#pragma once

#include "core/live/liveset.h"

#include <QWidget>

namespace clipdeck {

class Commands;
class InlineEdit;
class Theme;

/// Return, a digit or a double click begin to type (`7/8`); wheel and arrows step the numerator, with Shift the
/// denominator. Shows the user's wish while one is on its way.
class SignatureBox : public QWidget {
    Q_OBJECT
public:
    SignatureBox(LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent = nullptr);

    void setPending(bool pending);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(const Changes &changes);
    void refresh();
    Signature shown() const;
    void request(Signature wanted);
    void step(int by, bool denominator);
    void beginTyping(const QString &text);

    LiveSet &m_set;
    Commands &m_commands;
    const Theme &m_theme;
    InlineEdit *m_editor;
    QString m_text;
    bool m_pending = false;
};

} // namespace clipdeck
