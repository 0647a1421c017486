// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/cliprules.h"

#include "core/sim/live/error.h"

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr double sameBeat = 1e-9;

bool isEmpty(const Span &span)
{
    return span.start >= span.end - sameBeat;
}

bool startsWithin(const Note &note, int pitch, int pitchSpan, double start, double span)
{
    return note.pitch >= pitch && note.pitch < pitch + pitchSpan && note.start >= start
        && note.start < start + span;
}

} // namespace

AlsoChanged setLoopStart(Clip &clip, double value)
{
    Span wanted = clip.bounds();
    if (wanted.start == value)
        return {};
    wanted.start = value;
    if (isEmpty(wanted))
        refuse(u"Cannot set LoopStart behind LoopEnd"_s);
    clip.bounds() = wanted;
    if (clip.looping)
        return {"position"_L1, "end_time"_L1};
    return {"position"_L1, "start_marker"_L1, "end_time"_L1};
}

AlsoChanged setLoopEnd(Clip &clip, double value)
{
    Span wanted = clip.bounds();
    if (wanted.end == value)
        return {};
    wanted.end = value;
    if (isEmpty(wanted))
        refuse(u"Cannot set LoopEnd before LoopStart"_s);
    clip.bounds() = wanted;
    if (clip.looping)
        return {"end_time"_L1};
    return {"end_marker"_L1, "end_time"_L1};
}

AlsoChanged setPosition(Clip &clip, double value)
{
    const Span old = clip.bounds();
    if (old.start == value)
        return {};
    clip.bounds() = {value, value + old.length()};
    AlsoChanged changed{"loop_start"_L1, "loop_end"_L1};
    if (!clip.looping) {
        changed.insert(changed.end(), {"start_marker"_L1, "end_marker"_L1});
        return changed;
    }
    // The markers give way where the loop would leave them behind.
    if (value + sameBeat >= clip.markers.end) {
        clip.markers.end = clip.loop.end;
        changed.push_back("end_marker"_L1);
    }
    if (clip.markers.start > clip.loop.end - sameBeat) {
        clip.markers.start = value;
        changed.push_back("start_marker"_L1);
    }
    return changed;
}

AlsoChanged setStartMarker(Clip &clip, double value)
{
    if (!clip.looping || clip.markers.start == value)
        return {};
    if (isEmpty({value, clip.markers.end}))
        refuse(u"Cannot set StartMarker behind EndMarker"_s);
    clip.markers.start = value;
    return {"end_time"_L1};
}

AlsoChanged setEndMarker(Clip &clip, double value)
{
    if (!clip.looping) {
        clip.writtenEndMarker = value;
        return {};
    }
    if (clip.markers.end == value)
        return {};
    if (isEmpty({clip.markers.start, value}))
        refuse(u"Cannot set EndMarker before StartMarker"_s);
    clip.markers.end = value;
    return {"end_time"_L1};
}

AlsoChanged setLooping(Clip &clip, bool on)
{
    if (on == clip.looping)
        return {};
    if (on && !clip.warped())
        refuse(u"Unwarped clips cannot be looped"_s);
    clip.looping = on;
    clip.writtenEndMarker.reset();
    return {"loop_start"_L1, "loop_end"_L1, "position"_L1};
}

double endTime(const Clip &clip)
{
    if (!clip.looping)
        return clip.markers.length();
    return std::max(clip.loop.end - clip.markers.start, clip.loop.length());
}

// -- notes --------------------------------------------------------------------------------------------------------

void addNote(std::vector<Note> &notes, Note note)
{
    std::erase_if(notes, [&](const Note &each) {
        return each.pitch == note.pitch && std::abs(each.start - note.start) < sameBeat;
    });
    for (Note &each : notes) {
        if (each.pitch != note.pitch)
            continue;
        if (each.start < note.start && each.start + each.duration > note.start)
            each.duration = note.start - each.start;
        if (each.start > note.start && note.start + note.duration > each.start)
            note.duration = each.start - note.start;
    }
    const auto before = [](const Note &a, const Note &b) {
        return std::tie(a.pitch, a.start) < std::tie(b.pitch, b.start);
    };
    notes.insert(std::upper_bound(notes.begin(), notes.end(), note, before), note);
}

void addNote(Clip &clip, const Note &note)
{
    addNote(clip.notes, note);
    numberNotes(clip);
}

void numberNotes(Clip &clip)
{
    for (Note &note : clip.notes) {
        if (note.id == 0)
            note.id = ++clip.lastNoteId;
    }
}

std::vector<Note> notesWithin(
    const std::vector<Note> &notes, int pitch, int pitchSpan, double start, double span)
{
    std::vector<Note> found;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(found),
        [&](const Note &note) { return startsWithin(note, pitch, pitchSpan, start, span); });
    return found;
}

void removeNotesWithin(
    std::vector<Note> &notes, int pitch, int pitchSpan, double start, double span)
{
    std::erase_if(
        notes, [&](const Note &note) { return startsWithin(note, pitch, pitchSpan, start, span); });
}

std::vector<Note> loopedTwice(const Clip &clip)
{
    const Span loop = clip.bounds();
    std::vector<Note> notes = clip.notes;
    for (Note note : notesWithin(clip.notes, 0, 128, loop.start, loop.length())) {
        note.start += loop.length();
        note.id = 0;
        addNote(notes, note);
    }
    return notes;
}

AlsoChanged doubleLoop(Clip &clip)
{
    const Span old = clip.bounds();
    AlsoChanged changed = setLoopEnd(clip, old.end + old.length());
    changed.push_back("loop_end"_L1);
    if (clip.looping && clip.markers.end < clip.loop.end) {
        clip.markers.end = clip.loop.end;
        changed.push_back("end_marker"_L1);
    }
    return changed;
}

} // namespace clipdeck::sim
