// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/input/gridobstacle.h"

#include <QCoreApplication>

#include <algorithm>

namespace clipdeck {

namespace {

/// The words' context for translators.
class GridObstacle {
    Q_DECLARE_TR_FUNCTIONS(GridObstacle)
};

bool needsClip(GridAction action)
{
    return action == GridAction::Rename || action == GridAction::Duplicate
        || action == GridAction::Delete || action == GridAction::Activate;
}

QString withSlots(GridAction action, const ActionSubjects &selection, const LiveSet &set)
{
    if (!needsClip(action))
        return {};
    const auto hasClip = [&](SlotId slot) { return set.clip(slot) != nullptr; };
    const bool isThere = action == GridAction::Rename
        ? hasClip(selection.last.slot())
        : std::ranges::any_of(selection.slotIds, hasClip);
    if (isThere)
        return {};
    const Track *track = set.track(selection.last.track);
    return track && track->isFoldable
        ? GridObstacle::tr("A group holds no clips of its own: select those of its tracks.")
        : GridObstacle::tr("There is no clip here.");
}

QString withTracks(GridAction action, const ActionSubjects &selection, const LiveSet &set)
{
    const Track *track = set.track(selection.last.track);
    // A track must not go because the keys stand on its stop button.
    if (!selection.onHeader && (action == GridAction::Delete || action == GridAction::Duplicate))
        return GridObstacle::tr("This is the stop button: select the track's header first.");
    switch (action) {
    case GridAction::Launch:
    case GridAction::LaunchNow:
        return !selection.onHeader || (track && track->isFoldable)
            ? QString()
            : GridObstacle::tr("A track is not launched: select a clip or a scene.");
    case GridAction::StopButton:
        return GridObstacle::tr("Stop buttons belong to slots: select some.");
    case GridAction::Delete:
        return selection.tracks.size() >= static_cast<std::size_t>(set.trackCount())
            ? GridObstacle::tr("Live keeps its last track.")
            : QString();
    default:
        return {};
    }
}

QString withScenes(GridAction action, const ActionSubjects &selection, const LiveSet &set)
{
    switch (action) {
    case GridAction::Stop:
        return GridObstacle::tr("A scene does not stop by itself: select a clip or a track.");
    case GridAction::Activate:
        return GridObstacle::tr("A scene can't be deactivated: select clips or tracks.");
    case GridAction::StopButton:
        return GridObstacle::tr("Stop buttons belong to slots: select some.");
    case GridAction::Fade:
        return GridObstacle::tr("A scene does not fade: select clips or tracks.");
    case GridAction::Delete:
        return selection.scenes.size() >= static_cast<std::size_t>(set.sceneCount())
            ? GridObstacle::tr("A set has at least one scene.")
            : QString();
    default:
        return {};
    }
}

QString withNothing(GridAction action)
{
    const bool needsSomething = needsClip(action) || action == GridAction::StopButton
        || action == GridAction::Stop || action == GridAction::Fade;
    return needsSomething ? GridObstacle::tr("Nothing is selected that this could be done to.")
                          : QString();
}

} // namespace

QString obstacleTo(GridAction action, const ActionSubjects &selection, const LiveSet &set)
{
    switch (selection.last.kind) {
    case GridSubject::Kind::Slot:
        return withSlots(action, selection, set);
    case GridSubject::Kind::Track:
        return withTracks(action, selection, set);
    case GridSubject::Kind::Scene:
        return withScenes(action, selection, set);
    case GridSubject::Kind::None:
        break;
    }
    return withNothing(action);
}

} // namespace clipdeck
