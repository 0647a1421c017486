// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's clock: which boxes differ from one frame to the next, and when to look again.
#include "ui/session/accessible/sessionaccessible.h"
#include "ui/session/sessionview.h"
#include "ui/theme/metrics.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

constexpr qint64 lookMs
    = 250; // between two looks at all cells: overlays and age change with time alone
constexpr int wishMs = 50; // a wish becomes pending, or is forgotten

QRect around(const QRectF &box)
{
    constexpr int frame = measure::frame;
    return box.adjusted(-frame, -frame, frame, frame).toAlignedRect();
}

} // namespace

// Painting

void SessionView::paintEvent(QPaintEvent *event)
{
    if (m_layout.input().ratio != devicePixelRatioF())
        relayout(); // moved to another screen
    if (!m_ticker.isActive())
        lookSoon(); // it may have been minimised until now
    // Who asks for all of it, as a screenshot does, gets it as it is now; what differs comes in slices else.
    if (m_buffer.isBlank() || event->region() == QRegion(viewport()->rect()))
        refreshBuffer();
    QPainter painter(viewport());
    m_buffer.copyTo(painter);
}

std::vector<QRect> SessionView::refreshBuffer(qint64 mostNs)
{
    return m_buffer.refresh(
        viewport()->size(), devicePixelRatioF(),
        [this](QPainter &p, const QRect &box) {
            SessionCanvas(p, m_theme, m_layout, m_model, context(), m_state, m_cache).paint(box);
        },
        mostNs);
}

// At once if nothing was painted for a frame's time, else then: however much changes, it is painted once a frame.
void SessionView::paintSoon()
{
    if (!isOnScreen() || m_painter.isActive())
        return;
    const qint64 dueIn
        = std::clamp<qint64>(m_frameAt + measure::frameMs - m_now(), 1, measure::frameMs);
    m_frameAt = m_now() + dueIn;
    m_painter.start(static_cast<int>(dueIn));
}

// A hand that presses meanwhile waits for the end of a slice, not of the frame.
void SessionView::paintSlice()
{
    constexpr qint64 sliceNs = 300'000;
    for (const QRect &box : refreshBuffer(sliceNs))
        viewport()->update(box);
    if (!m_buffer.isFresh())
        m_painter.start(1); // not 0, which would wait for the end of a flood
}

void SessionView::updateAll()
{
    m_buffer.invalidate();
    viewport()->update();
}

void SessionView::updateBox(const QRectF &box)
{
    m_buffer.invalidate(box.toAlignedRect().intersected(viewport()->rect()));
    paintSoon();
}

void SessionView::updatePlace(Place place)
{
    const QRectF box = m_layout.rect(place);
    if (!box.isEmpty())
        updateBox(around(box));
}

void SessionView::updateGhost()
{
    updateBox(m_layout.grid());
}

// Shown, and not minimised: Qt counts a minimised window's widgets as visible.
bool SessionView::isOnScreen() const
{
    return isVisible() && !window()->isMinimized();
}

// The animation clock

// At the next frame, however much comes in until then.
void SessionView::lookSoon()
{
    m_lookedAt = m_now() - lookMs;
    wake();
}

void SessionView::wake()
{
    if (isOnScreen())
        runEvery(measure::frameMs);
}

void SessionView::runEvery(int ms)
{
    if (!m_ticker.isActive() || m_ticker.interval() != ms)
        m_ticker.start(ms);
}

SlotReading *SessionView::Readings::at(Place place)
{
    const bool inside = place.column >= range.firstColumn && place.column < range.endColumn
        && place.row >= range.firstRow && place.row < range.endRow;
    const int rows = range.endRow - range.firstRow;
    const int index = (place.column - range.firstColumn) * rows + place.row - range.firstRow;
    return inside ? &cells[static_cast<std::size_t>(index)] : nullptr;
}

// One slot anew, out of its turn.
void SessionView::watch(Place place)
{
    SlotReading *seen = m_readings.at(place);
    if (!seen)
        return;
    const GridContext s = context();
    const SlotId id = m_model.slotAt(place.column, place.row);
    *seen = readSlot(m_set, id, s.now);
    if (isMoving(*seen, m_clock.isPlaying()))
        m_moving[place] = readCell(s, id, isHovered(place));
    else
        m_moving.erase(place);
}

void SessionView::watchMoving()
{
    m_moving.clear();
    const GridContext s = context();
    m_readings.range = m_layout.visible();
    const SessionLayout::Range &range = m_readings.range;
    m_readings.cells.clear();
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        for (int row = range.firstRow; row < range.endRow; ++row) {
            const Place place = slotPlace(column, row);
            const SlotId id = m_model.slotAt(column, row);
            const SlotReading reading = readSlot(m_set, id, s.now);
            m_readings.cells.push_back(reading);
            if (isMoving(reading, m_clock.isPlaying()))
                m_moving.emplace_hint(m_moving.end(), place, readCell(s, id, isHovered(place)));
        }
    }
    m_lookedAt = s.now;
}

void SessionView::tick()
{
    if (!isOnScreen()) {
        m_ticker.stop();
        return;
    }
    const Motion motion = motionAt(m_clock, m_now(), m_state.motion);
    const bool lampsMoved = motion != m_motion;
    m_motion = motion;
    tickHolds();
    tickSlots(lampsMoved);
    const bool aroundMoves = tickAround(lampsMoved);
    if (!m_moving.empty() || aroundMoves || !m_holds.empty())
        runEvery(measure::frameMs);
    else
        rest();
}

