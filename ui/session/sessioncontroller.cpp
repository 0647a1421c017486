// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessioncontroller.h"

#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "ui/session/gridmenu.h"
#include "ui/session/sessionview.h"

#include <algorithm>

namespace clipdeck {

SessionController::SessionController(SessionView &view, const Parts &parts)
    : QObject(&view)
    , m_view(view)
    , m_parts(parts)
{
    connectLaunches();
    connectEdits();
    connectSelection();
}

void SessionController::connectLaunches()
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
    connect(&m_view, &SessionView::stopNowRequested, this,
        [grid](TrackIndex track) { grid->requestTrackStopNow(track); });
    connect(&m_view, &SessionView::stopAllNowRequested, commands, &Commands::requestStopAllNow);
    // Behind the wish itself, which must not wait for it; what plays is Live's until it answers.
    const auto note = [this] { m_history.note(m_parts.set); };
    connect(&m_view, &SessionView::launchRequested, this, note);
    connect(&m_view, &SessionView::launchNowRequested, this, note);
    connect(&m_view, &SessionView::sceneLaunchRequested, this, note);
    connect(&m_view, &SessionView::stopRequested, this, note);
    connect(&m_view, &SessionView::stopAllRequested, this, note);
    connect(&m_view, &SessionView::stopNowRequested, this, note);
    connect(&m_view, &SessionView::stopAllNowRequested, this, note);
    connect(&m_parts.set, &LiveSet::changed, this, [this](const Changes &changes) {
        if (changes.structure) { // their tracks and scenes are elsewhere
            m_history.clear();
            m_ending.reset();
        }
        if (changes.moved)
            m_takes.clear();
        loopEndedTake();
        alignTakes();
    });
    connect(
        &m_view, &SessionView::foldRequested, commands, [commands](TrackIndex track, bool folded) {
            commands->requestTrack(track, TrackField::FoldState, folded);
        });
}

void SessionController::connectEdits()
{
    connect(&m_view, &SessionView::actionRequested, this, &SessionController::perform);
    connect(&m_view, &SessionView::renameRequested, this, &SessionController::rename);
    connect(&m_view, &SessionView::sceneTempoRequested, this, &SessionController::setSceneTempo);
    connect(&m_view, &SessionView::sceneSignatureRequested, this,
        &SessionController::setSceneSignature);
    connect(&m_view, &SessionView::menuRequested, this, &SessionController::openMenu);
    connect(&m_view, &SessionView::clipDropped, this, [this](SlotId from, SlotId to, bool copies) {
        if (copies)
            m_parts.grid.requestCopyClip(from, to);
        else
            m_parts.grid.requestMoveClip(from, to);
    });
    connect(this, &SessionController::told, &m_view, &SessionView::hint);
}

void SessionController::connectSelection()
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

void SessionController::setFollowsLive(bool follows)
{
    m_followsLive = follows;
    if (follows)
        follow();
}

// A return or the main track is selected: there is no place for it here.
void SessionController::follow()
{
    const Selection &selection = m_parts.set.selection();
    if (!selection.track || !selection.scene)
        return;
    m_isFollowing = true;
    m_view.selectSlot(slotId(*selection.track, *selection.scene));
    m_isFollowing = false;
}

void SessionController::openMenu(const QPoint &at)
{
    QMenu *menu = makeGridMenu(*this, &m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(at);
}

void SessionController::perform(GridAction action)
{
    if (const std::optional<int> value = quantizationOf(action)) {
        m_parts.commands.requestSong(SongField::ClipTriggerQuantization, *value);
        return;
    }
    const SceneIndex scene = m_view.state().selection.scene();
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
    case GridAction::InsertAudioTrack:
        insertTrack(TrackKind::Audio);
        break;
    case GridAction::InsertMidiTrack:
        insertTrack(TrackKind::Midi);
        break;
    case GridAction::CaptureScene:
        m_parts.grid.requestCaptureScene(scene);
        break;
    case GridAction::DiscardTake:
        discardTakes();
        break;
    case GridAction::LoopPhrase:
        loopPhrase(4);
        break;
    case GridAction::Fade:
        fade();
        break;
    case GridAction::UndoLaunch:
        undoLaunch();
        break;
    default:
        m_view.perform(action);
    }
}

void SessionController::launchScene()
{
    const int scene = m_view.state().selection.scene().value;
    if (scene < 0)
        return;
    m_parts.commands.requestSceneLaunch(SceneIndex(scene));
    m_history.note(m_parts.set);
    m_view.selectScene(SceneIndex(std::min(scene + 1, m_parts.set.sceneCount() - 1)));
}

// Back to what played before the last launch: what waits is called off, and what differs is launched or stopped.
void SessionController::undoLaunch()
{
    const std::optional<Combination> before = m_history.back(m_parts.set);
    if (!before) {
        Q_EMIT told(tr("There is no launch to take back."));
        return;
    }
    for (int t = 0; t < static_cast<int>(before->size()); ++t) {
        const TrackIndex index(t);
        const SlotId slot{index, SceneIndex(before->at(static_cast<std::size_t>(t)))};
        const Track &track = *m_parts.set.track(index);
        if (track.isFoldable)
            continue;
        if (std::max(track.playingSlot, noSlot) == slot.scene.value) {
            if (track.firedSlot != noSlot)
                m_parts.grid.requestCancelLaunch(index);
        } else if (m_parts.set.clip(slot)) {
            m_parts.commands.requestLaunch(slot);
        } else {
            m_parts.commands.requestTrackStop(index);
        }
    }
    Q_EMIT told(tr("Back to what played before."));
}

} // namespace clipdeck

#include "moc_sessioncontroller.cpp"
