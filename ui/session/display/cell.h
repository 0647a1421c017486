// SPDX-License-Identifier: GPL-3.0-or-later
// What one cell shows, as a value: read from the mirror, painted by cellpainter.h, compared to know what to repaint.
#pragma once

#include "core/live/slotstate.h"
#include "core/live/songclock.h"
#include "core/session/playpositions.h"

#include <vector>

namespace clipdeck {

/// A child track in a group's slot.
struct Chip {
    bool hasClip = false;
    SlotState state = SlotState::Empty; ///< At rest while Live is gone
    int color = 0;

    bool operator==(const Chip &) const = default;
};

struct Cell {
    SlotReading reading;
    bool hasClip = false;
    QString name;
    int color = 0;
    bool looping = false;
    double part = 0.0; ///< Place in the loop, or in the clip: 0..1
    /// To the launch, recorded so far, or (hovered) to the end: bars.beats, or seconds of a clip that has them.
    QString count;
    QString length; ///< `8 bars`, `20 s`
    std::vector<Chip> chips; ///< Group slots: one a child track, in order

    bool operator==(const Cell &) const = default;
};

/// The stop row's cell of a track.
struct StopCell {
    enum class Progress { None, Loop, OneShot, Recording };
    bool sounds = false;
    bool queued = false; ///< Everything on the track stops at the next line
    SlotOverlay wish = SlotOverlay::None; ///< Ours, to stop it
    Progress progress = Progress::None;
    double part = 0.0;
    QString text; ///< `6 / 8` bars, `−18 s` to go, or bars.beats recorded

    bool operator==(const StopCell &) const = default;
};

struct HeaderCell {
    QString name;
    int color = 0;
    TrackKind kind = TrackKind::Midi;
    int number = 0; ///< Counted from 1
    bool folded = false;
    bool foldWished = false; ///< Asked for, not confirmed yet
    int children = 0; ///< Groups: tracks inside
    bool armed = false;
    bool isStale = false; ///< Live is gone: nothing of it is lit
    bool playsArrangement = false; ///< As playsArrangement() tells

    bool operator==(const HeaderCell &) const = default;
};

struct SceneCell {
    int number = 0; ///< Counted from 1
    int count = 0; ///< Of all scenes: the widest number has the room it needs
    QString name;
    std::optional<int> color;
    std::optional<double> tempo; ///< Its own, BPM
    std::optional<Signature> signature; ///< Its own
    bool queued = false;
    bool isCurrent = false; ///< It is on (currentscene.h)
    SlotOverlay overlay = SlotOverlay::None; ///< Our wish to launch it, or doubt

    bool operator==(const SceneCell &) const = default;
};

/// What there is to read from; `now` is the engine's clock in ms.
struct GridContext {
    const LiveSet &set;
    const SongClock &clock;
    const PlayPositions &positions;
    qint64 now = 0;
    std::optional<SceneIndex> current = {}; ///< The scene that is on
};

/// `hovered`: a playing clip tells how much of it remains.
Cell readCell(const GridContext &context, SlotId id, bool hovered = false);
StopCell readStopCell(const GridContext &context, TrackIndex track);
/// As if all tracks were one; what they stop is told when all that sound do.
StopCell readStopAll(const LiveSet &set);
/// The song plays, and the Session has taken over neither the track nor, of a group, any track in it.
bool playsArrangement(const LiveSet &set, TrackIndex track);
HeaderCell readHeaderCell(const GridContext &context, TrackIndex track);
SceneCell readSceneCell(const GridContext &context, SceneIndex scene);
/// bars.beats until what is fired on the track begins; empty when nothing is, when Live stands still or does not wait.
QString countToLaunch(const GridContext &context, TrackIndex track);
/// True where the cell changes with time alone, so that the animation clock must look at it. While the song stands, only
/// what waits does.
bool isMoving(const SlotReading &reading, bool songPlays);

} // namespace clipdeck
