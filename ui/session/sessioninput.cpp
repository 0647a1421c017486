// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's hands: pointer, wheel and keys.
#include "ui/session/hints.h"
#include "ui/session/sessionaccessible.h"
#include "ui/session/sessionview.h"

#include <QCoreApplication>
#include <QCursor>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace clipdeck {

namespace {

constexpr Qt::KeyboardModifiers selectingModifiers = Qt::ControlModifier | Qt::ShiftModifier;

Snap snapOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::AltModifier)
        return Snap::Off;
    return modifiers & Qt::ShiftModifier ? Snap::Fine : Snap::Beats;
}

std::optional<Step> stepOf(int key, bool control)
{
    switch (key) {
    case Qt::Key_Left:
        return Step::Left;
    case Qt::Key_Right:
        return Step::Right;
    case Qt::Key_Up:
        return Step::Up;
    case Qt::Key_Down:
        return Step::Down;
    case Qt::Key_PageUp:
        return Step::PageUp;
    case Qt::Key_PageDown:
        return Step::PageDown;
    case Qt::Key_Home:
        return control ? Step::First : Step::RowStart;
    case Qt::Key_End:
        return control ? Step::Last : Step::RowEnd;
    default:
        return std::nullopt;
    }
}

} // namespace

// Selecting

void SessionView::setSelection(TrackIndex track, SceneIndex scene, bool slot)
{
    if (track == m_state.track && scene == m_state.scene && slot == m_state.slotSelected)
        return;
    // Only what is marked: the next press must not wait behind a repaint of the whole grid.
    updateSelection();
    m_state.track = track;
    m_state.scene = scene;
    m_state.slotSelected = slot;
    updateSelection();
}

void SessionView::updateSelection()
{
    const int column = m_model.columnOf(m_state.track);
    const int row = m_state.scene.value;
    for (Place place : {headerPlace(column), scenePlace(row), slotPlace(column, row)}) {
        if (m_layout.contains(place))
            updatePlace(place);
    }
}

void SessionView::selectSlot(SlotId slot)
{
    select(slotPlace(m_model.columnOf(slot.track), slot.scene.value));
}

void SessionView::selectTrack(TrackIndex track)
{
    select(headerPlace(m_model.columnOf(track)));
}

void SessionView::selectScene(SceneIndex scene)
{
    select(scenePlace(scene.value));
}

void SessionView::select(Place place)
{
    if (!m_layout.contains(place))
        return;
    updatePlace(m_state.focus);
    m_state.focus = place;
    updatePlace(place);
    const TrackIndex track = m_model.trackAt(place.column);
    const SceneIndex scene(place.row);
    switch (place.area) {
    case Area::Slot:
        setSelection(track, scene, true);
        Q_EMIT slotSelected({track, scene});
        break;
    case Area::Header:
    case Area::Stop:
        setSelection(track, m_state.scene, false);
        Q_EMIT trackSelected(track);
        break;
    case Area::Scene:
        setSelection(m_state.track, scene, false);
        Q_EMIT sceneSelected(scene);
        break;
    default:
        break;
    }
}

// What a press does

void SessionView::activate(Place place)
{
    if (!m_layout.contains(place))
        return;
    const SlotId slot = m_model.slotAt(place.column, place.row);
    switch (place.area) {
    case Area::Slot:
        if (readSlot(m_set, slot, m_now()).state != SlotState::EmptyNoStop)
            Q_EMIT launchRequested(slot);
        break;
    case Area::Scene:
        Q_EMIT sceneLaunchRequested(slot.scene);
        break;
    case Area::Stop:
        Q_EMIT stopRequested(slot.track);
        break;
    case Area::StopAll:
        Q_EMIT stopAllRequested();
        break;
    default:
        break;
    }
    select(place);
}

void SessionView::press(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    const Place place = hit.place;
    if (hit.zone == Zone::Fold) {
        const TrackIndex track = m_model.trackAt(place.column);
        if (m_set.track(track)->isFoldable) {
            Q_EMIT foldRequested(track, !m_set.track(track)->foldState.value_or(false));
            return;
        }
    }
    const bool launches = place.area == Area::Slot || place.area == Area::Scene;
    const bool onName = place.area == Area::Slot && hit.zone != Zone::Lamp
        && m_set.clip(m_model.slotAt(place.column, place.row));
    if (launches && ((modifiers & selectingModifiers) || (m_nameSelectsOnly && onName))) {
        select(place);
        return;
    }
    if (place.area != Area::Header && place.area != Area::ScenesTitle)
        m_state.pressed = place;
    activate(place);
    updatePlace(place);
}

// Length

bool SessionView::isEdge(const Hit &hit) const
{
    if (hit.zone != Zone::Edge || hit.place.area != Area::Slot)
        return false;
    const SlotId slot = m_model.slotAt(hit.place.column, hit.place.row);
    const Clip *clip = m_set.clip(slot);
    if (!clip || clip->isRecording || clip->length <= 0)
        return false;
    const bool near = m_state.hover.place == hit.place || selectedSlot() == std::optional(slot);
    return !m_theme.metrics().edgeZoneOnHover || near;
}

void SessionView::beginDrag(SlotId slot, double x)
{
    const Clip &clip = *m_set.clip(slot);
    const Place place = slotPlace(m_model.columnOf(slot.track), slot.scene.value);
    select(place);
    m_state.drag = LengthDrag{
        slot, {clip.length}, {clip.length}, clip.signature(), m_layout.rect(place).width(), x};
    m_dragX = x;
    updateGhost();
}

