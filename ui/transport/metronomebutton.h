// SPDX-License-Identifier: GPL-3.0-or-later
// The metronome's switch: while it clicks, its icon lights on each beat, unless the window is to stand still.
#pragma once

#include "core/live/songclock.h"
#include "ui/transport/songtoggle.h"

#include <QTimer>

#include <functional>

namespace clipdeck {

/// Its timer runs only while the metronome is on, Live plays and it is on screen. `clock` outlives it.
class MetronomeButton : public SongToggle {
    Q_OBJECT
public:
    MetronomeButton(LiveSet &set, Commands &commands, const SongClock &clock,
        std::function<qint64()> now, const Theme &theme, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tick();

    const LiveSet &m_set;
    const SongClock &m_clock;
    const Theme &m_theme;
    std::function<qint64()> m_now;
    QTimer m_ticker;
};

} // namespace clipdeck
