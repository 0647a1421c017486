// SPDX-License-Identifier: GPL-3.0-or-later
// MixerView's picture: the meters' clock, and what is painted when.
#include "core/live/levels.h"
#include "ui/mixer/mixerview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

} // namespace

// The meters' clock

void MixerView::wantMeters()
{
    const SessionLayout::Range range = m_layout.visible();
    const TrackIndex first = trackAt(range.firstColumn);
    const TrackIndex last = trackAt(range.endColumn - 1);
    const bool any = isVisible() && first.isValid() && last.isValid();
    const std::pair<TrackIndex, int> wanted{
        any ? first : TrackIndex(0), any ? last.value - first.value + 1 : 0};
    if (std::exchange(m_metersWanted, wanted) != wanted)
        Q_EMIT metersWanted(wanted.first, wanted.second);
}

void MixerView::run()
{
    if (isVisible() && !m_frames.isActive())
        m_frames.start(measure::frameMs, Qt::PreciseTimer, this);
}

void MixerView::animate()
{
    const qint64 now = m_context.now();
    bool moving = false;
    QRegion dirty;
    const SessionLayout::Range range = m_layout.visible();
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        const TrackIndex track = trackAt(column);
        if (const std::optional<QRectF> box = m_meters.moved(track, column, m_layout, now))
            dirty += box->toAlignedRect();
        moving = moving || (!m_context.theme.isStill() && m_meters.isMoving(track, now));
    }
    if (!dirty.isEmpty())
        update(dirty);
    if (!moving)
        m_frames.stop();
}

void MixerView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frames.timerId())
        animate();
    else
        QWidget::timerEvent(event);
}

void MixerView::hearMeter(TrackIndex index)
{
    const Track &track = *m_context.set.track(index);
    // A track that sends MIDI only has one level, and no sides.
    m_meters.hear(index, track.outputMeterLeft.value_or(track.outputMeterLevel),
        track.outputMeterRight.value_or(track.outputMeterLevel), m_context.now());
    run();
}

// Painting

StripAttention MixerView::attention(int column) const
{
    const auto here
        = [column](StripPart part) { return part.column == column ? part : StripPart(); };
    return {here(m_hover), m_showFocus ? here(m_focus) : StripPart(), here(m_pressed)};
}

bool MixerView::isMeterOnly(const QRect &dirty, int column) const
{
    return m_layout.box({StripControl::Meter, column}).contains(QRectF(dirty));
}

void MixerView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing, true);
    StripPainter strips(painter, m_context.theme, m_layout, m_texts);
    const qint64 now = m_context.now();
    const SessionLayout::Range range = m_layout.visible();
    bool around = false;
    for (const QRect &dirty : event->region()) {
        const int column = m_layout.columnAt(dirty.left());
        if (isMeterOnly(dirty, column))
            strips.meter(column, m_meters.look(trackAt(column), now));
        else
            around = true;
    }
    if (!around)
        return;
    fillBox(painter, event->rect(), m_context.theme.color(Role::Void));
    painter.setClipRect(m_layout.area());
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        if (!event->region().intersects(
                m_layout.strip(column).adjusted(-2, -2, 2, 4).toAlignedRect()))
            continue;
        strips.strip(column, reading(column), attention(column));
        strips.meter(column, m_meters.look(trackAt(column), now));
    }
    strips.unreachable();
}

} // namespace clipdeck
