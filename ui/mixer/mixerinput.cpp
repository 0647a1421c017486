// SPDX-License-Identifier: GPL-3.0-or-later
// MixerView's hands: pointer, fingers, wheel and keys.
#include "core/commands/commands.h"
#include "ui/mixer/mixeraccessible.h"
#include "ui/mixer/mixerview.h"
#include "ui/mixer/stripmenu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlineedit.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolTip>
#include <QTouchEvent>

#include <cmath>

namespace clipdeck {

namespace {

constexpr int notch = 120;

std::optional<LevelStep> stepOf(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return LevelStep::Up;
    case Qt::Key_Down:
        return LevelStep::Down;
    case Qt::Key_PageUp:
        return LevelStep::PageUp;
    case Qt::Key_PageDown:
        return LevelStep::PageDown;
    case Qt::Key_Home:
        return LevelStep::Least;
    case Qt::Key_End:
        return LevelStep::Most;
    case Qt::Key_Delete:
        return LevelStep::Home;
    default:
        return std::nullopt;
    }
}

bool beginsValue(const QKeyEvent &event)
{
    const QString text = event.text();
    return text.size() == 1 && !(event.modifiers() & Qt::ControlModifier)
        && (text.at(0).isDigit() || text.at(0) == u'-' || text.at(0) == u'+');
}

Qt::CursorShape cursorOver(StripPart part)
{
    switch (part.control) {
    case StripControl::Pan:
    case StripControl::Send:
        return Qt::SizeHorCursor;
    case StripControl::Volume:
        return Qt::SizeVerCursor;
    case StripControl::Value:
        return Qt::IBeamCursor;
    default:
        return Qt::ArrowCursor;
    }
}

} // namespace

// What they all come to

void MixerView::setLevel(StripPart part, double value)
{
    const TrackIndex track = trackAt(part.column);
    if (!part.isLevel() || !levelOf(reading(part.column), part).live)
        return; // nothing moves from where nobody knows that it is
    if (part.control == StripControl::Send)
        m_context.commands.requestSend(track, SendIndex(part.send), value);
    else
        m_context.commands.requestTrack(track, fieldOf(part.control), value);
    updateStrip(part.column);
}

void MixerView::step(StripPart part, LevelStep way, bool fine)
{
    if (const std::optional<double> value = levelOf(reading(part.column), part).shown())
        setLevel(part, stepped(part.control, *value, way, fine));
}

void MixerView::press(StripPart part, Qt::KeyboardModifiers modifiers)
{
    const TrackIndex track = trackAt(part.column);
    const StripReading strip = reading(part.column);
    Commands &commands = m_context.commands;
    switch (part.control) {
    case StripControl::Mute:
        commands.requestTrack(track, TrackField::Mute, !strip.mute.on);
        break;
    case StripControl::Arm:
        if (strip.arm.has && !strip.arm.on)
            Q_EMIT trackSelected(track); // as Live does
        [[fallthrough]];
    case StripControl::Solo:
        if (switchOf(strip, part.control).has)
            commands.requestStripSwitch(
                track, fieldOf(part.control), modifiers & Qt::ControlModifier);
        break;
    case StripControl::MoreSends:
        m_firstSend = m_layout.endSend() >= m_sends ? 0 : m_layout.endSend();
        relayout();
        break;
    case StripControl::Meter:
        m_meters.clearClip(track);
        break;
    case StripControl::Value:
        beginTyping({StripControl::Volume, part.column});
        break;
    default:
        Q_EMIT trackSelected(track);
        break;
    }
    updateStrip(part.column);
}

// Holding

void MixerView::grab(int finger, StripPart part, QPointF at)
{
    m_editor->close(true);
    const std::optional<double> value = levelOf(reading(part.column), part).shown();
    const bool isTaken = std::any_of(m_grips.begin(), m_grips.end(),
        [&](const auto &other) { return other.second.part() == part; });
    if (value && !isTaken)
        m_grips.insert_or_assign(
            finger, LevelGrip(part, *value, at, m_layout.throwOf(part.column).length()));
}

bool MixerView::move(int finger, QPointF at, bool fine)
{
    const auto held = m_grips.find(finger);
    if (held == m_grips.end())
        return false;
    if (const std::optional<double> value = held->second.moveTo(at, fine))
        setLevel(held->second.part(), *value);
    return true;
}

void MixerView::letGo(int finger, QPointF at)
{
    const auto held = m_grips.find(finger);
    if (held == m_grips.end())
        return;
    const LevelGrip grip = held->second;
    m_grips.erase(held);
    updateStrip(grip.part().column);
    if (!grip.hasMoved())
        tap(grip.part(), at);
}

