// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/metronomebutton.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/transport/beatblocks.h"

#include <utility>

namespace clipdeck {

MetronomeButton::MetronomeButton(LiveSet &set, Commands &commands, const SongClock &clock,
    std::function<qint64()> now, const Theme &theme, QWidget *parent)
    : SongToggle(
        SongField::Metronome, ButtonFace::of(Icon::Metronome), set, commands, theme, parent)
    , m_set(set)
    , m_clock(clock)
    , m_theme(theme)
    , m_now(std::move(now))
{
    m_ticker.setInterval(measure::frameMs);
    m_ticker.setTimerType(Qt::PreciseTimer);
    connect(&m_ticker, &QTimer::timeout, this, &MetronomeButton::tick);
    connect(&set, &LiveSet::changed, this, &MetronomeButton::tick);
}

void MetronomeButton::tick()
{
    const bool clicks = isChecked() && m_clock.isPlaying() && isVisible() && !m_theme.isStill();
    setDim(
        clicks && !isOnBeat(m_clock.position(m_now()), m_set.song().signature(), m_clock.tempo()));
    if (clicks != m_ticker.isActive())
        clicks ? m_ticker.start() : m_ticker.stop();
}

void MetronomeButton::showEvent(QShowEvent *event)
{
    SongToggle::showEvent(event);
    tick();
}

void MetronomeButton::hideEvent(QHideEvent *event)
{
    SongToggle::hideEvent(event);
    m_ticker.stop();
}

} // namespace clipdeck

#include "moc_metronomebutton.cpp"
