// SPDX-License-Identifier: GPL-3.0-or-later
// What the next launch lines will change, as a list. Pure.
#pragma once

#include "core/live/liveset.h"
#include "core/live/songclock.h"

#include <optional>
#include <vector>

namespace clipdeck {

/// Something that waits for its launch line: on a track, or a whole scene.
struct QueuedChange {
    enum class Kind { Play, Record, Stop, Scene };
    Kind kind = Kind::Play;
    std::vector<TrackIndex> tracks; ///< On which it waits: one, or those of the scene
    SceneIndex scene; ///< Kind::Scene: which
    QString who; ///< The track, or "Scene 7"
    QString what; ///< The clip, "new", "stop", or the scene's name
    std::optional<Beats> due; ///< From now on; nothing where Live stands still

    bool operator==(const QueuedChange &) const = default;
};

/// The soonest first, then scenes, then in the tracks' order. What a launched scene starts and stops is one entry. Groups are not named: their tracks are. Empty while Live is gone. `now` is
/// the engine's clock in ms.
std::vector<QueuedChange> readQueue(const LiveSet &set, const SongClock &clock, qint64 now);
/// In words, for speech and hints: `Kick plays Slam`.
QString queuedText(const QueuedChange &change);
/// bars.beats to the soonest; empty where nothing waits, or not for a line.
QString nextChangeText(const std::vector<QueuedChange> &queue, Signature signature);
/// When what is fired on the track takes effect, from now on.
std::optional<Beats> dueIn(
    const LiveSet &set, const SongClock &clock, qint64 now, TrackIndex track);

} // namespace clipdeck
