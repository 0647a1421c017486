// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's selection: one place, or several by Shift and Ctrl.
#include "ui/session/accessible/sessionaccessible.h"
#include "ui/session/input/gridselecting.h"
#include "ui/session/sessionview.h"

#include <QFocusEvent>
#include <QScrollBar>

namespace clipdeck {

void SessionView::setSelection(TrackIndex track, SceneIndex scene, bool slot)
{
    const bool several
        = !m_state.slotRange.empty() || !m_state.sceneRange.empty() || !m_state.trackRange.empty();
    if (track == m_state.track && scene == m_state.scene && slot == m_state.slotSelected
        && !several)
        return;
    // Only what is marked: the next press must not wait behind a repaint of the whole grid.
    updateSelection();
    m_state.slotRange.clear();
    m_state.sceneRange.clear();
    m_state.trackRange.clear();
    m_state.track = track;
    m_state.scene = scene;
    m_state.slotSelected = slot;
    updateSelection();
    Q_EMIT tracksSelected();
}

void SessionView::updateSelection()
{
    const int column = m_model.columnOf(m_state.track);
    const int row = m_state.scene.value;
    for (Place place : {headerPlace(column), scenePlace(row), slotPlace(column, row)}) {
        if (m_layout.contains(place))
            updatePlace(place);
    }
    for (SlotId slot : m_state.slotRange)
        updatePlace(slotPlace(m_model.columnOf(slot.track), slot.scene.value));
    for (SceneIndex scene : m_state.sceneRange)
        updatePlace(scenePlace(scene.value));
    for (TrackIndex selected : m_state.trackRange)
        updatePlace(headerPlace(m_model.columnOf(selected)));
}

void SessionView::selectSlot(SlotId slot)
{
    goTo(slotPlace(m_model.columnOf(slot.track), slot.scene.value));
}

void SessionView::selectTrack(TrackIndex track, Qt::KeyboardModifiers modifiers)
{
    const Place place = headerPlace(m_model.columnOf(track));
    if (!selectMore(place, modifiers))
        goTo(place);
}

void SessionView::selectScene(SceneIndex scene)
{
    goTo(scenePlace(scene.value));
}

void SessionView::goTo(Place place)
{
    if (!m_layout.contains(place))
        return;
    scrollTo(place);
    select(place);
}

void SessionView::scrollTo(Place place)
{
    const QPoint scroll = m_layout.scrolledTo(place);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
}

void SessionView::select(Place place)
{
    if (!m_layout.contains(place))
        return;
    updatePlace(m_state.focus);
    m_state.focus = place;
    m_anchor = place;
    updatePlace(place);
    const GridSubject subject = subjectAt(place);
    switch (place.area) {
    case Area::Slot:
        setSelection(subject.track, subject.scene, true);
        Q_EMIT slotSelected(subject.slot());
        break;
    case Area::Header:
    case Area::Stop:
        setSelection(subject.track, m_state.scene, false);
        Q_EMIT trackSelected(subject.track);
        break;
    case Area::Scene:
        setSelection(m_state.track, subject.scene, false);
        Q_EMIT sceneSelected(subject.scene);
        break;
    default:
        break;
    }
}

// What Shift and Ctrl make of a click. False: it is a plain one.
bool SessionView::selectMore(Place place, Qt::KeyboardModifiers modifiers)
{
    if (!m_layout.contains(place))
        return false;
    if (modifiers & Qt::ShiftModifier)
        extendTo(place);
    else if (modifiers & Qt::ControlModifier)
        toggle(place);
    else
        return false;
    return true;
}

// From where the selection began to here; a place of another kind begins anew.
void SessionView::extendTo(Place place)
{
    const Place anchor = m_anchor;
    if (anchor.area != place.area || !m_layout.contains(anchor)
        || (place.area != Area::Slot && place.area != Area::Scene && place.area != Area::Header)) {
        select(place);
        return;
    }
    select(place);
    m_anchor = anchor;
    if (place.area == Area::Slot)
        m_state.slotRange
            = slotsBetween(m_model.columns(), subjectAt(anchor).slot(), subjectAt(place).slot());
    else if (place.area == Area::Header)
        m_state.trackRange
            = tracksBetween(m_model.columns(), subjectAt(anchor).track, subjectAt(place).track);
    else
        m_state.sceneRange = scenesBetween(SceneIndex(anchor.row), SceneIndex(place.row));
    updateSelection();
    Q_EMIT tracksSelected();
}

void SessionView::toggle(Place place)
{
    std::set<SlotId> slotSet = m_state.slotRange;
    std::set<SceneIndex> sceneSet = m_state.sceneRange;
    std::set<TrackIndex> trackSet = m_state.trackRange;
    const GridSubject before = selection();
    if (before.kind == GridSubject::Kind::Slot)
        slotSet.insert(before.slot());
    if (before.kind == GridSubject::Kind::Scene)
        sceneSet.insert(before.scene);
    if (before.kind == GridSubject::Kind::Track)
        trackSet.insert(before.track);
    select(place);
    if (place.area == Area::Slot) {
        toggleIn(slotSet, subjectAt(place).slot());
        m_state.slotRange = std::move(slotSet);
    } else if (place.area == Area::Scene) {
        toggleIn(sceneSet, SceneIndex(place.row));
        m_state.sceneRange = std::move(sceneSet);
    } else if (place.area == Area::Header) {
        toggleIn(trackSet, subjectAt(place).track);
        m_state.trackRange = std::move(trackSet);
    }
    updateSelection();
    Q_EMIT tracksSelected();
}

GridSubject SessionView::subjectAt(Place place) const
{
    const TrackIndex track = m_model.trackAt(place.column);
    switch (place.area) {
    case Area::Slot:
        return {GridSubject::Kind::Slot, track, SceneIndex(place.row)};
    case Area::Header:
    case Area::Stop:
        return {GridSubject::Kind::Track, track, {}};
    case Area::Scene:
        return {GridSubject::Kind::Scene, {}, SceneIndex(place.row)};
    default:
        return {};
    }
}

Place SessionView::placeOf(const GridSubject &subject) const
{
    switch (subject.kind) {
    case GridSubject::Kind::Slot:
        return slotPlace(m_model.columnOf(subject.track), subject.scene.value);
    case GridSubject::Kind::Track:
        return headerPlace(m_model.columnOf(subject.track));
    case GridSubject::Kind::Scene:
        return scenePlace(subject.scene.value);
    case GridSubject::Kind::None:
        break;
    }
    return {};
}

GridSubject SessionView::selection() const
{
    return subjectAt(m_state.focus);
}

std::vector<SlotId> SessionView::selectedSlots() const
{
    if (!m_state.slotRange.empty())
        return {m_state.slotRange.begin(), m_state.slotRange.end()};
    const GridSubject one = selection();
    return one.kind == GridSubject::Kind::Slot ? std::vector{one.slot()} : std::vector<SlotId>{};
}

std::vector<SceneIndex> SessionView::selectedScenes() const
{
    if (!m_state.sceneRange.empty())
        return {m_state.sceneRange.begin(), m_state.sceneRange.end()};
    const GridSubject one = selection();
    return one.kind == GridSubject::Kind::Scene ? std::vector{one.scene}
                                                : std::vector<SceneIndex>{};
}

std::vector<TrackIndex> SessionView::selectedTracks() const
{
    if (!m_state.trackRange.empty())
        return {m_state.trackRange.begin(), m_state.trackRange.end()};
    const GridSubject one = selection();
    return one.kind == GridSubject::Kind::Track ? std::vector{one.track}
                                                : std::vector<TrackIndex>{};
}

void SessionView::focusPlace(Place place)
{
    focusPlace(place, false);
}

void SessionView::focusPlace(Place place, bool extends)
{
    if (!m_layout.contains(place))
        return;
    updatePlace(m_state.focus);
    m_state.showFocus = true;
    scrollTo(place);
    if (extends)
        extendTo(place);
    else
        select(place);
    updatePlace(place);
    Q_EMIT hint(wordsFor({place, Zone::Body}));
    tellFocus();
}

void SessionView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_state.focus.isValid())
        m_state.focus = m_layout.moved({}, Step::First);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason)
        m_state.showFocus = true;
    updatePlace(m_state.focus);
    tellFocus();
}

void SessionView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (m_isEnterDown) // its release goes elsewhere
        releaseHolds();
    m_state.showFocus = false;
    updatePlace(m_state.focus);
}

void SessionView::tellFocus()
{
    if (hasFocus() && m_state.focus.isValid())
        clipdeck::tellFocus(*this, m_state.focus);
}

} // namespace clipdeck
