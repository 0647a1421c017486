// SPDX-License-Identifier: GPL-3.0-or-later
// `/live/song/get/track_data`: any attributes of a block of tracks, their slots, clips and devices in one answer.
#pragma once

#include "core/abletonosc/query.h"
#include "core/live/ids.h"
#include "core/live/value.h"
#include "core/sync/structure/structure.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace clipdeck {

/// What is asked of a block of tracks. Attributes are Live's, with their object before the dot ("track.name",
/// "clip.color", "clip_slot.has_stop_button", "device.name"): also those without an address of their own. One that a
/// single track, slot or clip of the block lacks loses the whole answer, so only attributes that all have belong here.
///
/// An answer repeats neither its range nor its attributes, so it is made to carry a proof: the identity of each track is
/// asked for in front of its values and again behind them, as often as `code` says. An answer that was meant for another
/// question, because its own got lost or because tracks moved, then does not fit.
struct TrackDataAsk {
    TrackIndex first;
    TrackIndex end; ///< Behind the last
    std::vector<QByteArray> attributes;
    /// Of the tracks as the mirror believes them; empty where Live does not give them away: then order has to do.
    std::vector<Identity> identities = {};
    int code = 0; ///< 0..15: tells apart questions of one shape about one track
    bool isRepeated = false; ///< It is one attribute of one track, and was refused once already
};

/// How many values a track answers per attribute.
struct TrackDataShape {
    int scenes = 0;
    std::function<int(TrackIndex)> devices; ///< May be null if no "device." attribute is asked
    std::function<int(TrackIndex)> clips; ///< How many slots have one; null: half of them, or so
};

/// One value of the answer: which attribute, which track, and which scene or device (0 for "track.").
using TrackDataSink
    = std::function<void(std::size_t attribute, TrackIndex track, int row, const LiveValue &value)>;

/// Live refused nothing but this attribute of this track, twice, and not because the track has gone: it can't be read, now
/// and later. `why`: Live's words.
using TrackDataRefused
    = std::function<void(TrackIndex track, const QByteArray &attribute, const QString &why)>;

/// The question. The answer does not repeat its range, so it is known by its number of values; `sink` gets each value in
/// order, then `done`, which may be null, is called. `refused` may be null. If Live refuses it, it comes in halves: half of
/// the attributes, then half of the tracks; and one attribute of one track comes once more, as an error may have been
/// another question's.
Query trackDataQuery(const TrackDataAsk &ask, const TrackDataShape &shape, TrackDataSink sink,
    std::function<void()> done, TrackDataRefused refused);

/// What the script touches in Live's API to read one attribute of so many rows of a track (ReadCost), of which so many
/// have a clip: an empty slot costs one touch, a clip three.
int trackDataReads(const QByteArray &attribute, int rows, int clips);

/// Splits attributes so that the answer about one track stays below the smallest system's datagram (macOS: 9,216 bytes).
std::vector<std::vector<QByteArray>> splitBySize(
    const std::vector<QByteArray> &attributes, int rowsPerAttribute);

} // namespace clipdeck
