// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's pointer, finger and wheel.
#include "ui/session/display/sessionhints.h"
#include "ui/session/sessionview.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QCursor>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QScrollBar>
#include <QToolTip>

namespace clipdeck {

namespace {

constexpr int longPressMs = 500; // docs/look.md, Pointer, focus and touch
constexpr int fingerSlip = 12; // px that a resting finger may move

bool isFinger(const QMouseEvent &event)
{
    return event.pointingDevice()
        && event.pointingDevice()->type() == QInputDevice::DeviceType::TouchScreen;
}

} // namespace

void SessionView::mousePressEvent(QMouseEvent *event)
{
    const Hit hit = m_layout.hit(event->position());
    if (m_state.showFocus) {
        m_state.showFocus = false;
        updatePlace(m_state.focus);
    }
    if (event->button() == Qt::LeftButton) {
        // A drag that is still there has lost its release to a window in front; no press may be lost to it.
        endDrag(false);
        endClipDrag(false);
    }
    if (!hit.place.isValid() || m_state.drag || m_state.clipDrag)
        return;
    m_pointer = event->position();
    const bool middle = event->button() == Qt::MiddleButton;
    if ((event->button() == Qt::LeftButton || middle) && isEdge(hit)) {
        beginDrag(m_model.slotAt(hit.place.column, hit.place.row), event->position().x(),
            event->button());
    } else if (event->button() == Qt::LeftButton) {
        press(hit, event->modifiers());
        prepareClipDrag(hit, event->position());
        if (isFinger(*event)
            && m_holds.empty()) // a finger that holds a Gate or Repeat clip wants no menu
            m_longPress.start(longPressMs);
    } else if (event->button() == Qt::RightButton) {
        selectForMenu(hit.place);
    } else if (middle) {
        pressMiddle(hit.place);
    }
}

// Right now, whatever the keys: what Alt and the left button do where no window manager takes that.
void SessionView::pressMiddle(Place place)
{
    if (place.area != Area::Slot && place.area != Area::Stop && place.area != Area::StopAll)
        return;
    m_state.pressed = place;
    const std::vector<SlotId> held = slotsToHold(place);
    launchNow(place);
    hold(held, LaunchHold::Launch::Now);
    updatePlace(place);
}

// A fast second press is a press, not another gesture.
void SessionView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void SessionView::mouseMoveEvent(QMouseEvent *event)
{
    if (QLineF(m_pointer, event->position()).length() > fingerSlip)
        m_longPress.stop();
    if (m_state.drag) {
        moveDrag(event->position().x(), event->modifiers());
    } else if (m_state.clipDrag && (event->buttons() & Qt::LeftButton)) {
        moveClipDrag(event->position(), event->modifiers());
        if (m_state.clipDrag->began)
            m_pointer = event->position();
    } else {
        endClipDrag(false);
        hover(m_layout.hit(event->position()));
    }
}

void SessionView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_longPress.stop();
    if (m_dragButton == event->button())
        endDrag(true);
    if (event->button() == Qt::LeftButton)
        endClipDrag(true);
    releaseHolds();
    const Place pressed = std::exchange(m_state.pressed, {});
    updatePlace(pressed);
    hover(m_layout.hit(event->position()));
}

// A finger that stays: it has launched, and now selects and opens the menu.
void SessionView::onLongPress()
{
    const Place place = m_layout.hit(m_pointer).place;
    m_state.clipDrag.reset();
    releaseHolds();
    updatePlace(std::exchange(m_state.pressed, {}));
    openMenu(place, viewport()->mapToGlobal(m_pointer.toPoint()));
}

void SessionView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect box = m_layout.rect(m_state.focus).toAlignedRect();
        openMenu(m_state.focus, viewport()->mapToGlobal(box.bottomLeft()));
    } else if (!m_state.drag) {
        openMenu(m_layout.hit(event->pos()).place, event->globalPos());
    }
    event->accept();
}

// One of several that are selected keeps them all.
void SessionView::selectForMenu(Place place)
{
    const bool among = canBeSeveral(place) && m_state.selection.isAmongSeveral(subjectAt(place));
    if (!among)
        select(place);
}

void SessionView::openMenu(Place place, QPoint at)
{
    if (subjectAt(place).kind == GridSubject::Kind::None)
        return;
    selectForMenu(place);
    Q_EMIT menuRequested(at);
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
    return hintFor(m_set, m_model, hit, {isEdge(hit), m_nowKey}, m_now());
}

bool SessionView::isNameInFull(Place place) const
{
    const Clip *clip = m_set.clip(subjectAt(place).slot());
    constexpr double around = 12; // of the name, in its body (cellpainter.cpp)
    const double room = m_layout.body(place).width() / m_layout.zoom() - around;
    return !clip || textWidth(clip->name, m_theme.font(Type::Clip)) <= room;
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
        // What to do here stands in the status bar; a tooltip lies over clips, so it is short, and there only for what
        // can't be read.
        QString text
            = hit.place.area == Area::ScenesTitle ? wordsFor(hit) : m_model.placeName(hit.place);
        if (hit.place.area == Area::Slot && isNameInFull(hit.place))
            text.clear();
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
    if (event->modifiers() & Qt::ControlModifier) {
        if (angle.y() != 0)
            setZoom(m_zoom + (angle.y() > 0 ? zoomStep : -zoomStep));
        event->accept();
        return;
    }
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

} // namespace clipdeck