void MixerView::putBack(int finger)
{
    const auto held = m_grips.find(finger);
    if (held == m_grips.end())
        return;
    const LevelGrip grip = held->second;
    m_grips.erase(held);
    if (grip.hasMoved())
        setLevel(grip.part(), grip.start());
}

// A level was touched and not moved.
void MixerView::tap(StripPart part, QPointF at)
{
    const StripPart meter{StripControl::Meter, part.column};
    if (part.control == StripControl::Volume && m_layout.target(meter).contains(at))
        press(meter);
}

// Pointer

void MixerView::mousePressEvent(QMouseEvent *event)
{
    m_showFocus = false;
    const StripPart part = m_layout.hit(event->position());
    updateStrip(m_focus.column);
    if (event->button() != Qt::LeftButton || part.column < 0)
        return;
    if (part.isLevel()) {
        m_focus = part;
        grab(mouse, part, event->position());
    } else {
        m_pressed = part;
        press(part, event->modifiers());
    }
}

void MixerView::mouseMoveEvent(QMouseEvent *event)
{
    if (!move(mouse, event->position(), event->modifiers() & Qt::ShiftModifier))
        hover(m_layout.hit(event->position()));
}

void MixerView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    letGo(mouse, event->position());
    updateStrip(std::exchange(m_pressed, {}).column);
}

void MixerView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const StripPart part = m_layout.hit(event->position());
    if (event->button() == Qt::LeftButton && part.isLevel())
        step(part, LevelStep::Home, false);
    else
        mousePressEvent(event); // a fast second press is a press
}

void MixerView::leaveEvent(QEvent *)
{
    hover({});
}

void MixerView::hover(StripPart part)
{
    if (part == m_hover)
        return;
    const int before = std::exchange(m_hover, part).column;
    updateStrip(before);
    updateStrip(part.column);
    setCursor(cursorOver(part));
    Q_EMIT hint(wordsFor(part));
}

QString MixerView::wordsFor(StripPart part) const
{
    if (!part.isValid())
        return m_layout.unreachable().contains(mapFromGlobal(QCursor::pos()))
            ? tr("Returns and main stay in Live: AbletonOSC has no addresses for them.")
            : QString();
    const StripReading strip = reading(part.column);
    const QString name = partName(strip.name, part);
    switch (part.control) {
    case StripControl::Volume:
    case StripControl::Pan:
        return tr("%1: %2. Drag, turn the wheel or type; Shift is fine, double click resets.")
            .arg(name, levelText(part, levelOf(strip, part).live));
    case StripControl::Send:
        return tr("%1: %2, as last read: Live does not tell when a send moves. Double click: off.")
            .arg(name, levelText(part, levelOf(strip, part).live));
    case StripControl::Value:
        return tr("%1: click to type decibels, such as −6 or −inf.").arg(name);
    case StripControl::MoreSends:
        return tr("The next sends");
    case StripControl::Mute:
        return tr("%1: the track falls silent").arg(name);
    case StripControl::Solo:
        return tr("%1: the others fall silent; Ctrl adds to what is soloed").arg(name);
    case StripControl::Arm:
        return strip.arm.has ? tr("%1: record from its input; Ctrl adds to what is armed").arg(name)
                             : tr("%1 is a group: it can't be armed.").arg(strip.name);
    default:
        return {};
    }
}

void MixerView::wheelEvent(QWheelEvent *event)
{
    const StripPart part = m_layout.hit(event->position());
    const bool fine = event->modifiers() & Qt::ShiftModifier;
    const QPoint turned = event->angleDelta();
    const bool isSideways = !fine && std::abs(turned.x()) > std::abs(turned.y());
    if (!part.isLevel() || isSideways || (event->modifiers() & Qt::ControlModifier)) {
        Q_EMIT scrolled(event);
        return;
    }
    // With Shift some systems turn the wheel sideways.
    m_wheelRest += turned.y() != 0 ? turned.y() : turned.x();
    const int notches = m_wheelRest / notch;
    m_wheelRest %= notch;
    for (int i = 0; i < std::abs(notches); ++i)
        step(part, notches > 0 ? LevelStep::Up : LevelStep::Down, fine);
    event->accept();
}

void MixerView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int column = byKey ? m_focus.column : m_layout.columnAt(event->pos().x());
    if (trackAt(column).isValid())
        showMenu(column,
            byKey ? mapToGlobal(m_layout.strip(column).center().toPoint()) : event->globalPos());
}

void MixerView::showMenu(int column, const QPoint &at)
{
    letGo(mouse, {});
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const TrackIndex track = trackAt(column);
    fillStripMenu(*menu, m_context, track, [this, track] { Q_EMIT renameRequested(track); });
    menu->popup(at);
}

// Fingers: each holds what it touched, for itself.

