// SPDX-License-Identifier: GPL-3.0-or-later
// The tempo: a read-out that is dragged, turned, stepped or typed over.
#pragma once

#include "core/live/liveset.h"
#include "ui/transport/tempodrag.h"

#include <QDoubleSpinBox>
#include <QPointer>

#include <optional>

namespace clipdeck {

class Commands;
class Theme;

/// Drag up and down, Shift is fine; wheel and arrows step by 1 BPM, with Shift by 0.1; a double-click, Return or a digit begin
/// to type; Esc takes a drag or what was typed back. Shows the user's wish while one is on its way.
class TempoBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    TempoBox(LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent = nullptr);

    void setPending(bool pending);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    QValidator::State validate(QString &text, int &position) const override;

private:
    void follow(const Changes &changes);
    void show(double bpm); ///< Without wishing it
    bool isTyping() const;
    void beginTyping();
    void endTyping();
    void takeFocus();
    void giveFocusBack();

    LiveSet &m_set;
    Commands &m_commands;
    const Theme &m_theme;
    std::optional<TempoDrag> m_drag;
    double m_dragY = 0.0;
    bool m_pending = false;
    QPointer<QWidget> m_focusBefore; ///< Gets the keys back after a drag or when the typing ends
};

} // namespace clipdeck
