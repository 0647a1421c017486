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
    const SlotState state = readSlot(m_set, slot, m_now()).state;
    if (state == SlotState::EmptyNoStop)
        return;
    if (state == SlotState::Playing && m_pressStops)
        Q_EMIT stopRequested(slot.track);
    else
        Q_EMIT launchRequested(slot);
}

// A press whose release counts too: a button or key that is down.
void SessionView::launch(Place place)
{
    activate(place);
    if (place.area == Area::Slot) {
        m_hold.press(subjectAt(place).slot(), m_set, m_clock.position(m_now()));
        lookSoon();
    }
}

void SessionView::releaseHold()
{
    const SlotId slot = m_hold.slot();
    if (m_hold.release(m_set) == LaunchHold::Due::Stop)
        Q_EMIT clipStopRequested(slot);
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
    if (canBeMany && selectMore(place, modifiers))
        return;
    if (m_nameSelectsOnly && place.area == Area::Slot && hit.zone != Zone::Lamp
        && m_set.clip(subjectAt(place).slot())) {
        select(place);
    } else {
        if (place.area != Area::Header && place.area != Area::ScenesTitle)
            m_state.pressed = place;
        if (modifiers & Qt::AltModifier)
            launchNow(place);
        else
            launch(place);
        updatePlace(place);
    }
}

void SessionView::launchNow(Place place)
{
    if (place.area == Area::StopAll) {
        Q_EMIT stopAllNowRequested();
    } else if (place.area != Area::Slot) {
        launch(place); // there is no other way for it
    } else {
        Q_EMIT launchNowRequested(subjectAt(place).slot());
        if (m_launchSelects)
            select(place);
    }
}

} // namespace clipdeck
