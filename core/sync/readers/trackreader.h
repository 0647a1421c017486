// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks and their mixers: queries out, answers into the mirror.
#pragma once

#include "core/sync/readers/readercontext.h"

namespace clipdeck {

std::vector<Query> readTracks(const ReaderContext &context, TrackIndex first, TrackIndex end);
std::vector<Query> readTrackStates(const ReaderContext &context, TrackIndex first, TrackIndex end);
std::vector<Query> readMixer(const ReaderContext &context, TrackIndex track);
std::vector<Query> readFold(const ReaderContext &context, TrackIndex track);
/// One property of a track; nothing where the track lacks it.
std::vector<Query> readTrackField(const ReaderContext &context, TrackIndex track, TrackField field);
std::vector<Query> readSend(const ReaderContext &context, TrackIndex track, SendIndex send);
std::vector<Query> readSends(const ReaderContext &context, TrackIndex track, int sends);
/// One of a track's routing choosers, 0 to routingChooserCount: what is chosen, and what could be.
std::vector<Query> readRouting(const ReaderContext &context, TrackIndex track, int chooser);
/// How many properties of every track are read.
int readsPerTrack();
/// Input type, input channel, output type, output channel.
constexpr int routingChooserCount = 4;
/// What one of them costs Live (ReadCost::reads).
int readsOfRouting(int chooser, int tracks);

} // namespace clipdeck
