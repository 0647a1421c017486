// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/display/lamp.h"

#include <algorithm>

namespace clipdeck {

namespace {

/// A slot's press says what it will do: launch, record or stop.
Glyph pressGlyph(SlotState state)
{
    if (state == SlotState::EmptyArmed || state == SlotState::QueuedToRecord)
        return Glyph::Record;
    if (isEmptyState(state))
        return Glyph::Stop;
    return isGroupState(state) ? Glyph::Group : Glyph::Triangle;
}

} // namespace

QColor Lamps::pulse(Role full, Role low) const
{
    return m_motion.isCalm() ? color(full)
                             : QColor(mixColors(m_theme.rgb(full), m_theme.rgb(low), m_motion.low));
}

LampLook Lamps::calm(Glyph glyph, Role ring, double solid) const
{
    return {glyph, color(Role::LampOff), color(ring), solid, color(ring)};
}

// Alternates what is and what comes.
LampLook Lamps::queued(Glyph solid, Glyph hollow, Role full, Role ink) const
{
    if (m_motion.isCalm())
        return calm(solid, full, m_motion.fade);
    if (m_motion.next)
        return {solid, color(full), color(ink)};
    return {hollow, color(Role::LampOff), color(full)};
}

LampLook Lamps::wished(SlotOverlay overlay, Glyph pressed) const
{
    if (overlay == SlotOverlay::Refused)
        return {Glyph::Fault, color(Role::Warn), color(Role::OnWarn)};
    if (overlay == SlotOverlay::Pending)
        return {Glyph::Dots, color(Role::LampOff), color(Role::Own)};
    return {pressed, color(Role::Own), color(Role::OnOwn)};
}

LampLook Lamps::of(const Cell &cell, Attention attention) const
{
    const SlotState state = cell.reading.state;
    const SlotOverlay overlay = cell.reading.overlay;
    if (overlay == SlotOverlay::Refused)
        return wished(overlay, Glyph::Fault);
    if (attention.pressed)
        return wished(SlotOverlay::Pressed, pressGlyph(state));
    if (overlay == SlotOverlay::Pressed || overlay == SlotOverlay::Pending)
        return wished(overlay, pressGlyph(state));
    if (isEmptyState(state)
        && !(overlay == SlotOverlay::Stale && state == SlotState::QueuedToRecord))
        return empty(state, overlay == SlotOverlay::Stale);
    if (overlay == SlotOverlay::Stale || state == SlotState::Deactivated)
        return {Glyph::TriangleHollow, color(Role::LampOff), color(Role::Text3)};
    return isGroupState(state) ? group(cell, attention) : clip(cell, attention);
}

LampLook Lamps::empty(SlotState state, bool stale) const
{
    const QColor ground = color(Role::Ground);
    switch (state) {
    case SlotState::Empty:
        return {Glyph::StopSmall, ground, color(Role::Mark)};
    case SlotState::EmptyArmed:
        return {Glyph::Record, ground, color(stale ? Role::Mark : Role::Armed)};
    case SlotState::QueuedToRecord:
        return queued(Glyph::Record, Glyph::RecordHollow, Role::Rec, Role::OnRec);
    default:
        return {Glyph::None, ground, ground};
    }
}

LampLook Lamps::clip(const Cell &cell, Attention attention) const
{
    const QColor off = color(Role::LampOff);
    const LampLook playing{cell.looping && !m_motion.isStill() ? Glyph::Pie : Glyph::Triangle,
        pulse(Role::Play, Role::PlayLow), color(Role::OnPlay), cell.part};
    switch (cell.reading.state) {
    case SlotState::Queued:
        return queued(Glyph::Triangle, Glyph::TriangleHollow, Role::Play, Role::OnPlay);
    case SlotState::Playing:
        return playing;
    case SlotState::QueuedToStop:
        if (m_motion.isCalm())
            return calm(Glyph::Stop, Role::Text, 1.0);
        return m_motion.next ? LampLook{Glyph::Stop, off, color(Role::Text)} : playing;
    case SlotState::Recording:
        return {Glyph::Record, pulse(Role::Rec, Role::RecLow), color(Role::OnRec)};
    default:
        return {Glyph::Triangle, off, glyphAtRest(cell, attention)};
    }
}

QColor Lamps::glyphAtRest(const Cell &cell, Attention attention) const
{
    return attention.hovered ? color(Role::Text) : QColor(m_theme.clip(cell.color).glyph);
}

LampLook Lamps::group(const Cell &cell, Attention attention) const
{
    const auto some = [&](SlotState state) {
        return std::ranges::find(cell.chips, state, &Chip::state) != cell.chips.end();
    };
    const QColor off = color(Role::LampOff);
    const LampLook playing{Glyph::Group, pulse(Role::Play, Role::PlayLow), color(Role::OnPlay)};
    const LampLook recording{Glyph::Group, pulse(Role::Rec, Role::RecLow), color(Role::OnRec)};
    switch (cell.reading.state) {
    case SlotState::GroupQueued:
        if (some(SlotState::QueuedToRecord) && !some(SlotState::Queued))
            return queued(Glyph::Group, Glyph::Group, Role::Rec, Role::OnRec);
        return queued(Glyph::Group, Glyph::Group, Role::Play, Role::OnPlay);
    case SlotState::GroupPlaying:
        return playing;
    case SlotState::GroupStopping:
        if (m_motion.isCalm())
            return calm(Glyph::Stop, Role::Text, 1.0);
        return m_motion.next ? LampLook{Glyph::Stop, off, color(Role::Text)} : playing;
    case SlotState::GroupRecording:
        return recording;
    case SlotState::GroupMixed: {
        const LampLook sounding = some(SlotState::Recording) ? recording : playing;
        const bool starts = some(SlotState::Queued) || some(SlotState::QueuedToRecord);
        if (!starts && !some(SlotState::QueuedToStop))
            return sounding;
        if (m_motion.isCalm())
            return starts ? calm(Glyph::Group, Role::Play, 1.0)
                          : calm(Glyph::Stop, Role::Text, 1.0);
        if (!m_motion.next)
            return sounding;
        return starts ? LampLook{Glyph::Group, off, color(Role::Play)}
                      : LampLook{Glyph::Stop, off, color(Role::Text)};
    }
    default:
        return {Glyph::Group, off, glyphAtRest(cell, attention)};
    }
}

LampLook Lamps::of(const SceneCell &cell, Attention attention) const
{
    if (cell.overlay == SlotOverlay::Refused)
        return wished(cell.overlay, Glyph::Fault);
    if (attention.pressed)
        return wished(SlotOverlay::Pressed, Glyph::Triangle);
    if (cell.overlay == SlotOverlay::Stale)
        return {Glyph::TriangleHollow, color(Role::LampOff), color(Role::Text3)};
    if (cell.overlay != SlotOverlay::None)
        return wished(cell.overlay, Glyph::Triangle);
    if (cell.queued)
        return queued(Glyph::Triangle, Glyph::TriangleHollow, Role::Play, Role::OnPlay);
    if (cell.isCurrent)
        return {Glyph::Triangle, pulse(Role::Play, Role::PlayLow), color(Role::OnPlay)};
    if ((cell.tempo || cell.signature) && cell.color)
        return {Glyph::Triangle, QColor(m_theme.clip(*cell.color).sunk), color(Role::Text)};
    const bool near = attention.hovered || attention.selected;
    return {Glyph::Triangle, color(Role::LampOff), color(near ? Role::Text : Role::Text2)};
}

LampLook Lamps::of(const StopCell &cell, Attention attention) const
{
    const QColor raised = color(Role::Raised);
    if (cell.wish == SlotOverlay::Refused)
        return wished(cell.wish, Glyph::Fault);
    if (attention.pressed)
        return wished(SlotOverlay::Pressed, Glyph::Stop);
    if (cell.wish != SlotOverlay::None && !cell.queued)
        return wished(cell.wish, Glyph::Stop);
    if (cell.queued && m_motion.isCalm())
        return {Glyph::Stop, raised, color(Role::Text), 1.0, color(Role::Text)};
    if (cell.queued && m_motion.next)
        return {Glyph::Stop, color(Role::Text), m_theme.inkOn(Role::Text)};
    const bool lit = cell.sounds || cell.queued || attention.hovered;
    return {Glyph::Stop, raised, color(lit ? Role::Text : Role::Mark)};
}

} // namespace clipdeck
