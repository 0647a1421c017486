// SPDX-License-Identifier: GPL-3.0-or-later
// What the user can ask of the Session grid beyond launching: edits of slots, clips and scenes, and launches of a special kind.
#pragma once

#include "core/commands/clipmove.h"
#include "core/osc/oscmessage.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace clipdeck {

class CommandQueue;

/// The grid's wishes, on the same queue as Commands: proposed, sent, confirmed or refused. Ids that do not exist and edits
/// that Live would not take are refused here, with the reason, before anything is sent. All that destroys can be taken back
/// with Live's undo, a move with one undo of ours. Driven by advance(); single-threaded.
class GridCommands {
    Q_DECLARE_TR_FUNCTIONS(GridCommands)
public:
    GridCommands(LiveSet &set, CommandQueue &queue);

    /// Launches right now, whatever the launch quantization: it is set to none for the launch, and back when Live has had
    /// it (ClipSlot.fire takes a quantization only behind a length to record, AbletonOSC clip_slot.py).
    void requestLaunchNow(SlotId slot);
    /// What waits on the track does not begin. Where a clip plays, Live can only be told so by launching that one in its
    /// place: it is launched with legato, so that it goes on where it is, and gets its own settings back.
    void requestCancelLaunch(TrackIndex track);
    /// What plays on the track stops right now, and what waits is called off.
    void requestTrackStopNow(TrackIndex track); // /live/track/stop_all_clips, not quantized
    /// Records a clip of this length into an empty slot of an armed track; it then loops. `quantization` (a value of
    /// song.clip_trigger_quantization) is for this launch only.
    void requestRecord(SlotId slot, Beats length, std::optional<int> quantization = {});
    /// The clip stops at its launch line: what letting go of a Gate clip does.
    void requestClipStop(SlotId slot); // /live/clip/stop

    void requestDeleteClip(SlotId slot); // /live/clip_slot/delete_clip
    /// What the target holds is replaced.
    void requestCopyClip(SlotId from, SlotId to); // /live/clip_slot/duplicate_clip_to
    /// A copy, and the original goes when Live has shown the copy.
    void requestMoveClip(SlotId from, SlotId to);
    /// Into the next empty slot below. Where that is, or nothing when there is none (then refused).
    std::optional<SlotId> requestDuplicateClip(SlotId slot);
    void requestStopButton(SlotId slot, bool has); // /live/clip_slot/set/has_stop_button

    void requestScene(SceneIndex scene, SceneField field, const LiveValue &value);
    void requestInsertScene(SceneIndex at); // /live/song/create_scene
    void requestDuplicateScene(SceneIndex scene); // /live/song/duplicate_scene
    void requestDeleteScene(SceneIndex scene); // /live/song/delete_scene
    /// A scene of what plays now, behind `after`.
    void requestCaptureScene(SceneIndex after); // /live/song/capture_and_insert_scene

    // Live's own selection.
    void requestSelectSlot(SlotId slot); // /live/view/set/selected_clip
    void requestSelectTrack(TrackIndex track); // /live/view/set/selected_track
    void requestSelectScene(SceneIndex scene); // /live/view/set/selected_scene

    GridCommands(const GridCommands &) = delete; // the queue asks this one to undo
    GridCommands &operator=(const GridCommands &) = delete;

    /// Goes on with moves. Call after every batch of changes.
    void advance(qint64 now);

private:
    /// Takes our own last move back, if nothing else was edited since. False: there is none, Live's undo is to be asked.
    bool undoMove();
    static OscMessage slotCall(SlotId slot, const char *method);
    bool refuseUnlessClip(SlotId slot);
    void keepPlaying(SlotId playing);
    int chosenQuantization(SlotId slot, const Target &choice) const;
    void restoreQuantization(SlotId slot, bool ofClip, int value);
    bool step(ClipMove &move, qint64 now);

    LiveSet &m_set;
    CommandQueue &m_queue;
    std::vector<ClipMove> m_moves; ///< Under way
    std::optional<ClipMove> m_lastMove; ///< That can be taken back
    int m_editsAtMove = 0; ///< The queue's count when it was complete
    std::optional<int> m_songQuantization; ///< To go back to after a launch right now
    bool m_isRestored = true; ///< It was sent back
};

} // namespace clipdeck
