// SPDX-License-Identifier: GPL-3.0-or-later
// Between the grid and the commands: what was asked of the view becomes wishes to Live.
#pragma once

#include "core/live/cliptime.h"
#include "core/session/launchhistory.h"
#include "ui/session/gridaction.h"

#include <QObject>

#include <set>

namespace clipdeck {

class Commands;
class GridCommands;
class SessionView;
class Theme;

/// Connects a view; lives with it. All of what it is given outlives it. GUI thread.
class SessionController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        LiveSet &set;
        Commands &commands;
        GridCommands &grid;
        const Theme &theme;
    };
    SessionController(SessionView &view, const Parts &parts);

    /// Does it to what is selected in the view.
    void perform(GridAction action);
    void setColor(int color); ///< 0xRRGGBB, of all that is selected
    /// Loops what was just played of the selected clip, or of the take under way; a take ends first, at its launch line.
    void loopPhrase(int bars);
    bool canUndoLaunch() const { return !m_history.isEmpty(); }
    /// Of the tracks that are selected, or of those of the slots; not of one that fades already.
    void fadeOut(double seconds);
    void fadeIn(double seconds); ///< The clips that are selected, one a track
    void record(double beats); ///< A new clip of this length in the selected slot
    /// A take of fixed length that began in the middle of a phrase starts with the phrase from then on.
    void setTakesInPhrase(bool inPhrase);
    bool takesInPhrase() const { return m_takesInPhrase; }
    void setClips(ClipField field, const LiveValue &value); ///< Of all clips that are selected

    /// What the user selects in Live is selected here.
    void setFollowsLive(bool follows);
    /// What is selected here is selected in Live.
    void setSelectsInLive(bool selects) { m_selectsInLive = selects; }

    const Parts &parts() const { return m_parts; }
    SessionView &view() const { return m_view; }

Q_SIGNALS:
    void takesInPhraseChanged(bool inPhrase); ///< The user wants it otherwise
    void told(const QString &text); ///< What was done, for the status bar

private:
    /// A take of fixed length that is to start with the phrase once it has ended.
    struct FixedTake {
        SlotId slot;
        Beats length;
        Beats line; ///< On one of these it begins
        qint64 seenAt; ///< When there was a sign of it last, ms of the engine's clock
    };

    void connectLaunches();
    void connectEdits();
    void rename(const GridSubject &subject, const QString &name);
    void setSceneTempo(SceneIndex scene, const QString &typed);
    void setSceneSignature(SceneIndex scene, const QString &typed);
    void duplicate();
    void remove();
    void insertTrack(TrackKind kind);
    void activate();
    void toggleStopButtons();
    void launchScene();
    void discardTakes();
    void undoLaunch();
    std::set<TrackIndex> tracksToFade() const;
    void fade();
    std::optional<SlotId> slotToLoop() const;
    void loopNow(SlotId slot, ClipTime position, int bars);
    void loopEndedTake();
    void alignTakes();
    bool alignTake(FixedTake &take);
    void openMenu(const QPoint &at);
    void connectSelection();
    void follow();

    SessionView &m_view;
    Parts m_parts;
    LaunchHistory m_history;
    /// A take that is about to end, and what is to be kept of it.
    struct EndingTake {
        SlotId slot;
        ClipTime atLeast; ///< Where it was when it was asked for: it ends behind
        int bars;
    };
    std::optional<EndingTake> m_ending;
    std::vector<FixedTake> m_takes;
    bool m_takesInPhrase = false;
    double m_fadeSeconds = 4.0; ///< As last chosen
    bool m_followsLive = false;
    bool m_selectsInLive = false;
    bool m_isFollowing = false; ///< What is selected now comes from Live
};

} // namespace clipdeck
