// SPDX-License-Identifier: GPL-3.0-or-later
// What changes next, and when: below the scenes, beside the mixer.
#pragma once

#include "ui/session/queuereading.h"
#include "ui/theme/textcache.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace clipdeck {

class Theme;

/// Arrows mark a row, Delete or Enter cancels it. Counts down in bars.beats to the soonest change, lists what waits, and cancels it. Set, clock and theme outlive it;
/// `now` is the engine's clock in ms. Runs a timer only while something waits. GUI thread.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(LiveSet &set, const SongClock &clock, std::function<qint64()> now,
        const Theme &theme, QWidget *parent = nullptr);

    const std::vector<QueuedChange> &queue() const { return m_queue; }
    QString nextChange() const { return m_next; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void cancelRequested(clipdeck::TrackIndex track); ///< One a row; "Cancel all" asks for each
    void trackRequested(clipdeck::TrackIndex track); ///< Show me where
    void hint(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void onChanged(const Changes &changes);
    void tick();
    void cancelAll();
    void placeButtons();
    void paintRow(QPainter &painter, const QRect &row, const QueuedChange &change, bool hovered);
    QRect row(int index) const;
    QRect cross(int index) const;
    int rowAt(QPoint position) const; ///< −1 outside
    int rowsInSight() const;
    void text(QPainter &painter, const QRectF &box, const QString &text, Type type, QColor color);

    LiveSet &m_set;
    const SongClock &m_clock;
    std::function<qint64()> m_now;
    const Theme &m_theme;
    TextCache m_texts;
    QTimer m_ticker;
    QToolButton *m_cancelAll;
    std::vector<QueuedChange> m_queue;
    QString m_next;
    int m_marked = -1; ///< By the pointer or by keys
};

} // namespace clipdeck
