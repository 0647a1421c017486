// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/display/sessionhints.h"

#include "core/live/quantization.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

/// The words' context for translators.
class SessionHints {
    Q_DECLARE_TR_FUNCTIONS(SessionHints)
};

/// Why Live did not take the last wish on a slot; empty when it took it.
QString refusal(const LiveSet &set, SlotId slot)
{
    for (const Wish *wish : {set.wish(Target::launch(slot)), editOf(set, slot)}) {
        if (wish && wish->isRefused())
            return wish->reason;
    }
    return {};
}

QString emptySlotHint(SlotState state, const QString &track)
{
    if (isGroupState(state))
        return SessionHints::tr("%1: click launches the group's clips of this scene.").arg(track);
    switch (state) {
    case SlotState::EmptyArmed:
        return SessionHints::tr("%1: click records a new clip.").arg(track);
    case SlotState::Empty:
        return SessionHints::tr("%1: click stops the track.").arg(track);
    default:
        return {};
    }
}

/// What of a clip's launch settings is not the usual: "Gate, 1/4"; empty mostly.
QString launchSettings(const Clip &clip)
{
    const QString modes[]{
        {}, SessionHints::tr("Gate"), SessionHints::tr("Toggle"), SessionHints::tr("Repeat")};
    QStringList parts;
    if (clip.launchMode > 0 && clip.launchMode < 4)
        parts.append(modes[clip.launchMode]);
    if (clip.launchQuantization > 0)
        parts.append(quantizationName(clip.launchQuantization - 1));
    if (clip.legato)
        parts.append(SessionHints::tr("Legato"));
    if (clip.warping == false)
        parts.append(SessionHints::tr("not warped"));
    return parts.join(QStringLiteral(", "));
}

QString slotHint(const LiveSet &set, SlotId slot, HintHands hands, qint64 now)
{
    const QString reason = refusal(set, slot);
    if (!reason.isEmpty())
        return reason;
    const QString track = set.track(slot.track)->name;
    const Clip *clip = set.clip(slot);
    if (!clip)
        return emptySlotHint(readSlot(set, slot, now).state, track);
    if (clip->isRecording)
        return SessionHints::tr(
            "%1, %2 is being recorded: click ends the take, Ctrl+L ends and loops its "
            "last bars, Shift+Delete discards it.")
            .arg(track, clip->name);
    const QString text = hands.onEdge
        ? SessionHints::tr("%1, %2: drag the edge to set the length. %3 or the middle button no "
                           "snap, Shift fine, Esc cancel.")
        : SessionHints::tr("%1, %2: click launches, %3 or the middle button right now, the right "
                           "edge sets the length. Ctrl selects, Shift drag moves, right click for "
                           "more.");
    const QString settings = launchSettings(*clip);
    return text.arg(track,
        settings.isEmpty() ? clip->name : QStringLiteral("%1 (%2)").arg(clip->name, settings),
        nowKeyName(hands.nowKey));
}

QString headerHint(const LiveSet &set, TrackIndex index, bool onFold)
{
    const Track &track = *set.track(index);
    if (!track.isFoldable || !onFold) {
        if (playsArrangement(set, index))
            return SessionHints::tr(
                "%1 plays the Arrangement: click selects the track, a launch takes "
                "it over.")
                .arg(track.name);
        return SessionHints::tr(
            "%1: click selects the track. Ctrl and Shift select several; what the "
            "mixer does to one of them, it does to all.")
            .arg(track.name);
    }
    const bool folded = track.foldState.value_or(false);
    return (folded ? SessionHints::tr("Unfold %1.") : SessionHints::tr("Fold %1.")).arg(track.name);
}

} // namespace

QString hintFor(
    const LiveSet &set, const SessionModel &model, const Hit &hit, HintHands hands, qint64 now)
{
    const Place place = hit.place;
    const Track *track = set.track(model.trackAt(place.column));
    switch (place.area) {
    case Area::Slot:
        return track ? slotHint(set, model.slotAt(place.column, place.row), hands, now) : QString();
    case Area::Header:
        return track ? headerHint(set, model.trackAt(place.column), hit.zone == Zone::Fold)
                     : QString();
    case Area::Scene:
        return SessionHints::tr("%1: click launches, right click for more. Ctrl selects only.")
            .arg(model.sceneName(SceneIndex(place.row)));
    case Area::Stop:
        return track ? SessionHints::tr("Stop %1 at the next launch line, with %2 or the middle "
                                        "button right now.")
                           .arg(track->name, nowKeyName(hands.nowKey))
                     : QString();
    case Area::ScenesTitle:
        return SessionHints::tr("Return tracks and the main track are greyed out: the AbletonOSC "
                                "that is installed in Live has no addresses for them.");
    case Area::StopAll:
        return SessionHints::tr("Stop all clips at the next launch line, with %1 or the middle "
                                "button right now.")
            .arg(nowKeyName(hands.nowKey));
    default:
        return {};
    }
}

} // namespace clipdeck
