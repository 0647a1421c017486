// SPDX-License-Identifier: GPL-3.0-or-later
// MixerView's grips: what the mouse and each finger hold.
#include "ui/mixer/mixerview.h"
#include "ui/widgets/inlineedit.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <QTouchEvent>

#include <algorithm>

namespace clipdeck {

// Holding

void MixerView::grab(int finger, StripPart part, QPointF at)
{
    m_editor->close(true);
    const std::optional<double> value = levelOf(reading(part.column), part).shown();
    if (!value) {
        tap(part, at); // the meter beside it may be lit all the same
        return;
    }
    const bool isTaken = std::any_of(m_grips.begin(), m_grips.end(),
        [&](const auto &other) { return other.second.part() == part; });
    if (isTaken)
        return;
    std::vector<LevelGrip::Companion> companions;
    for (TrackIndex track : touched(part)) {
        const std::optional<double> from = shownAt(track, part);
        if (from && track != trackAt(part.column))
            companions.push_back({track, *from});
    }
    m_grips.insert_or_assign(finger,
        LevelGrip(part, *value, at, m_layout.throwOf(part.column).length(), std::move(companions)));
}

bool MixerView::move(int finger, QPointF at, bool fine)
{
    const auto held = m_grips.find(finger);
    if (held == m_grips.end())
        return false;
    LevelGrip &grip = held->second;
    const StripPart part = grip.part();
    if (const std::optional<double> value = grip.moveTo(at, fine)) {
        writeLevel(trackAt(part.column), part, *value);
        // From where they were: what was pushed against an end comes back with the hand.
        for (const LevelGrip::Companion &other : grip.companions())
            writeLevel(
                other.track, part, alongWith(part.control, other.start, *value - grip.start()));
    }
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
    if (!grip.hasMoved())
        return;
    writeLevel(trackAt(grip.part().column), grip.part(), grip.start());
    for (const LevelGrip::Companion &other : grip.companions())
        writeLevel(other.track, grip.part(), other.start);
}

// A level was touched and not moved.
void MixerView::tap(StripPart part, QPointF at)
{
    const StripPart meter{StripControl::Meter, part.column};
    if (part.control == StripControl::Volume && m_layout.target(meter).contains(at))
        press(meter);
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
                pressAndHold(point.id(), part, {});
            break;
        }
        case QEventPoint::Updated:
            move(point.id(), at, false);
            break;
        case QEventPoint::Released:
            letGo(point.id(), at);
            endHold(point.id());
            break;
        default:
            break;
        }
    }
    event.accept();
    return true;
}

} // namespace clipdeck
