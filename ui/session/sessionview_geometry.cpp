// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's geometry: size, zoom and scrolling, and what of the set is in sight.
#include "ui/session/overview/overview.h"
#include "ui/session/sessionview.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace clipdeck {

void SessionView::setZoom(int percent)
{
    constexpr int least = 50;
    constexpr int most = 200;
    const int wanted = std::clamp(percent, least, most);
    if (std::exchange(m_zoom, wanted) == wanted)
        return;
    m_cache.clear();
    relayout();
    if (m_layout.contains(m_state.focus))
        scrollTo(m_state.focus);
    Q_EMIT hint(tr("Zoom %1 %").arg(wanted));
    Q_EMIT zoomChanged(wanted);
}

void SessionView::relayout()
{
    SessionLayout::Input input;
    input.metrics = m_theme.metrics();
    input.zoom = m_zoom / 100.0;
    input.viewport = viewport()->size();
    input.columns = m_model.columnCount();
    input.rows = m_model.rowCount();
    input.ratio = devicePixelRatioF();
    if (input.ratio != m_layout.input().ratio)
        m_cache.clear();
    m_layout = SessionLayout(input);

    const QSize most = m_layout.scrollRange();
    horizontalScrollBar()->setRange(0, most.width());
    horizontalScrollBar()->setPageStep(static_cast<int>(m_layout.grid().width()));
    horizontalScrollBar()->setSingleStep(m_layout.metrics().columnPitch / 2);
    verticalScrollBar()->setRange(0, most.height());
    verticalScrollBar()->setPageStep(static_cast<int>(m_layout.grid().height()));
    verticalScrollBar()->setSingleStep(m_layout.metrics().rowPitch);

    input.scroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    m_layout = SessionLayout(input);
    lookSoon();
    announceRange();
    updateAll();
    Q_EMIT layoutChanged();
}

void SessionView::announceRange()
{
    const SessionLayout::Range range = m_layout.visible();
    if (range.endColumn <= range.firstColumn || range.endRow <= range.firstRow)
        return;
    const TrackIndex first = m_model.trackAt(range.firstColumn);
    const TrackIndex last = m_model.trackAt(range.endColumn - 1);
    const InSight now{
        first, last.value - first.value + 1, range.firstRow, range.endRow - range.firstRow};
    if (now == m_announced)
        return;
    m_announced = now;
    Q_EMIT visibleRangeChanged(first, now.tracks, SceneIndex(now.scene), now.scenes);
}

void SessionView::center(Place place)
{
    const QRectF box = m_layout.rect(place);
    const QPointF away = box.center() - m_layout.grid().center();
    if (place.column >= 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(away.x()));
    if (place.row >= 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(away.y()));
}

void SessionView::resizeEvent(QResizeEvent *event)
{
    m_overview->shut();
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void SessionView::scrollContentsBy(int, int)
{
    relayout();
    hoverAgain(); // another cell came under the pointer
}

void SessionView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        m_cache.clear();
        updateGeometry();
        relayout();
    }
}

void SessionView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    relayout();
    lookSoon();
}

void SessionView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    m_ticker.stop();
}

} // namespace clipdeck
