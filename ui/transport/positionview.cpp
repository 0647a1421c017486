// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/positionview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/transport/beatblocks.h"

#include <QEvent>
#include <QPainter>

#include <utility>

namespace clipdeck {

namespace {

constexpr int blocksWidth = 54;

} // namespace

PositionView::PositionView(const LiveSet &set, const SongClock &clock, std::function<qint64()> now,
    const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_clock(clock)
    , m_now(std::move(now))
    , m_theme(theme)
{
    setAccessibleName(tr("Song position"));
    const QString tip = tr("Song position in bars, beats and sixteenths");
    setToolTip(tip);
    setStatusTip(tip);
    m_tick.setInterval(measure::frameMs);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &PositionView::refresh);
    connect(&set, &LiveSet::changed, this, &PositionView::refresh);
    refresh();
}

void PositionView::refresh()
{
    const Beats position = m_clock.position(m_now());
    const Signature signature = m_set.song().signature();
    const QString text = positionText(position, signature);
    const bool beats = m_clock.isPlaying() && !m_theme.isStill();
    const int beat = beats ? beatOfBar(position, signature) : -1;
    if (text != m_text || beat != m_beat) {
        m_text = text;
        m_beat = beat;
        update();
    }
    if (!m_clock.isPlaying() || !isVisible())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

void PositionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool known = isEnabled();
    paintText(painter, rect(), known ? m_text : QStringLiteral("–"), m_theme.font(Type::Count),
        m_theme.color(known ? Role::Text : Role::Text3));
    if (m_theme.isStill())
        return; // the count says it
    const QRect area(width() - blocksWidth, 0, blocksWidth, height());
    const std::vector<QRect> blocks = beatBlocks(area, m_set.song().signature());
    for (int i = 0; i < static_cast<int>(blocks.size()); ++i)
        painter.fillRect(blocks[static_cast<std::size_t>(i)],
            m_theme.color(known && i == m_beat ? Role::Text : Role::Line));
}

void PositionView::showEvent(QShowEvent *)
{
    refresh();
}

void PositionView::hideEvent(QHideEvent *)
{
    m_tick.stop();
}

void PositionView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace clipdeck

#include "moc_positionview.cpp"
