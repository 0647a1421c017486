// SPDX-License-Identifier: GPL-3.0-or-later
// MixerView's keys: stepping, typing, and where the focus goes.
#include "core/commands/commands.h"
#include "ui/mixer/mixeraccessible.h"
#include "ui/mixer/mixerview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlineedit.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int muteKeys = 8; // F1 to F8

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

} // namespace

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
    // Without the unit, which has no room; it may be typed.
    QString current = levelText(part, level.shown());
    current.remove(QLatin1String(" dB"));
    m_editor->open(box.adjusted(-10, -2, 2, 0), text.isEmpty() ? current : text, text.isEmpty());
}

// Keys

// Live's own, from anywhere in the window: they act on tracks, not on what has the keys.
void MixerView::addKeys()
{
    const auto add = [this](const QString &text, QKeySequence keys, auto act) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setAutoRepeat(false);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    for (int track = 0; track < muteKeys; ++track) {
        const int key = Qt::Key_F1 + track;
        add(tr("Mute track %1").arg(track + 1), QKeySequence(key), [this, key, track] {
            holdKey(key, {StripControl::Mute, columnOf(TrackIndex(track))});
        });
    }
    add(tr("Solo the selected tracks"), QKeySequence(Qt::Key_S), [this] {
        holdKey(Qt::Key_S, {StripControl::Solo, columnOf(m_selected)});
    });
    add(tr("Arm the selected tracks"), QKeySequence(Qt::Key_C), [this] {
        holdKey(Qt::Key_C, {StripControl::Arm, columnOf(m_selected)});
    });
}

void MixerView::holdKey(int key, StripPart part)
{
    m_held.press(key, fieldOf(part.control), m_context.set, m_context.now());
    qApp->installEventFilter(this); // the release goes to whatever has the keys
    press(part);
}

bool MixerView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease && m_held.isDown()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat()) {
            for (const MomentarySwitch::State &state :
                m_held.release(key->key(), m_context.set, m_context.now()))
                m_context.commands.requestTrack(state.track, m_held.field(), state.on);
        }
        if (!m_held.isDown())
            qApp->removeEventFilter(this);
    }
    return QWidget::eventFilter(watched, event);
}

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
