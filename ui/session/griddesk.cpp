// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/griddesk.h"

#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "ui/session/gridmenu.h"
#include "ui/session/sessionview.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

namespace clipdeck {

GridDesk::GridDesk(SessionView &view, const Parts &parts)
    : QObject(&view)
    , m_view(view)
    , m_parts(parts)
{
    connectLaunches();
    connectEdits();
    connectSelection();
}

void GridDesk::connectLaunches()
{
    Commands *commands = &m_parts.commands;
    GridCommands *grid = &m_parts.grid;
    connect(&m_view, &SessionView::launchRequested, commands, &Commands::requestLaunch);
    connect(&m_view, &SessionView::sceneLaunchRequested, commands, &Commands::requestSceneLaunch);
    connect(&m_view, &SessionView::stopRequested, commands, &Commands::requestTrackStop);
    connect(&m_view, &SessionView::stopAllRequested, commands, &Commands::requestStopAll);
    connect(&m_view, &SessionView::lengthRequested, commands, &Commands::requestClipLength);
    connect(&m_view, &SessionView::launchNowRequested, this,
        [grid](SlotId slot) { grid->requestLaunchNow(slot); });
    connect(&m_view, &SessionView::launchCancelRequested, this,
        [grid](TrackIndex track) { grid->requestCancelLaunch(track); });
    connect(&m_view, &SessionView::clipStopRequested, this,
        [grid](SlotId slot) { grid->requestClipStop(slot); });
    connect(
        &m_view, &SessionView::foldRequested, commands, [commands](TrackIndex track, bool folded) {
            commands->requestTrack(track, TrackField::FoldState, folded);
        });
}

void GridDesk::connectEdits()
{
    connect(&m_view, &SessionView::actionRequested, this, &GridDesk::perform);
    connect(&m_view, &SessionView::renameRequested, this, &GridDesk::rename);
    connect(&m_view, &SessionView::sceneTempoRequested, this, &GridDesk::setSceneTempo);
    connect(&m_view, &SessionView::sceneSignatureRequested, this, &GridDesk::setSceneSignature);
    connect(&m_view, &SessionView::menuRequested, this, &GridDesk::openMenu);
    connect(&m_view, &SessionView::clipDropped, this, [this](SlotId from, SlotId to, bool copies) {
        if (copies)
            m_parts.grid.requestCopyClip(from, to);
        else
            m_parts.grid.requestMoveClip(from, to);
    });
    connect(this, &GridDesk::told, &m_view, &SessionView::hint);
}

void GridDesk::connectSelection()
{
    GridCommands *grid = &m_parts.grid;
    const auto mayTell = [this] { return m_selectsInLive && !m_isFollowing; };
    connect(&m_view, &SessionView::slotSelected, this, [grid, mayTell](SlotId slot) {
        if (mayTell())
            grid->requestSelectSlot(slot);
    });
    connect(&m_view, &SessionView::trackSelected, this, [grid, mayTell](TrackIndex track) {
        if (mayTell())
            grid->requestSelectTrack(track);
    });
    connect(&m_view, &SessionView::sceneSelected, this, [grid, mayTell](SceneIndex scene) {
        if (mayTell())
            grid->requestSelectScene(scene);
    });
    connect(&m_parts.set, &LiveSet::changed, this, [this](const Changes &changes) {
        if (m_followsLive && !changes.selection.isEmpty())
            follow();
    });
}

void GridDesk::setFollowsLive(bool follows)
{
    m_followsLive = follows;
    if (follows)
        follow();
}

// A return or the main track is selected: there is no place for it here.
void GridDesk::follow()
{
    const Selection &selection = m_parts.set.selection();
    if (!selection.track || !selection.scene)
        return;
    m_isFollowing = true;
    m_view.selectSlot(slotId(*selection.track, *selection.scene));
    m_isFollowing = false;
}

void GridDesk::openMenu(const QPoint &at)
{
    QMenu *menu = makeGridMenu(*this, &m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(at);
}

void GridDesk::perform(GridAction action)
{
    if (const std::optional<int> value = quantizationOf(action)) {
        m_parts.commands.requestSong(SongField::ClipTriggerQuantization, *value);
        return;
    }
    const GridSubject subject = m_view.selection();
    const SceneIndex scene = m_view.state().scene;
    switch (action) {
    case GridAction::LaunchAndNext:
        launchScene();
        break;
    case GridAction::Duplicate:
        duplicate();
        break;
    case GridAction::Delete:
        remove();
        break;
    case GridAction::Activate:
        activate();
        break;
    case GridAction::StopButton:
        toggleStopButtons();
        break;
    case GridAction::InsertScene:
        m_parts.grid.requestInsertScene(SceneIndex(scene.value + 1));
        break;
    case GridAction::CaptureScene:
        m_parts.grid.requestCaptureScene(scene);
        break;
    default:
        Q_UNUSED(subject)
        m_view.perform(action);
    }
}

void GridDesk::launchScene()
{
    const int scene = m_view.state().scene.value;
    if (scene < 0)
        return;
    m_parts.commands.requestSceneLaunch(SceneIndex(scene));
    m_view.selectScene(SceneIndex(std::min(scene + 1, m_parts.set.sceneCount() - 1)));
}

// Edits

void GridDesk::rename(const GridSubject &subject, const QString &name)
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

void GridDesk::setSceneTempo(SceneIndex scene, const QString &typed)
{
    bool isNumber = false;
    const double tempo
        = QString(typed).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    if (typed.isEmpty()) {
        m_parts.grid.requestScene(scene, SceneField::TempoEnabled, false);
    } else if (!isNumber || tempo < 20 || tempo > 999) {
        Q_EMIT told(tr("A tempo is a number from 20 to 999; nothing means none of its own."));
    } else {
        m_parts.grid.requestScene(scene, SceneField::TempoEnabled, true);
        m_parts.grid.requestScene(scene, SceneField::Tempo, tempo);
    }
}

void GridDesk::setSceneSignature(SceneIndex scene, const QString &typed)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,2})\\s*/\\s*(1|2|4|8|16)\\s*$"));
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

