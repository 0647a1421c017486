// SPDX-License-Identifier: GPL-3.0-or-later
// What the next launch lines will change, as a list. Pure.
#pragma once

#include "core/live/liveset.h"
#include "core/live/songclock.h"

#include <optional>
#include <vector>

namespace clipdeck {

/// Something that waits on a track for its launch line.
struct QueuedChange {
    enum class Kind { Play, Record, Stop };
    Kind kind = Kind::Play;
    TrackIndex track;
    QString who; ///< The track
    QString what; ///< The clip, "new" or "stop"
    std::optional<Beats> due; ///< From now on; nothing where Live stands still

    bool operator==(const QueuedChange &) const = default;
};

/// The soonest first, then in the tracks' order. Groups are not named: their tracks are. Empty while Live is gone. `now` is
/// the engine's clock in ms.
std::vector<QueuedChange> readQueue(const LiveSet &set, const SongClock &clock, qint64 now);
/// bars.beats to the soonest; empty where nothing waits, or not for a line.
QString nextChangeText(const std::vector<QueuedChange> &queue, Signature signature);
/// When what is fired on the track takes effect, from now on.
std::optional<Beats> dueIn(
    const LiveSet &set, const SongClock &clock, qint64 now, TrackIndex track);

} // namespace clipdeck
