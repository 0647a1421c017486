// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's selection: one place, or several by Shift and Ctrl.
#include "ui/session/accessible/sessionaccessible.h"
#include "ui/session/sessionview.h"

#include <QFocusEvent>
#include <QScrollBar>

namespace clipdeck {

void SessionView::setSelection(const GridSelection &selection)
{
    if (selection == m_state.selection)
        return;
    // Only what is marked: the next press must not wait behind a repaint of the whole grid.
    updateSelection();
    m_state.selection = selection;
    updateSelection();
    Q_EMIT tracksSelected();
}

void SessionView::updateSelection()
{
    for (const GridSubject &subject : m_state.selection.marked()) {
        if (const Place place = placeOf(subject); m_layout.contains(place))
            updatePlace(place);
    }
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
    GridSelection selected = m_state.selection;
    selected.select(subject);
    setSelection(selected);
    switch (subject.kind) {
    case GridSubject::Kind::Slot:
        Q_EMIT slotSelected(subject.slot());
        break;
    case GridSubject::Kind::Track:
        Q_EMIT trackSelected(subject.track);
        break;
    case GridSubject::Kind::Scene:
        Q_EMIT sceneSelected(subject.scene);
        break;
    case GridSubject::Kind::None:
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

// Of stop buttons there is never more than one.
bool SessionView::canBeSeveral(Place place)
{
    return place.area == Area::Slot || place.area == Area::Scene || place.area == Area::Header;
}

// From where the selection began to here; a place of another kind begins anew.
void SessionView::extendTo(Place place)
{
    const Place anchor = m_anchor;
    const bool isSameKind = anchor.area == place.area && m_layout.contains(anchor);
    select(place);
    if (!isSameKind || !canBeSeveral(place))
        return;
    m_anchor = anchor;
    GridSelection extended = m_state.selection;
    extended.extendTo(subjectAt(anchor), subjectAt(place), m_model.columns());
    setSelection(extended);
}

void SessionView::toggle(Place place)
{
    GridSelection toggled = m_state.selection;
    const GridSubject last = selection();
    select(place);
    if (!canBeSeveral(place))
        return;
    toggled.toggle(subjectAt(place), last);
    setSelection(toggled);
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
    return m_state.selection.slotIds(selection());
}

std::vector<SceneIndex> SessionView::selectedScenes() const
{
    return m_state.selection.scenes(selection());
}

std::vector<TrackIndex> SessionView::selectedTracks() const
{
    return m_state.selection.tracks(selection());
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