void GridDesk::duplicate()
{
    const std::vector<SceneIndex> scenes = m_view.selectedScenes();
    for (SceneIndex scene : scenes | std::views::reverse)
        m_parts.grid.requestDuplicateScene(scene);
    const std::vector<SlotId> slotIds = m_view.selectedSlots();
    std::optional<SlotId> made;
    for (SlotId slot : slotIds) {
        if (m_parts.set.clip(slot))
            made = m_parts.grid.requestDuplicateClip(slot);
    }
    if (made && slotIds.size() == 1)
        m_view.selectSlot(*made);
}

void GridDesk::remove()
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
    if (gone > 0)
        Q_EMIT told(tr("Deleted. Ctrl+Z brings it back."));
}

// All become what the first of them is not.
void GridDesk::activate()
{
    std::optional<bool> muted;
    for (SlotId slot : m_view.selectedSlots()) {
        const Clip *clip = m_parts.set.clip(slot);
        if (!clip)
            continue;
        muted = muted.value_or(!clip->muted);
        m_parts.commands.requestClip(slot, ClipField::Muted, *muted);
    }
    const GridSubject subject = m_view.selection();
    if (subject.kind == GridSubject::Kind::Track)
        m_parts.commands.requestTrack(
            subject.track, TrackField::Mute, !m_parts.set.track(subject.track)->mute);
}

void GridDesk::toggleStopButtons()
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

void GridDesk::setColor(int color)
{
    for (SlotId slot : m_view.selectedSlots()) {
        if (m_parts.set.clip(slot))
            m_parts.commands.requestClip(slot, ClipField::Color, color);
    }
    for (SceneIndex scene : m_view.selectedScenes())
        m_parts.grid.requestScene(scene, SceneField::Color, color);
    const GridSubject subject = m_view.selection();
    if (subject.kind == GridSubject::Kind::Track)
        m_parts.commands.requestTrack(subject.track, TrackField::Color, color);
}

void GridDesk::record(double beats)
{
    for (SlotId slot : m_view.selectedSlots())
        m_parts.grid.requestRecord(slot, {beats});
}

void GridDesk::setLaunchMode(int mode)
{
    for (SlotId slot : m_view.selectedSlots()) {
        if (m_parts.set.clip(slot))
            m_parts.commands.requestClip(slot, ClipField::LaunchMode, mode);
    }
}

void GridDesk::setLaunchQuantization(int value)
{
    for (SlotId slot : m_view.selectedSlots()) {
        if (m_parts.set.clip(slot))
            m_parts.commands.requestClip(slot, ClipField::LaunchQuantization, value);
    }
}

} // namespace clipdeck
