// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of a MIDI clip.
#include "core/sim/live/cliprules.h"
#include "core/sim/live/words.h"
#include "core/sim/sets/als/document.h"

#include <algorithm>
#include <tuple>

namespace clipdeck::sim {

namespace {

void readRow(AlsXml &xml, int &total, std::vector<Note> &row)
{
    xml.children([&](QStringView name) {
        if (name != u"MidiNoteEvent")
            return;
        if (++total > AlsLimits::notes) {
            xml.fail(SimWords::tr("it has more notes than any Live Set."));
            return;
        }
        Note note;
        note.start = xml.realAttribute(QLatin1String("Time"));
        note.duration = xml.realAttribute(QLatin1String("Duration"), {1e-4, alsTimes.highest});
        note.velocity = xml.realAttribute(QLatin1String("Velocity"), {1.0, 127.0});
        note.mute = xml.attribute(QLatin1String("IsEnabled")) == u"false";
        row.push_back(note);
    });
}

/// Notes are kept in rows, a row a key; the key stands behind its notes.
void readKeyTrack(AlsXml &xml, int &total, Clip &clip)
{
    std::vector<Note> row;
    int pitch = 60;
    xml.children([&](QStringView name) {
        if (name == u"Notes")
            readRow(xml, total, row);
        else if (name == u"MidiKey")
            pitch = xml.whole(0, 127);
    });
    for (Note &note : row) {
        note.pitch = pitch;
        clip.notes.push_back(note);
    }
}

} // namespace

void readNotes(AlsXml &xml, AlsDocument &document, Clip &clip)
{
    xml.children([&](QStringView name) {
        if (name != u"KeyTracks")
            return;
        xml.children([&](QStringView) { readKeyTrack(xml, document.notes, clip); });
    });
    std::stable_sort(clip.notes.begin(), clip.notes.end(), [](const Note &a, const Note &b) {
        return std::tie(a.pitch, a.start) < std::tie(b.pitch, b.start);
    });
    numberNotes(clip);
}

} // namespace clipdeck::sim