void SessionView::moveDrag(double x, Qt::KeyboardModifiers modifiers)
{
    m_dragX = x;
    m_state.drag->moveTo(x, snapOf(modifiers));
    updateGhost();
}

void SessionView::endDrag(bool commit)
{
    if (!m_state.drag)
        return;
    const LengthDrag drag = *m_state.drag;
    m_state.drag.reset();
    updateGhost();
    if (commit && drag.to != drag.from)
        Q_EMIT lengthRequested(drag.slot, drag.to);
}

// Pointer

void SessionView::mousePressEvent(QMouseEvent *event)
{
    const Hit hit = m_layout.hit(event->position());
    if (m_state.showFocus) {
        m_state.showFocus = false;
        updatePlace(m_state.focus);
    }
    if (!hit.place.isValid() || m_state.drag)
        return;
    if (event->button() == Qt::LeftButton && isEdge(hit))
        beginDrag(m_model.slotAt(hit.place.column, hit.place.row), event->position().x());
    else if (event->button() == Qt::LeftButton)
        press(hit, event->modifiers());
    else if (event->button() == Qt::RightButton)
        select(hit.place);
}

// A fast second press is a press, not another gesture.
void SessionView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void SessionView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_state.drag)
        moveDrag(event->position().x(), event->modifiers());
    else
        hover(m_layout.hit(event->position()));
}

void SessionView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    endDrag(true);
    const Place pressed = std::exchange(m_state.pressed, {});
    updatePlace(pressed);
    hover(m_layout.hit(event->position()));
}

void SessionView::hover(Hit hit)
{
    if (hit == m_state.hover)
        return;
    const Place before = m_state.hover.place;
    m_state.hover = hit;
    if (before != hit.place) {
        updatePlace(before);
        updatePlace(hit.place);
    }
    viewport()->setCursor(isEdge(hit) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    Q_EMIT hint(wordsFor(hit));
}

QString SessionView::wordsFor(const Hit &hit) const
{
    return hintFor(m_set, m_model, hit, isEdge(hit), m_now());
}

void SessionView::hoverAgain()
{
    if (viewport()->underMouse() && !m_state.drag)
        hover(m_layout.hit(viewport()->mapFromGlobal(QCursor::pos())));
}

bool SessionView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_state.drag)
        hover({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Hit hit = m_layout.hit(help->pos());
        const QString text = hit.place.isValid() ? wordsFor(hit) : QString();
        QToolTip::showText(
            help->globalPos(), text, viewport(), m_layout.rect(hit.place).toAlignedRect());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// Shift turns the wheel sideways; a bar that sees a modifier would leap by pages, so it sees none.
void SessionView::wheelEvent(QWheelEvent *event)
{
    QPoint angle = event->angleDelta();
    QPoint pixels = event->pixelDelta();
    if ((event->modifiers() & Qt::ShiftModifier) && angle.x() == 0) {
        angle = angle.transposed();
        pixels = pixels.transposed();
    }
    QScrollBar *bar
        = std::abs(angle.x()) > std::abs(angle.y()) ? horizontalScrollBar() : verticalScrollBar();
    QWheelEvent plain(event->position(), event->globalPosition(), pixels, angle, event->buttons(),
        Qt::NoModifier, event->phase(), event->inverted());
    QCoreApplication::sendEvent(bar, &plain);
    event->accept();
}

// Keys

void SessionView::keyPressEvent(QKeyEvent *event)
{
    if (m_state.drag) {
        if (event->key() == Qt::Key_Escape)
            endDrag(false);
        else
            moveDrag(m_dragX, event->modifiers());
        return;
    }
    if (!handleKey(event->key(), event->modifiers()))
        event->ignore(); // not to the scroll area, which would scroll under the focus
}

void SessionView::keyReleaseEvent(QKeyEvent *event)
{
    if (m_state.drag)
        moveDrag(m_dragX, event->modifiers());
    else
        event->ignore();
}

bool SessionView::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers & Qt::ControlModifier;
    if (const std::optional<Step> step = stepOf(key, control)) {
        focusPlace(m_layout.moved(m_state.focus, *step));
        return true;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    const Place place = m_state.focus;
    if (control) {
        stopFocused();
    } else if (place.area == Area::Header
        && m_set.track(m_model.trackAt(place.column))->isFoldable) {
        press({place, Zone::Fold}, {});
    } else {
        activate(place);
    }
    return true;
}

void SessionView::stopFocused()
{
    const TrackIndex track = m_model.trackAt(m_state.focus.column);
    if (track.isValid())
        Q_EMIT stopRequested(track);
}

void SessionView::focusPlace(Place place)
{
    if (!m_layout.contains(place))
        return;
    updatePlace(m_state.focus);
    m_state.showFocus = true;
    m_state.focus = place;
    const QPoint scroll = m_layout.scrolledTo(place);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
    select(place);
    updatePlace(place);
    Q_EMIT hint(wordsFor({place, Zone::Body}));
    tellFocus();
}

void SessionView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_state.focus.isValid())
        m_state.focus = m_layout.moved({}, Step::First);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason)
        m_state.showFocus = true;
    updatePlace(m_state.focus);
    tellFocus();
}

void SessionView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_state.showFocus = false;
    updatePlace(m_state.focus);
}

void SessionView::tellFocus()
{
    if (hasFocus() && m_state.focus.isValid())
        clipdeck::tellFocus(*this, m_state.focus);
}

} // namespace clipdeck
