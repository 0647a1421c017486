// SPDX-License-Identifier: GPL-3.0-or-later
// The whole set at a glance, to jump within it.
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace clipdeck {

class LiveSet;
class SessionView;
class Theme;

/// Lies over the grid: one small block a slot, what sounds lit, and a frame round what is in sight. A click or a drag brings
/// that place into the middle, arrows move by a screen, Enter, Esc or the key that opened it close. GUI thread.
class Overview : public QWidget {
    Q_OBJECT
public:
    Overview(SessionView &view, const LiveSet &set, const Theme &theme);

    void open();
    void shut();
    /// Where a slot's block is, in its own pixels.
    QRectF block(int column, int row) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void redraw();
    void jumpTo(QPointF position);
    QRectF map() const; ///< Where the set is drawn
    QRgb colorOf(int column, int row) const;

    SessionView &m_view;
    const LiveSet &m_set;
    const Theme &m_theme;
    QImage m_image; ///< A pixel a slot
    QTimer m_refresh;
};

} // namespace clipdeck