bool MixerView::touch(QTouchEvent &event)
{
    for (const QEventPoint &point : event.points()) {
        const QPointF at = point.position();
        switch (point.state()) {
        case QEventPoint::Pressed: {
            const StripPart part = m_layout.hit(at);
            const qint64 now = m_context.now();
            const bool isSecond = part == m_tapped
                && now - m_tappedAt < QGuiApplication::styleHints()->mouseDoubleClickInterval();
            m_tapped = part;
            m_tappedAt = now;
            if (part.isLevel() && isSecond)
                step(part, LevelStep::Home, false);
            else if (part.isLevel())
                grab(point.id(), part, at);
            else if (part.column >= 0)
                press(part);
            break;
        }
        case QEventPoint::Updated:
            move(point.id(), at, false);
            break;
        case QEventPoint::Released:
            letGo(point.id(), at);
            break;
        default:
            break;
        }
    }
    event.accept();
    return true;
}

bool MixerView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        return touch(*static_cast<QTouchEvent *>(event));
    case QEvent::TouchCancel:
        for (const QEventPoint &point : static_cast<QTouchEvent *>(event)->points())
            putBack(point.id());
        return true;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), wordsFor(m_layout.hit(help->pos())), this);
        return true;
    }
    default:
        return QWidget::event(event);
    }
}

// Typing

void MixerView::beginTyping(StripPart part, const QString &text)
{
    const LevelReading level = levelOf(reading(part.column), part);
    if (!part.isLevel() || !level.live)
        return;
    m_editor->close(true);
    m_typed = part;
    m_editor->setAccessibleName(partName(reading(part.column).name, part));
    const StripPart field{part.control == StripControl::Volume ? StripControl::Value : part.control,
        part.column, part.send};
    QRect box = m_layout.box(field).toAlignedRect();
    box.setHeight(std::max(m_context.theme.metrics().stripField + 4, 20));
    m_editor->open(box.adjusted(-2, -2, 2, 0),
        text.isEmpty() ? levelText(part, level.shown()) : text, text.isEmpty());
}

// Keys

void MixerView::focusOn(StripPart part)
{
    if (m_layout.strip(part.column).isEmpty())
        return;
    const int before = std::exchange(m_focus, part).column;
    m_showFocus = true;
    if (part.control == StripControl::Send
        && (part.send < m_layout.input().firstSend || part.send >= m_layout.endSend())) {
        m_firstSend = part.send;
        relayout();
    }
    const SessionLayout::Range range = m_layout.visible();
    if (part.column <= range.firstColumn || part.column >= range.endColumn - 1)
        Q_EMIT columnWanted(part.column);
    updateStrip(before);
    updateStrip(part.column);
    Q_EMIT hint(wordsFor(part));
    tellFocus(*this, part);
}

void MixerView::focusOnFirst()
{
    const int selected = columnOf(m_selected);
    focusOn({StripControl::Volume,
        selected >= 0 ? selected : std::max(0, m_layout.visible().firstColumn)});
}

void MixerView::moveFocus(int columns)
{
    StripPart part = m_focus;
    part.column
        = std::clamp(part.column + columns, 0, std::max(0, static_cast<int>(m_tracks.size()) - 1));
    focusOn(part);
}

bool MixerView::focusNextPrevChild(bool next)
{
    // Tab goes through a strip, and out of the mixer at its end.
    if (hasFocus() && m_focus.isValid()) {
        const std::vector<StripPart> parts = m_layout.parts(m_focus.column);
        const auto here = std::find(parts.begin(), parts.end(), m_focus);
        if (here != parts.end() && (next ? here + 1 != parts.end() : here != parts.begin())) {
            focusOn(next ? *(here + 1) : *(here - 1));
            return true;
        }
    }
    return QWidget::focusNextPrevChild(next);
}

void MixerView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::TabFocusReason && reason != Qt::BacktabFocusReason
        && reason != Qt::ShortcutFocusReason)
        return;
    if (m_focus.isValid())
        focusOn(m_focus);
    else
        focusOnFirst();
}

void MixerView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_showFocus = false;
    updateStrip(m_focus.column);
}

bool MixerView::stepByKey(int key, bool fine)
{
    const std::optional<LevelStep> way = stepOf(key);
    if (!way || !m_focus.isLevel())
        return false;
    step(m_focus, *way, fine);
    return true;
}

void MixerView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape && m_grips.contains(mouse)) {
        putBack(mouse);
        return;
    }
    if (!m_focus.isValid())
        focusOnFirst();
    if (stepByKey(key, event->modifiers() & Qt::ShiftModifier))
        return;
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        moveFocus(key == Qt::Key_Left ? -1 : 1);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_focus.isLevel())
            beginTyping(m_focus);
        else
            press(m_focus, event->modifiers());
    } else if (m_focus.isLevel() && beginsValue(*event)) {
        beginTyping(m_focus, event->text());
    } else {
        event->ignore();
    }
}

} // namespace clipdeck
