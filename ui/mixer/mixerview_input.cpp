// SPDX-License-Identifier: GPL-3.0-or-later
// MixerView's hands: pointer, fingers and wheel.
#include "core/commands/commands.h"
#include "ui/mixer/mixerview.h"
#include "ui/mixer/stripmenu.h"
#include "ui/mixer/touchedtracks.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlineedit.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QTouchEvent>

#include <cmath>

namespace clipdeck {

namespace {

constexpr int notch = 120;

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

std::vector<TrackIndex> MixerView::touched(StripPart part) const
{
    return touchedTracks(trackAt(part.column), m_allSelected);
}

std::optional<double> MixerView::shownAt(TrackIndex track, StripPart part) const
{
    return levelOf(readStrip(m_context.set, track, m_context.now()), part).shown();
}

void MixerView::writeLevel(TrackIndex track, StripPart part, double value)
{
    if (!part.isLevel() || !shownAt(track, part))
        return; // nothing moves from where nobody knows that it is
    if (part.control == StripControl::Send)
        m_context.commands.requestSend(track, SendIndex(part.send), value);
    else
        m_context.commands.requestTrack(track, fieldOf(part.control), value);
    updateTrack(track);
}

void MixerView::setLevel(StripPart part, double value)
{
    const double by = value - shownAt(trackAt(part.column), part).value_or(value);
    for (TrackIndex track : touched(part)) {
        if (const std::optional<double> from = shownAt(track, part))
            writeLevel(track, part, alongWith(part.control, *from, by));
    }
}

void MixerView::step(StripPart part, LevelStep way, bool fine)
{
    for (TrackIndex track : touched(part)) {
        if (const std::optional<double> value = shownAt(track, part))
            writeLevel(track, part, stepped(part.control, *value, way, fine));
    }
}

void MixerView::press(StripPart part, Qt::KeyboardModifiers modifiers)
{
    const TrackIndex track = trackAt(part.column);
    if (!track.isValid())
        return; // a key's track that is folded away or not there
    const StripReading strip = reading(part.column);
    Commands &commands = m_context.commands;
    switch (part.control) {
    case StripControl::Mute:
        commands.requestStripSwitch(touched(part), TrackField::Mute, false);
        break;
    case StripControl::Arm:
        if (strip.arm.has && !strip.arm.on && !m_allSelected.contains(track))
            Q_EMIT trackSelected(track, {}); // as Live does
        [[fallthrough]];
    case StripControl::Solo:
        if (switchOf(strip, part.control).has)
            commands.requestStripSwitch(
                touched(part), fieldOf(part.control), !(modifiers & Qt::ControlModifier));
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
        Q_EMIT trackSelected(track, modifiers);
        break;
    }
    updateStrip(part.column);
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
        pressAndHold(mouse, part, event->modifiers());
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
    endHold(mouse);
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
    if (strip.fade && (part.control == StripControl::Volume || part.control == StripControl::Value))
        return tr("%1 %2. A hand on the fader ends it.").arg(strip.name, fadeText(*strip.fade));
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
        if (!strip.arm.has)
            return tr("%1 is a group: it can't be armed.").arg(strip.name);
        return strip.isInputOff
            ? tr("%1: its input is off. Held for half a second: on again").arg(name)
            : tr("%1: record from its input; Ctrl adds to what is armed. Held for half a second: "
                 "input off")
                  .arg(name);
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
    fillStripMenu(*menu, m_context, touchedTracks(track, m_allSelected),
        [this, track] { Q_EMIT renameRequested(track); });
    menu->popup(at);
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
        m_longPress.stop();
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

} // namespace clipdeck
