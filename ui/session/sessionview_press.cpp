// SPDX-License-Identifier: GPL-3.0-or-later
// What a press on a place of SessionView does, whether a hand, a key or assistive technology makes it.
#include "ui/session/sessionview.h"

#include <algorithm>

namespace clipdeck {

void SessionView::activate(Place place)
{
    if (!m_layout.contains(place))
        return;
    const SlotId slot = m_model.slotAt(place.column, place.row);
    switch (place.area) {
    case Area::Slot:
        activateSlot(slot);
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
    if (m_launchSelects || place.area == Area::Header)
        select(place);
    if (place.area == Area::Scene && m_selectNextScene)
        select(scenePlace(std::min(place.row + 1, m_model.rowCount() - 1)));
}

void SessionView::activateSlot(SlotId slot)
{
    if (readSlot(m_set, slot, m_now()).state == SlotState::EmptyNoStop)
        return;
    if (stopsByPress(slot))
        Q_EMIT stopRequested(slot.track);
    else
        Q_EMIT launchRequested(slot);
}

bool SessionView::stopsByPress(SlotId slot) const
{
    return m_pressStops && readSlot(m_set, slot, m_now()).state == SlotState::Playing;
}

// What a press there launches: a group's button, or a scene's, is that of all their clips.
std::vector<SlotId> SessionView::slotsToHold(Place place) const
{
    const SlotId slot = m_model.slotAt(place.column, place.row);
    std::vector<SlotId> out;
    if (place.area == Area::Slot) {
        const Track *track = m_set.track(slot.track);
        out = track && track->isFoldable ? groupChildren(m_set, slot) : std::vector{slot};
    } else if (place.area == Area::Scene) {
        for (int t = 0; t < m_set.trackCount(); ++t)
            out.push_back({TrackIndex(t), SceneIndex(place.row)});
    }
    return out;
}

// A press whose release counts too: a button or key that is down.
void SessionView::hold(const std::vector<SlotId> &held, LaunchHold::Launch launch)
{
    for (SlotId slot : held) {
        std::erase_if(m_holds, [&](const LaunchHold &hold) { return hold.slot() == slot; });
        LaunchHold hold;
        hold.press(slot, m_set, m_clock.position(m_now()), launch);
        if (hold.isActive())
            m_holds.push_back(hold);
    }
    lookSoon();
}

void SessionView::releaseHolds()
{
    m_isEnterDown = false;
    for (LaunchHold &hold : m_holds) {
        const SlotId slot = hold.slot();
        stopHeld(slot, hold.release(m_set));
    }
    std::erase_if(m_holds, [](const LaunchHold &hold) { return !hold.isActive(); });
}

void SessionView::stopHeld(SlotId slot, LaunchHold::Due due)
{
    if (due == LaunchHold::Due::Stop)
        Q_EMIT clipStopRequested(slot);
    else if (due == LaunchHold::Due::StopNow)
        Q_EMIT stopNowRequested(slot.track);
}

void SessionView::press(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    const Place place = hit.place;
    const TrackIndex track = m_model.trackAt(place.column);
    if (hit.zone == Zone::Fold && m_set.track(track)->isFoldable) {
        Q_EMIT foldRequested(track, !m_set.track(track)->foldState.value_or(false));
        return;
    }
    const bool canBeMany
        = place.area == Area::Slot || place.area == Area::Scene || place.area == Area::Header;
    const bool now = isNow(modifiers);
    if (canBeMany && !now && selectMore(place, modifiers))
        return;
    if (m_nameSelectsOnly && place.area == Area::Slot && hit.zone != Zone::Lamp
        && m_set.clip(subjectAt(place).slot())) {
        select(place);
    } else {
        if (place.area != Area::Header && place.area != Area::ScenesTitle)
            m_state.pressed = place;
        std::vector<SlotId> held = slotsToHold(place); // before the selection moves on
        if (!now && place.area == Area::Slot
            && stopsByPress(m_model.slotAt(place.column, place.row)))
            held.clear(); // this press launches nothing
        const bool launchesNow = now && place.area == Area::Slot;
        if (now)
            launchNow(place);
        else
            activate(place);
        hold(held, launchesNow ? LaunchHold::Launch::Now : LaunchHold::Launch::AtLine);
        updatePlace(place);
    }
}

void SessionView::launchNow(Place place)
{
    if (place.area == Area::StopAll) {
        Q_EMIT stopAllNowRequested();
    } else if (place.area == Area::Stop) {
        Q_EMIT stopNowRequested(m_model.trackAt(place.column));
        if (m_launchSelects)
            select(place);
    } else if (place.area != Area::Slot) {
        activate(place); // there is no other way for it
    } else {
        Q_EMIT launchNowRequested(subjectAt(place).slot());
        if (m_launchSelects)
            select(place);
    }
}

} // namespace clipdeck
