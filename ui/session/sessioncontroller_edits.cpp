// SPDX-License-Identifier: GPL-3.0-or-later
// SessionController's edits: what changes the set, on all that is selected.
#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

namespace clipdeck {

void SessionController::rename(const GridSubject &subject, const QString &name)
{
    switch (subject.kind) {
    case GridSubject::Kind::Slot:
        m_parts.commands.requestClip(subject.slot(), ClipField::Name, name);
        break;
    case GridSubject::Kind::Track:
        m_parts.commands.requestTrack(subject.track, TrackField::Name, name);
        break;
    case GridSubject::Kind::Scene:
        m_parts.grid.requestScene(subject.scene, SceneField::Name, name);
        break;
    case GridSubject::Kind::None:
        break;
    }
}

void SessionController::setSceneTempo(SceneIndex scene, const QString &typed)
{
    bool isNumber = false;
    const double tempo
        = QString(typed).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    if (typed.isEmpty()) {
        m_parts.grid.requestScene(scene, SceneField::TempoEnabled, false);
    } else if (!isNumber || tempo < slowestTempo || tempo > fastestTempo) {
        Q_EMIT told(tr("A tempo is a number from 20 to 999; nothing means none of its own."));
    } else {
        m_parts.grid.requestScene(scene, SceneField::TempoEnabled, true);
        m_parts.grid.requestScene(scene, SceneField::Tempo, tempo);
    }
}

void SessionController::setSceneSignature(SceneIndex scene, const QString &typed)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,2})\\s*[/.,]\\s*(1|2|4|8|16)\\s*$"));
    const QRegularExpressionMatch match = form.match(typed);
    const int numerator = match.captured(1).toInt();
    if (typed.isEmpty()) {
        m_parts.grid.requestScene(scene, SceneField::TimeSignatureEnabled, false);
    } else if (!match.hasMatch() || numerator < 1) {
        Q_EMIT told(tr("A signature reads like 6/8; nothing means none of its own."));
    } else {
        m_parts.grid.requestScene(scene, SceneField::TimeSignatureEnabled, true);
        m_parts.grid.requestScene(scene, SceneField::TimeSignatureNumerator, numerator);
        m_parts.grid.requestScene(
            scene, SceneField::TimeSignatureDenominator, match.captured(2).toInt());
    }
}

void SessionController::duplicate()
{
    const std::vector<SceneIndex> scenes = m_view.selectedScenes();
    for (SceneIndex scene : scenes | std::views::reverse)
        m_parts.grid.requestDuplicateScene(scene);
    const std::vector<TrackIndex> tracks = m_view.selectedTracks();
    for (TrackIndex track : tracks | std::views::reverse)
        m_parts.commands.requestTrackDuplicate(track);
    const std::vector<SlotId> slotIds = m_view.selectedSlots();
    std::optional<SlotId> made;
    for (SlotId slot : slotIds) {
        if (m_parts.set.clip(slot))
            made = m_parts.grid.requestDuplicateClip(slot);
    }
    if (made && slotIds.size() == 1)
        m_view.selectSlot(*made);
}

void SessionController::remove()
{
    int gone = 0;
    for (SlotId slot : m_view.selectedSlots()) {
        if (m_parts.set.clip(slot)) {
            m_parts.grid.requestDeleteClip(slot);
            ++gone;
        }
    }
    // From the last on: each that goes moves those behind it.
    const std::vector<SceneIndex> scenes = m_view.selectedScenes();
    for (SceneIndex scene : scenes | std::views::reverse) {
        m_parts.grid.requestDeleteScene(scene);
        ++gone;
    }
    const std::vector<TrackIndex> tracks = m_view.selectedTracks();
    for (TrackIndex track : tracks | std::views::reverse) {
        m_parts.commands.requestTrackDelete(track);
        ++gone;
    }
    if (gone > 0)
        Q_EMIT told(tr("Deleted. Ctrl+Z brings it back."));
}

void SessionController::insertTrack(TrackKind kind)
{
    const TrackIndex selected = m_view.state().selection.track();
    m_parts.commands.requestTrackInsert(kind, TrackIndex(selected.value + 1));
}

// All become what the first of them is not.
void SessionController::activate()
{
    std::optional<bool> muted;
    for (SlotId slot : m_view.selectedSlots()) {
        const Clip *clip = m_parts.set.clip(slot);
        if (!clip)
            continue;
        muted = muted.value_or(!clip->muted);
        m_parts.commands.requestClip(slot, ClipField::Muted, *muted);
    }
    for (TrackIndex track : m_view.selectedTracks()) {
        muted = muted.value_or(!m_parts.set.track(track)->mute);
        m_parts.commands.requestTrack(track, TrackField::Mute, *muted);
    }
}

void SessionController::toggleStopButtons()
{
    std::optional<bool> has;
    for (SlotId slot : m_view.selectedSlots()) {
        const Slot *known = m_parts.set.slot(slot);
        if (!known)
            continue;
        has = has.value_or(!known->hasStopButton);
        m_parts.grid.requestStopButton(slot, *has);
    }
}

void SessionController::setColor(int color)
{
    setClips(ClipField::Color, color);
    for (SceneIndex scene : m_view.selectedScenes())
        m_parts.grid.requestScene(scene, SceneField::Color, color);
    for (TrackIndex track : m_view.selectedTracks())
        m_parts.commands.requestTrack(track, TrackField::Color, color);
}

void SessionController::setClips(ClipField field, const LiveValue &value)
{
    for (SlotId slot : m_view.selectedSlots()) {
        if (m_parts.set.clip(slot))
            m_parts.commands.requestClip(slot, field, value);
    }
}

// Whatever is selected: a bad take must go before the hand has found it.
void SessionController::discardTakes()
{
    int gone = 0;
    for (int t = 0; t < m_parts.set.trackCount(); ++t) {
        const SlotId slot{TrackIndex(t), SceneIndex(m_parts.set.track(TrackIndex(t))->playingSlot)};
        const Clip *clip = m_parts.set.clip(slot);
        if (!clip || !clip->isRecording)
            continue;
        m_parts.grid.requestDeleteClip(slot);
        ++gone;
    }
    Q_EMIT told(gone > 0 ? tr("The take is gone. Ctrl+Z brings it back.")
                         : tr("Nothing is being recorded."));
}

} // namespace clipdeck
