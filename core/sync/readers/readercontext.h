// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers work with.
#pragma once

#include "core/abletonosc/query.h"
#include "core/live/liveset.h"
#include "core/sync/plan/slotparts.h"
#include "core/sync/structure/structure.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// Where a track's names, which are too long for one answer, are read from next, one by one.
struct NamesTurn {
    int nextScene = 0;
    bool isWhole = false; ///< All that are known to be there have been asked for
};

/// The mirror, and what the readers ask of the sync engine. A reader makes the queries of one job, and writes their answers
/// into the mirror; each query's `failed` is left for the caller to set.
struct ReaderContext {
    LiveSet &set;
    std::function<qint64()> now; ///< The engine's clock, ms
    /// Live's identities of tracks as the mirror believes them; empty where it does not give them away.
    std::function<std::vector<Identity>(TrackIndex first, TrackIndex end)> identities;
    /// Live refused an attribute of a track, alone and by itself: it need not be asked again.
    std::function<void(TrackIndex, const QByteArray &attribute, const QString &why)> cannotRead;
    std::function<bool(TrackIndex, const QByteArray &attribute)> canRead;
    std::function<NamesTurn &(TrackIndex)> namesTurn;
    std::function<void(Beats)> heardSongTime; ///< Live said where the song is, changed or not
    /// How many of a track's slots have a clip, as far as is known.
    std::function<int(TrackIndex)> expectedClips;
    /// What bounds the parts in which slots are read (core/sync/plan/slotparts.h).
    std::function<PartSize()> partSize;
};

} // namespace clipdeck
