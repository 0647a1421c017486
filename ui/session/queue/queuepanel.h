// SPDX-License-Identifier: GPL-3.0-or-later
// What changes next, and when: below the scenes, beside the mixer.
#pragma once

#include "core/session/queuereading.h"
#include "ui/theme/textcache.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace clipdeck {

class Theme;

/// Counts down in bars.beats to the soonest change, lists what waits, and cancels it; tells which scene is on while nothing
/// waits. Arrows mark a row, Delete or Enter cancels it. Assistive technology has it as a list, with an action `cancel` a row
/// (queueaccessible.h). Set, clock and theme outlive it; `now` is the engine's clock in ms. Runs a timer only while something
/// waits. GUI thread.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(LiveSet &set, const SongClock &clock, std::function<qint64()> now,
        const Theme &theme, QWidget *parent = nullptr);

    const std::vector<QueuedChange> &queue() const { return m_queue; }
    QString nextChange() const { return m_next; }
    int pitch() const; ///< From one row to the next
    int rowsInSight() const;
    QRect row(int index) const; ///< Of a change, whether it is in sight or not
    int markedRow() const { return m_marked; } ///< By the pointer or by keys; −1: none
    /// `Kick plays Slam, in 0.3`; empty where there is no such row.
    QString rowText(int index) const;
    void cancelRow(int index);
    void showRow(int index); ///< Where it is, in the grid

    QSize sizeHint() const override;

Q_SIGNALS:
    void cancelRequested(clipdeck::TrackIndex track); ///< For each on which it waits
    void trackRequested(clipdeck::TrackIndex track); ///< Show me where
    void sceneRequested(clipdeck::SceneIndex scene); ///< Likewise
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
    static constexpr int margin = 8;
    static constexpr int crossWidth = 24; ///< Of a row's cancel cross

    void onChanged(const Changes &changes);
    void tick();
    void cancelAll();
    void placeButtons();
    void mark(int row);
    void describe();
    void paintNext(QPainter &painter);
    void paintNow(QPainter &painter);
    void paintRow(QPainter &painter, const QRect &row, const QueuedChange &change, bool hovered);
    QRect cross(int index) const;
    int rowAt(QPoint position) const; ///< −1 outside
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
    std::optional<SceneIndex> m_current; ///< The scene that is on
    int m_marked = -1;
};

} // namespace clipdeck
