// SPDX-License-Identifier: GPL-3.0-or-later
// The ring around the painted control that has the keys.
#pragma once

#include <QPointer>
#include <QWidget>

namespace clipdeck {

class Theme;

/// One a window: it lies over the window's children and draws outside of the focused control, where that asked for it. It
/// appears after a key and goes with the pointer, as who uses the mouse needs no ring.
class FocusRing : public QWidget {
    Q_OBJECT
public:
    /// `window` is watched and becomes the parent.
    FocusRing(const Theme &theme, QWidget *window);

    /// Asks for a ring whenever `control` has the focus. Qt's own controls draw theirs by the style sheet.
    static void wantedBy(QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *control);
    void place();

    const Theme &m_theme;
    QPointer<QWidget> m_control;
    bool m_byKey = false;
};

} // namespace clipdeck