void SessionView::tickHolds()
{
    const Beats song = m_clock.position(m_now());
    for (LaunchHold &hold : m_holds) {
        const SlotId slot = hold.slot();
        const LaunchHold::Due due = hold.advance(m_set, song);
        if (due == LaunchHold::Due::Launch)
            Q_EMIT launchRequested(slot);
        else
            stopHeld(slot, due);
    }
    std::erase_if(m_holds, [](const LaunchHold &hold) { return !hold.isActive(); });
}

// Nothing moves: the next look is due when a wish grows old. All else is told by the mirror.
void SessionView::rest()
{
    if (m_set.wishes().empty())
        m_ticker.stop();
    else
        runEvery(wishMs);
}

void SessionView::tickSlots(bool lampsMoved)
{
    const GridContext s = context();
    bool changed = false;
    for (auto &[place, seen] : m_moving) {
        const SlotId id = m_model.slotAt(place.column, place.row);
        const Cell cell = readCell(s, id, isHovered(place));
        changed = changed || cell.reading != seen.reading;
        if (cell.reading != seen.reading || cell.count != seen.count)
            updatePlace(place);
        else if (lampsMoved || (cell.looping && cell.part != seen.part))
            updateBox(m_layout.lamp(place));
        if (!cell.looping && cell.part != seen.part)
            updateBox(m_layout.foot(place));
        seen = cell;
    }
    if (!changed && s.now - m_lookedAt < lookMs)
        return;
    // Age and deadlines pass without any news from Live.
    Readings before = std::move(m_readings);
    watchMoving();
    for (int column = before.range.firstColumn; column < before.range.endColumn; ++column) {
        for (int row = before.range.firstRow; row < before.range.endRow; ++row) {
            const Place place = slotPlace(column, row);
            const SlotReading *now = m_readings.at(place);
            if (now && *now != *before.at(place))
                updatePlace(place);
        }
    }
}

bool SessionView::tickAround(bool lampsMoved)
{
    bool moves = false;
    const SessionLayout::Range range = m_layout.visible();
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        tickHeader(column);
        moves = tickStops(column, lampsMoved) || moves;
    }
    moves = tickStopAll(lampsMoved) || moves;
    return tickScenes(lampsMoved) || moves;
}

// Whether a track plays the Arrangement depends on the song, too, and a header is announced for its track only.
void SessionView::tickHeader(int column)
{
    const bool plays = playsArrangement(m_set, m_model.trackAt(column));
    if (std::exchange(m_onArrangement[column], plays) == plays)
        return;
    updatePlace(headerPlace(column));
    tellStanding(*this, headerPlace(column));
}

bool SessionView::tickStops(int column, bool lampsMoved)
{
    const StopCell cell = readStopCell(context(), m_model.trackAt(column));
    const StopCell seen = std::exchange(m_stopCells[column], cell);
    StopCell moved = seen;
    moved.part = cell.part;
    if (cell != moved)
        updatePlace(stopPlace(column));
    else if (cell != seen)
        updateBox(m_layout.progress(column, cell.progress == StopCell::Progress::OneShot));
    else if (cell.queued && lampsMoved)
        updateBox(m_layout.lamp(stopPlace(column)));
    if (cell.sounds != seen.sounds || cell.queued != seen.queued)
        tellStanding(*this, stopPlace(column));
    return cell.queued || (m_clock.isPlaying() && cell.progress != StopCell::Progress::None);
}

bool SessionView::tickStopAll(bool lampsMoved)
{
    const StopCell cell = readStopAll(m_set);
    const bool differs = std::exchange(m_stopAll, cell) != cell;
    if (differs)
        tellStanding(*this, stopAllPlace());
    if (differs || (cell.queued && lampsMoved))
        updatePlace(stopAllPlace());
    return cell.queued;
}

bool SessionView::tickScenes(bool lampsMoved)
{
    const GridContext s = context();
    std::map<int, SceneCell> before = std::exchange(m_litScenes, {});
    const SessionLayout::Range range = m_layout.visible();
    for (int row = range.firstRow; row < range.endRow && !m_set.isStale(); ++row) {
        const SceneCell cell = readSceneCell(s, SceneIndex(row));
        if (cell.isCurrent || cell.queued || cell.overlay != SlotOverlay::None)
            m_litScenes.emplace_hint(m_litScenes.end(), row, cell);
    }
    for (const auto &[row, cell] : m_litScenes) {
        const auto seen = before.extract(row);
        if (!seen || seen.mapped() != cell)
            updatePlace(scenePlace(row));
        else if (lampsMoved)
            updateBox(m_layout.lamp(scenePlace(row)));
    }
    for (const auto &[row, cell] : before) // those that went out
        updatePlace(scenePlace(row));
    // The scene that is on pulses with the song; what is queued swaps in any case.
    return std::ranges::any_of(m_litScenes, [this](const auto &lit) {
        return lit.second.queued || lit.second.overlay != SlotOverlay::None || m_clock.isPlaying();
    });
}

bool SessionView::isHovered(Place place) const
{
    return m_state.hover.place == place;
}

} // namespace clipdeck
