// SPDX-License-Identifier: GPL-3.0-or-later
// MixerView's long press on an arm button: it puts the input off and on, and the arming that the press began is taken back.
#include "core/commands/commands.h"
#include "ui/mixer/mixerview.h"

namespace clipdeck {

namespace {

constexpr int anyKey = 1;

} // namespace

void MixerView::pressAndHold(int finger, StripPart part, Qt::KeyboardModifiers modifiers)
{
    m_longPress.stop();
    if (part.control == StripControl::Arm && reading(part.column).arm.has) {
        m_armPart = part;
        m_armFinger = finger;
        m_armHeld.press(anyKey, TrackField::Arm, m_context.set, m_context.now());
        m_longPress.start(MomentarySwitch::momentaryMs);
    }
    press(part, modifiers);
}

void MixerView::endHold(int finger)
{
    if (finger == m_armFinger)
        m_longPress.stop();
}

void MixerView::switchInput()
{
    constexpr int automatic = 1; // Track.current_monitoring_state
    constexpr int off = 2;
    // The timer may be a little early for the engine's clock.
    const qint64 held = m_context.now() + MomentarySwitch::momentaryMs;
    for (const MomentarySwitch::State &state : m_armHeld.release(anyKey, m_context.set, held))
        m_context.commands.requestTrack(state.track, TrackField::Arm, state.on);
    const bool isOff = reading(m_armPart.column).isInputOff;
    for (TrackIndex track : touched(m_armPart)) {
        const Track *owner = m_context.set.track(track);
        if (owner && owner->monitoringState)
            m_context.commands.requestTrack(
                track, TrackField::CurrentMonitoringState, isOff ? automatic : off);
    }
    updateStrip(m_armPart.column);
    Q_EMIT hint(wordsFor(m_armPart));
}

} // namespace clipdeck
