// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessionview.h"

#include "core/session/currentscene.h"
#include "ui/session/accessible/sessionaccessible.h"
#include "ui/session/input/nameeditor.h"
#include "ui/session/overview/overview.h"

#include <QAccessible>

namespace clipdeck {

SessionView::SessionView(LiveSet &set, const SongClock &clock, std::function<qint64()> now,
    const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_set(set)
    , m_clock(clock)
    , m_now(std::move(now))
    , m_theme(theme)
    , m_model(set, m_now)
    , m_editor(new NameEditor(theme, viewport()))
    , m_overview(new Overview(*this, set, theme))
{
    installSessionAccessibility();
    setAccessibleName(tr("Session grid"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_set, &LiveSet::changed, this, &SessionView::onChanged);
    connect(&m_model, &SessionModel::dataChanged, this, &SessionView::onSlotsChanged);
    connect(&m_model, &SessionModel::headerDataChanged, this, &SessionView::onHeadersChanged);
    connect(&m_model, &SessionModel::modelReset, this, &SessionView::onReset);
    connect(&m_ticker, &QTimer::timeout, this, &SessionView::tick);
    m_ticker.setTimerType(Qt::PreciseTimer);
    connect(&m_painter, &QTimer::timeout, this, &SessionView::paintSlice);
    m_painter.setTimerType(Qt::PreciseTimer);
    m_painter.setSingleShot(true);
    m_longPress.setSingleShot(true);
    connect(&m_longPress, &QTimer::timeout, this, &SessionView::onLongPress);
    connect(m_editor, &NameEditor::committed, this, &SessionView::takeEdit);
    connect(m_editor, &NameEditor::stepped, this, &SessionView::editNext);
    connect(m_editor, &NameEditor::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    relayout();
}

SessionView::~SessionView() = default;

GridContext SessionView::context() const
{
    return {m_set, m_clock, m_positions, m_now(), m_currentScene};
}

std::optional<SlotId> SessionView::selectedSlot() const
{
    return m_state.selection.slot();
}

QSize SessionView::sizeHint() const
{
    const Metrics &m = m_theme.metrics();
    return {8 * m.columnPitch + m.sceneWidth, 12 * m.rowPitch + m.headerHeight + m.stopHeight};
}

QSize SessionView::minimumSizeHint() const
{
    const Metrics &m = m_theme.metrics();
    return {2 * m.columnPitch + m.sceneWidth, 3 * m.rowPitch + m.headerHeight + m.stopHeight};
}

void SessionView::setMotion(MotionSetting motion)
{
    m_state.motion = motion;
    updateAll();
}

void SessionView::setFullColorAtRest(bool full)
{
    m_state.fullColorAtRest = full;
    updateAll();
}

void SessionView::takeEdit(const QString &text)
{
    switch (m_editedPart) {
    case EditedPart::Name:
        Q_EMIT renameRequested(m_edited, text);
        break;
    case EditedPart::SceneTempo:
        Q_EMIT sceneTempoRequested(m_edited.scene, text);
        break;
    case EditedPart::SceneSignature:
        Q_EMIT sceneSignatureRequested(m_edited.scene, text);
        break;
    }
}

void SessionView::setNameSelectsOnly(bool selectsOnly)
{
    m_nameSelectsOnly = selectsOnly;
}

// Live's news

void SessionView::onChanged(const Changes &changes)
{
    const SongMoment song = m_clock.moment(m_now());
    for (const auto &[track, fields] : changes.tracks) {
        if (fields.has(TrackField::PlayingSlotIndex)) {
            m_positions.forgetTrack(track);
            updatePlace(stopAllPlace());
        }
    }
    for (const auto &[slot, fields] : changes.clips) {
        const Clip *clip = m_set.clip(slot);
        if (fields.has(ClipField::Warping)) // what was heard is in the other unit
            m_positions.forgetTrack(slot.track);
        if (clip && fields.has(ClipField::PlayingPosition))
            m_positions.hear(slot, *clip, clip->playingPosition, song);
    }
    for (const Target &target : changes.wishes) {
        const auto *clip = target.as<ClipProperty>();
        if (clip && clip->field == ClipField::Length) // its ghost came or went
            updateGhost();
    }
    m_currentScene = currentScene(m_set); // the next frame lights it
    if (changes.song.has(SongField::IsPlaying))
        lookSoon(); // other cells move now
    else if (!changes.wishes.empty())
        wake();
    if (m_state.drag && !m_set.clip(m_state.drag->slot))
        endDrag(false);
    if (m_state.clipDrag && !m_set.clip(m_state.clipDrag->from))
        endClipDrag(false);
}

void SessionView::onSlotsChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const SessionLayout::Range range = m_layout.visible();
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        if (column < range.firstColumn || column >= range.endColumn)
            continue;
        updatePlace(stopPlace(column)); // tells how far the playing clip is
        const int first = std::max(topLeft.row(), range.firstRow);
        const int end = std::min(bottomRight.row() + 1, range.endRow);
        for (int row = first; row < end; ++row)
            showIfChanged(slotPlace(column, row), topLeft == bottomRight);
    }
    wake();
}

// A column is announced as a whole, though most of its cells have not changed. Only the others are repainted and announced.
void SessionView::showIfChanged(Place place, bool surely)
{
    const SlotReading *seen = m_readings.at(place);
    const SlotReading reading = readSlot(m_set, m_model.slotAt(place.column, place.row), m_now());
    const bool differs = surely || !seen || *seen != reading;
    watch(place);
    if (differs || isGroupState(reading.state)) // whose chips are not in the reading
        updatePlace(place);
    if (differs)
        tellChanged(*this, place);
    else if (reading.state == SlotState::GroupMixed) // it may do so in other parts
        tellStanding(*this, place);
    if (differs && isHovered(place))
        Q_EMIT hint(wordsFor(m_state.hover)); // another press does another thing now
}

void SessionView::onHeadersChanged(Qt::Orientation orientation, int first, int last)
{
    for (int section = first; section <= last; ++section) {
        if (orientation == Qt::Vertical) {
            updatePlace(scenePlace(section));
            tellChanged(*this, scenePlace(section));
        } else {
            updatePlace(headerPlace(section));
            updatePlace(stopPlace(section));
            tellChanged(*this, headerPlace(section));
        }
    }
    wake();
}

void SessionView::onReset()
{
    m_positions.clear();
    for (TrackIndex track : m_model.columns()) {
        const int playing = m_set.track(track)->playingSlot;
        const Clip *clip = m_set.clip({track, SceneIndex(playing)});
        if (clip && clip->playingPosition.value > 0)
            m_positions.hear(
                {track, SceneIndex(playing)}, clip->playingPosition, m_clock.moment(m_now()));
    }
    endDrag(false);
    endClipDrag(false);
    m_overview->shut();
    m_state.selection.clearRanges();
    Q_EMIT tracksSelected();
    m_stopCells.clear();
    m_onArrangement.clear();
    m_litScenes.clear();
    m_readings = {};
    m_state.hover = {};
    m_state.pressed = {};
    if (!m_set.track(m_state.selection.track()) || !m_set.scene(m_state.selection.scene()))
        m_state.selection.clearSlot();
    relayout();
    if (!m_layout.contains(m_state.focus))
        m_state.focus = {};
    tellReset(*this);
}

} // namespace clipdeck

#include "moc_sessionview.cpp"
