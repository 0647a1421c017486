// SPDX-License-Identifier: GPL-3.0-or-later
// From a job of the plan to the questions that read it, and from their answers to the mirror.
#pragma once

#include "core/abletonosc/query.h"
#include "core/live/liveset.h"
#include "core/sync/readplan.h"
#include "core/sync/structure.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// What the readers work with.
struct ReaderContext {
    LiveSet &set;
    std::function<qint64()> now; ///< The engine's clock, ms
    /// Live's identities of tracks as the mirror believes them; empty where it does not give them away.
    std::function<std::vector<Identity>(TrackIndex first, TrackIndex end)> identities;
    /// Live refused an attribute of a track, alone and by itself: it need not be asked again.
    std::function<void(TrackIndex, const QByteArray &attribute, const QString &why)> cannotRead;
    std::function<bool(TrackIndex, const QByteArray &attribute)> canRead;
    std::function<void(Beats)> heardSongTime; ///< Live said where the song is, changed or not
};

/// The questions of one job. Every question's `failed` is left for the caller to set.
std::vector<Query> readSong(const ReaderContext &context);
std::vector<Query> readSongTime(const ReaderContext &context);
std::vector<Query> readTracks(const ReaderContext &context, TrackIndex first, TrackIndex end);
std::vector<Query> readTrackStates(const ReaderContext &context, TrackIndex first, TrackIndex end);
std::vector<Query> readMixer(const ReaderContext &context, TrackIndex track);
std::vector<Query> readFold(const ReaderContext &context, TrackIndex track);
/// One property of a track; nothing where the track lacks it.
std::vector<Query> readTrackField(const ReaderContext &context, TrackIndex track, TrackField field);
std::vector<Query> readSend(const ReaderContext &context, TrackIndex track, SendIndex send);
std::vector<Query> readSends(const ReaderContext &context, TrackIndex track, int sends);
/// Part 0 holds the names and colours; slotParts() says how many there are.
std::vector<Query> readSlots(const ReaderContext &context, TrackIndex track, int part);
/// What only audio clips, or only group slots, have. For tracks of that kind alone: elsewhere Live raises.
std::vector<Query> readAudioClips(const ReaderContext &context, TrackIndex track, int part);
std::vector<Query> readGroupSlots(const ReaderContext &context, TrackIndex track, int part);
std::vector<Query> readRoutings(const ReaderContext &context, TrackIndex track);
std::vector<Query> readSceneNames(const ReaderContext &context);
std::vector<Query> readScene(const ReaderContext &context, SceneIndex scene);
std::vector<Query> readDevices(const ReaderContext &context, TrackIndex track);
std::vector<Query> readParameters(const ReaderContext &context, DeviceId device);
std::vector<Query> readParameterValues(const ReaderContext &context, DeviceId device);
/// Where the track's playing clip is; nothing where none plays.
std::vector<Query> readPosition(const ReaderContext &context, TrackIndex track);
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

/// The question behind one value that a wish waits for, or none where nothing of the kind can be asked.
std::vector<Query> readTarget(const ReaderContext &context, const Target &target);

/// A track's slots are read in parts, so that no single answer keeps Live busy for long: how many parts there are with so
/// many scenes, and how many properties one of them reads.
int slotParts(int scenes);
int readsOfSlotPart(int part, int scenes);
int mostReadsOfPart(int scenes);
int audioClipParts(int scenes);
int groupSlotParts(int scenes);
/// How many properties of every track are read.
int readsPerTrack();

} // namespace clipdeck
