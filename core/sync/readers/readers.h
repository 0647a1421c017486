// SPDX-License-Identifier: GPL-3.0-or-later
// From a job of the plan to the questions that read it, and from their answers to the mirror.
#pragma once

#include "core/abletonosc/query.h"
#include "core/live/liveset.h"
#include "core/sync/plan/readplan.h"
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

/// What the readers work with.
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

/// The questions of one job. Every question's `failed` is left for the caller to set.
std::vector<Query> readSong(const ReaderContext &context);
std::vector<Query> readSongTime(const ReaderContext &context);
/// One value of the song; the position comes with the rest of readSongTime().
std::vector<Query> readSongField(const ReaderContext &context, SongField field);
std::vector<Query> readTracks(const ReaderContext &context, TrackIndex first, TrackIndex end);
std::vector<Query> readTrackStates(const ReaderContext &context, TrackIndex first, TrackIndex end);
std::vector<Query> readMixer(const ReaderContext &context, TrackIndex track);
std::vector<Query> readFold(const ReaderContext &context, TrackIndex track);
/// One property of a track; nothing where the track lacks it.
std::vector<Query> readTrackField(const ReaderContext &context, TrackIndex track, TrackField field);
std::vector<Query> readSend(const ReaderContext &context, TrackIndex track, SendIndex send);
std::vector<Query> readSends(const ReaderContext &context, TrackIndex track, int sends);
/// One of slotParts(): part 0 begins with the names.
std::vector<Query> readSlots(const ReaderContext &context, TrackIndex track, int part);
/// What only audio clips, or only group slots, have. For tracks of that kind alone: elsewhere Live raises.
std::vector<Query> readAudioClips(const ReaderContext &context, TrackIndex track, int part);
std::vector<Query> readGroupSlots(const ReaderContext &context, TrackIndex track, int part);
/// One of a track's routing choosers, 0 to routingChooserCount: what is chosen, and what could be.
std::vector<Query> readRouting(const ReaderContext &context, TrackIndex track, int chooser);
std::vector<Query> readLocators(const ReaderContext &context);
std::vector<Query> readSceneNames(const ReaderContext &context);
/// What every scene has, but its name; and the tempo and signature of one that has its own.
std::vector<Query> readScene(const ReaderContext &context, SceneIndex scene);
std::vector<Query> readSceneTimes(const ReaderContext &context, SceneIndex scene);
std::vector<Query> readSceneField(const ReaderContext &context, SceneIndex scene, SceneField field);
std::vector<Query> readDevices(const ReaderContext &context, TrackIndex track);
std::vector<Query> readParameters(const ReaderContext &context, DeviceId device);
std::vector<Query> readParameterValues(const ReaderContext &context, DeviceId device);
/// Where the track's playing clip is; nothing where none plays.
std::vector<Query> readPosition(const ReaderContext &context, TrackIndex track);
/// Whether the track's playing clip records, and while it does, how long it has become; nothing where none plays.
std::vector<Query> readTake(const ReaderContext &context, TrackIndex track);
/// A field of the clips in these scenes, by their own addresses.
std::vector<Query> readClips(const ReaderContext &context, TrackIndex track, ClipField field,
    SceneIndex first, SceneIndex end);
/// One clip by its own addresses. They raise where the clip is gone by then, and each that raises costs a tick: so first
/// its name alone, and when that is answered the rest.
std::vector<Query> readCell(
    const ReaderContext &context, SlotId slot, std::function<void()> isThere);
std::vector<Query> readCellRest(const ReaderContext &context, SlotId slot);
/// One property of a clip; for one of its edges, all of them, as they move together.
std::vector<Query> readClip(const ReaderContext &context, SlotId slot, ClipField wanted);
/// Whether a slot has a clip (then all that its track's clips are), or its stop button.
std::vector<Query> readSlot(const ReaderContext &context, SlotId slot, SlotField wanted);
std::vector<Query> readParameter(const ReaderContext &context, ParameterId parameter);

/// How many properties of every track are read.
int readsPerTrack();
/// Input type, input channel, output type, output channel.
constexpr int routingChooserCount = 4;
/// What one of them costs Live (ReadCost::reads).
int readsOfRouting(int chooser, int tracks);

} // namespace clipdeck
