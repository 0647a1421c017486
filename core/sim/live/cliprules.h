// SPDX-License-Identifier: GPL-3.0-or-later
// Which loops and markers Live accepts, and what else moves with them. The loop brace and the markers are kept apart;
// with looping off, loop_start and loop_end are the markers.
#pragma once

#include "core/sim/live/set.h"

#include <QLatin1String>

#include <vector>

namespace clipdeck::sim {

/// The other properties that changed with a write; the written one is not among them.
using AlsoChanged = std::vector<QLatin1String>;

// Each throws Error where Live refuses, and leaves the clip as it was.
AlsoChanged setLoopStart(Clip &clip, double value);
AlsoChanged setLoopEnd(Clip &clip, double value);
/// Moves the loop without changing its length.
AlsoChanged setPosition(Clip &clip, double value);
/// Ignored with looping off.
AlsoChanged setStartMarker(Clip &clip, double value);
/// With looping off the value is kept apart until looping changes.
AlsoChanged setEndMarker(Clip &clip, double value);
AlsoChanged setLooping(Clip &clip, bool on);
/// Clip.end_time of a Session clip.
double endTime(const Clip &clip);

/// Notes are kept by pitch, then start; one that begins in another of its pitch cuts that one short.
void addNote(std::vector<Note> &notes, Note note);
void addNote(Clip &clip, const Note &note);
/// Gives an id to the notes that have none.
void numberNotes(Clip &clip);
/// The notes that *start* within the spans (upper ends not included).
std::vector<Note> notesWithin(
    const std::vector<Note> &notes, int pitch, int pitchSpan, double start, double span);
void removeNotesWithin(
    std::vector<Note> &notes, int pitch, int pitchSpan, double start, double span);
/// The clip's notes, with those in the loop once more behind it.
std::vector<Note> loopedTwice(const Clip &clip);
/// Doubles the length of the loop.
AlsoChanged doubleLoop(Clip &clip);

} // namespace clipdeck::sim
