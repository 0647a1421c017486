// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/faderaccessible.h"
#include "ui/widgets/faderpaint.h"
#include "ui/widgets/focusring.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr double fine = 0.1; ///< Of the usual way, with Shift
constexpr double arrowStep = 0.01;
constexpr double pageStep = 0.1;
constexpr double wheelStep = 0.025; ///< 1 dB of a volume from −18 dB up
constexpr int notch = 120;

double fineOf(const QInputEvent &event)
{
    return event.modifiers().testFlag(Qt::ShiftModifier) ? fine : 1.0;
}

} // namespace

Fader::Fader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    installFaderAccessibility();
    setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_AcceptTouchEvents); // each fader has a finger of its own
    setFocusPolicy(Qt::StrongFocus);
    FocusRing::wantedBy(this);
}

void Fader::setFace(const FaderFace &face)
{
    const FaderFace before = std::exchange(m_face, face);
    if (before == face)
        return;
    if (!isReady())
        m_isDragging = false;
    setCursor(isReady() ? Qt::SizeVerCursor : Qt::ArrowCursor);
    update();
    if (before.valueText != face.valueText || before.live != face.live) {
        QAccessibleValueChangeEvent event(this, position());
        QAccessible::updateAccessibility(&event);
    }
}

QSize Fader::sizeHint() const
{
    return {m_theme.metrics().bankThumb.width() + 24, 200};
}

QSize Fader::minimumSizeHint() const
{
    return {m_theme.metrics().bankThumb.width() + 8, 3 * m_theme.metrics().bankThumb.height()};
}

void Fader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFader(painter, size(), m_face, m_theme, underMouse());
}

void Fader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

void Fader::nudgeTo(double position)
{
    if (!isReady())
        return;
    Q_EMIT moved(std::clamp(position, 0.0, 1.0));
    Q_EMIT released();
}

void Fader::step(int direction, double amount)
{
    if (m_face.steps > 1) {
        const double last = m_face.steps - 1;
        nudgeTo((std::round(position() * last) + direction) / last);
    } else {
        nudgeTo(position() + direction * amount);
    }
}

void Fader::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isReady()) {
        QWidget::mousePressEvent(event);
        return;
    }
    beginDrag(event->position().y());
}

void Fader::beginDrag(double y)
{
    m_isDragging = true;
    m_dragY = y;
    m_dragPosition = position();
    Q_EMIT grabbed();
}

void Fader::drag(double y, double fineness)
{
    if (!m_isDragging)
        return;
    const double way = (m_dragY - y) / faderThrow(size(), m_theme.metrics().bankThumb).length();
    m_dragY = y;
    m_dragPosition = std::clamp(m_dragPosition + way * fineness, 0.0, 1.0);
    if (way != 0.0)
        Q_EMIT moved(m_dragPosition);
}

void Fader::mouseMoveEvent(QMouseEvent *event)
{
    drag(event->position().y(), fineOf(*event));
}

void Fader::touch(const QEventPoint &finger)
{
    switch (finger.state()) {
    case QEventPoint::Pressed:
        if (m_isDragging || m_finger >= 0)
            return; // the first finger has it
        m_finger = finger.id();
        if (isReady())
            beginDrag(finger.position().y());
        break;
    case QEventPoint::Updated:
        if (finger.id() == m_finger)
            drag(finger.position().y(), 1.0);
        break;
    case QEventPoint::Released:
        if (finger.id() != m_finger)
            return;
        m_finger = -1;
        if (m_face.kind == FaderFace::Kind::Empty)
            Q_EMIT targetWanted();
        endDrag(true);
        break;
    default:
        break;
    }
}

bool Fader::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        for (const QEventPoint &finger : static_cast<QTouchEvent *>(event)->points())
            touch(finger);
        event->accept();
        return true;
    case QEvent::TouchCancel:
        m_finger = -1;
        endDrag(false);
        return true;
    default:
        return QWidget::event(event);
    }
}

void Fader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_face.kind == FaderFace::Kind::Empty && rect().contains(event->position().toPoint()))
        Q_EMIT targetWanted();
    endDrag(true);
}

void Fader::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isReady())
        Q_EMIT resetWanted();
}

void Fader::endDrag(bool keep)
{
    if (!std::exchange(m_isDragging, false))
        return;
    if (keep)
        Q_EMIT released();
    else
        Q_EMIT cancelled();
}

void Fader::wheelEvent(QWheelEvent *event)
{
    if (!isReady() || m_isDragging) {
        event->ignore();
        return;
    }
    // With Shift some systems turn the wheel sideways.
    const QPoint turned = event->angleDelta();
    m_wheelRest += turned.y() != 0 ? turned.y() : turned.x();
    const int notches = m_wheelRest / notch;
    m_wheelRest %= notch;
    for (int i = 0; i < std::abs(notches); ++i)
        step(notches > 0 ? 1 : -1, wheelStep * fineOf(*event));
    event->accept();
}

void Fader::keyPressEvent(QKeyEvent *event)
{
    const bool isEmpty = m_face.kind == FaderFace::Kind::Empty;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Right:
        step(1, arrowStep * fineOf(*event));
        break;
    case Qt::Key_Down:
    case Qt::Key_Left:
        step(-1, arrowStep * fineOf(*event));
        break;
    case Qt::Key_PageUp:
        step(1, pageStep);
        break;
    case Qt::Key_PageDown:
        step(-1, pageStep);
        break;
    case Qt::Key_Home:
        nudgeTo(0.0);
        break;
    case Qt::Key_End:
        nudgeTo(1.0);
        break;
    case Qt::Key_Delete:
        if (isReady())
            Q_EMIT resetWanted();
        break;
    case Qt::Key_Escape:
        if (!m_isDragging) {
            event->ignore();
            return;
        }
        endDrag(false);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isEmpty) {
            event->ignore();
            return;
        }
        Q_EMIT targetWanted();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Fader::focusOutEvent(QFocusEvent *event)
{
    if (m_finger < 0) // a finger on another fader takes the keys, not this one's hold
        endDrag(true);
    QWidget::focusOutEvent(event);
}

} // namespace clipdeck

#include "moc_fader.cpp"
