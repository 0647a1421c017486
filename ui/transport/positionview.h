// SPDX-License-Identifier: GPL-3.0-or-later
// The song's position and the beat of the bar, at display rate while Live plays.
#pragma once

#include "core/live/liveset.h"
#include "core/live/songclock.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace clipdeck {

class Theme;

/// Takes the place between Live's reports from the song clock. Its timer runs only while Live plays and it is on screen, and
/// it repaints only when what it shows differs.
class PositionView : public QWidget {
    Q_OBJECT
public:
    PositionView(const LiveSet &set, const SongClock &clock, std::function<qint64()> now,
        const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const LiveSet &m_set;
    const SongClock &m_clock;
    std::function<qint64()> m_now;
    const Theme &m_theme;
    QTimer m_tick;
    QString m_text;
    int m_beat = 0;
};

} // namespace clipdeck
