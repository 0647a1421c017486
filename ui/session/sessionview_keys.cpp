// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's keys, and the names that are typed in it.
#include "ui/session/input/nameeditor.h"
#include "ui/session/overview/overview.h"
#include "ui/session/sessionview.h"

#include <QKeyEvent>

#include <set>

namespace clipdeck {

namespace {

std::optional<Step> stepOf(int key, bool control)
{
    switch (key) {
    case Qt::Key_Left:
        return Step::Left;
    case Qt::Key_Right:
        return Step::Right;
    case Qt::Key_Up:
        return Step::Up;
    case Qt::Key_Down:
        return Step::Down;
    case Qt::Key_PageUp:
        return Step::PageUp;
    case Qt::Key_PageDown:
        return Step::PageDown;
    case Qt::Key_Home:
        return control ? Step::First : Step::RowStart;
    case Qt::Key_End:
        return control ? Step::Last : Step::RowEnd;
    default:
        return std::nullopt;
    }
}

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

void SessionView::keyPressEvent(QKeyEvent *event)
{
    const bool escape = event->key() == Qt::Key_Escape;
    if (m_state.drag) {
        if (escape)
            endDrag(false);
        else
            moveDrag(m_dragX, event->modifiers());
    } else if (m_state.clipDrag && m_state.clipDrag->began) {
        if (escape)
            endClipDrag(false);
        else
            moveClipDrag(m_pointer, event->modifiers());
    } else if (!handleKey(event)) {
        event->ignore(); // not to the scroll area, which would scroll under the focus
    }
}

void SessionView::keyReleaseEvent(QKeyEvent *event)
{
    if (m_state.drag)
        moveDrag(m_dragX, event->modifiers());
    else if (m_state.clipDrag && m_state.clipDrag->began)
        moveClipDrag(m_pointer, event->modifiers());
    else if (isEnter(event->key()) && !event->isAutoRepeat())
        releaseHolds();
    else
        event->ignore();
}

bool SessionView::handleKey(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers();
    if (const auto step = stepOf(event->key(), modifiers & Qt::ControlModifier)) {
        focusPlace(m_layout.moved(m_state.focus, *step), modifiers & Qt::ShiftModifier);
        return true;
    }
    const std::optional<GridAction> action = gridActionOf(event->key(), modifiers);
    if (!action)
        return false;
    if (isEnter(event->key()) && event->isAutoRepeat())
        return true; // a key that is held is one press
    const std::vector<SlotId> held = slotsToHold(*action); // before the selection moves on
    perform(*action);
    if (isEnter(event->key())) {
        m_isEnterDown = true;
        hold(held,
            action == GridAction::LaunchNow ? LaunchHold::Launch::Now : LaunchHold::Launch::AtLine);
    }
    return true;
}

// What a key launches that is down; a menu has nothing to hold.
std::vector<SlotId> SessionView::slotsToHold(GridAction action) const
{
    switch (action) {
    case GridAction::Launch:
    case GridAction::LaunchNow:
        return m_state.selection.hasSeveralSlots() ? selectedSlots() : slotsToHold(m_state.focus);
    case GridAction::LaunchAndNext:
        return slotsToHold(scenePlace(m_state.selection.scene().value));
    default:
        return {};
    }
}

ActionSubjects SessionView::actionSubjects() const
{
    return {selection(), m_state.focus.area == Area::Header, selectedSlots(), selectedTracks(),
        selectedScenes()};
}

void SessionView::perform(GridAction action)
{
    const Place place = m_state.focus;
    if (const QString why = obstacleTo(action, actionSubjects(), m_set); !why.isEmpty()) {
        Q_EMIT hint(why);
        return;
    }
    switch (action) {
    case GridAction::Launch:
        enter(place);
        break;
    case GridAction::LaunchNow:
        if (m_state.selection.hasSeveralSlots()) {
            for (SlotId slot : selectedSlots())
                Q_EMIT launchNowRequested(slot);
        } else {
            launchNow(place);
        }
        break;
    case GridAction::Stop:
        if (const TrackIndex track = m_model.trackAt(place.column); track.isValid()) {
            const std::set<TrackIndex> &range = m_state.selection.trackRange();
            for (TrackIndex each : range.empty() ? std::set{track} : range)
                Q_EMIT stopRequested(each);
        }
        break;
    case GridAction::Rename:
        edit(EditedPart::Name);
        break;
    case GridAction::SceneTempo:
        edit(EditedPart::SceneTempo);
        break;
    case GridAction::SceneSignature:
        edit(EditedPart::SceneSignature);
        break;
    case GridAction::ZoomIn:
        setZoom(m_zoom + zoomStep);
        break;
    case GridAction::ZoomOut:
        setZoom(m_zoom - zoomStep);
        break;
    case GridAction::ZoomReset:
        setZoom(100);
        break;
    case GridAction::Overview:
        m_overview->open();
        break;
    case GridAction::QuantizeOff:
        // Two habits meet on Ctrl+0; what can be seen goes first.
        if (m_zoom != 100)
            setZoom(100);
        else
            Q_EMIT actionRequested(action);
        break;
    default:
        Q_EMIT actionRequested(action);
    }
}

void SessionView::enter(Place place)
{
    const Track *track = m_set.track(m_model.trackAt(place.column));
    if (place.area == Area::Header && track && track->isFoldable)
        press({place, Zone::Fold}, {});
    else if (place.area == Area::Slot && m_state.selection.hasSeveralSlots())
        for (SlotId slot : selectedSlots())
            Q_EMIT launchRequested(slot);
    else
        activate(place);
}

// Names

void SessionView::edit(EditedPart part)
{
    GridSubject subject = selection();
    if (part != EditedPart::Name && m_state.selection.scene().isValid())
        subject = {GridSubject::Kind::Scene, {}, m_state.selection.scene()};
    const std::optional<QString> before = textOf(subject, part);
    if (!before)
        return;
    m_edited = subject;
    m_editedPart = part;
    scrollTo(placeOf(subject));
    m_editor->edit(editorBox(subject).toAlignedRect(), *before);
}

QRectF SessionView::editorBox(const GridSubject &subject) const
{
    const Place place = placeOf(subject);
    return subject.kind == GridSubject::Kind::Track ? m_layout.rect(place) : m_layout.body(place);
}

// Nothing where there is nothing to name.
std::optional<QString> SessionView::textOf(const GridSubject &subject, EditedPart part) const
{
    const Scene *scene = m_set.scene(subject.scene);
    if (part == EditedPart::SceneTempo)
        return scene
            ? std::optional(scene->tempoEnabled ? QString::number(scene->tempo) : QString())
            : std::nullopt;
    if (part == EditedPart::SceneSignature) {
        const bool own = scene && scene->timeSignatureEnabled;
        const QString text = own ? QStringLiteral("%1/%2")
                                       .arg(scene->timeSignatureNumerator)
                                       .arg(scene->timeSignatureDenominator)
                                 : QString();
        return scene ? std::optional(text) : std::nullopt;
    }
    switch (subject.kind) {
    case GridSubject::Kind::Slot: {
        const Clip *clip = m_set.clip(subject.slot());
        return clip ? std::optional(clip->name) : std::nullopt;
    }
    case GridSubject::Kind::Track: {
        const Track *track = m_set.track(subject.track);
        return track ? std::optional(track->name) : std::nullopt;
    }
    case GridSubject::Kind::Scene:
        return scene ? std::optional(scene->name) : std::nullopt;
    case GridSubject::Kind::None:
        break;
    }
    return std::nullopt;
}

// The next thing of the kind that has a name: the clip below, the track or scene after.
void SessionView::editNext(int by)
{
    Place place = placeOf(m_edited);
    const EditedPart part = m_editedPart;
    for (int tries = 0; tries < m_model.rowCount() + m_model.columnCount(); ++tries) {
        if (place.area == Area::Header)
            place.column += by;
        else
            place.row += by;
        if (!m_layout.contains(place))
            return;
        if (textOf(subjectAt(place), part)) {
            focusPlace(place);
            edit(part);
            return;
        }
    }
}

} // namespace clipdeck
