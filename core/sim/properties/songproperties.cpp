// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/playstate.h"
#include "core/sim/properties/property.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr double anyTime = std::numeric_limits<double>::max();

bool anyOverridesArranger(const Set &set)
{
    return std::any_of(set.tracks.begin(), set.tracks.end(),
        [](const auto &track) { return overridesArranger(*track); });
}

/// Some switches change only after the script's call, in the engine's next step.
Property<Song> deferred(const char *name, bool Song::*member)
{
    return {QLatin1String(name), Listen,
        [member](const Live &, const Song &song) { return song.*member; },
        [=](Live &live, Song &, const Incoming &value) {
            live.post([&live, member, name, wanted = value.boolean()] {
                if (live.song().*member == wanted)
                    return;
                live.song().*member = wanted;
                live.notify(live.song().id, QLatin1String(name));
            });
        },
        'b'};
}

void startIfStanding(Live &live)
{
    if (!live.clock().isPlaying())
        live.post([&live] { live.launcher().startPlaying(true); });
}

int validDenominator(int value)
{
    if (value != 1 && value != 2 && value != 4 && value != 8 && value != 16)
        refuse(u"Invalid time signature"_s);
    return value;
}

PropertyTable<Song> transport()
{
    return {
        {"tempo"_L1, Undoable, [](const Live &, const Song &song) { return song.tempo; },
            [](Live &live, Song &, const Incoming &value) { live.setTempo(value.single()); }, 'f'},
        field("signature_numerator", Undoable, &Song::signatureNumerator, 1, 99,
            "Invalid time signature"),
        {"signature_denominator"_L1, Undoable,
            [](const Live &, const Song &song) { return song.signatureDenominator; },
            [](Live &, Song &song, const Incoming &value) {
                song.signatureDenominator = validDenominator(value.integer());
            },
            'i'},
        {"current_song_time"_L1, Listen,
            [](const Live &live, const Song &) { return live.clock().songTime(); },
            [](Live &live, Song &, const Incoming &value) {
                const double time = finite(value.real());
                if (time < 0.0)
                    refuse(u"Song time must not be negative"_s);
                live.post([&live, time] { live.locate(time); });
            },
            'd'},
        {"is_playing"_L1, Listen,
            [](const Live &live, const Song &) { return live.clock().isPlaying(); }, {}},
        field("clip_trigger_quantization", Undoable, &Song::clipTriggerQuantization, 0, 13,
            "Invalid quantization"),
        field("midi_recording_quantization", Listen, &Song::midiRecordingQuantization, 0, 8),
        field("metronome", Listen, &Song::metronome),
        field("nudge_down", Listen, &Song::nudgeDown),
        field("nudge_up", Listen, &Song::nudgeUp),
        field("is_ableton_link_enabled", Listen, &Song::abletonLink),
        singleField("groove_amount", Undoable, &Song::grooveAmount, 0.0, 1.31),
        field("root_note", Listen, &Song::rootNote, 0, 11),
        field("start_time", Listen, &Song::startTime),
    };
}

PropertyTable<Song> arrangement()
{
    return {
        deferred("loop", &Song::loop),
        field("loop_start", Listen, &Song::loopStart, 0.0, anyTime, "Invalid loop range"),
        field("loop_length", Listen, &Song::loopLength, 1e-6, anyTime, "Invalid loop range"),
        deferred("punch_in", &Song::punchIn),
        deferred("punch_out", &Song::punchOut),
        field("arrangement_overdub", Listen, &Song::arrangementOverdub),
        {"back_to_arranger"_L1, Listen,
            [](const Live &live, const Song &) { return anyOverridesArranger(live.set()); },
            [](Live &live, Song &, const Incoming &value) {
                if (value.boolean())
                    return;
                live.post([&live] {
                    std::vector<Track *> all;
                    for (auto &track : live.set().tracks)
                        all.push_back(track.get());
                    live.launcher().backToArranger(all);
                });
            },
            'b'},
        {"song_length"_L1, Listen,
            [](const Live &live, const Song &) {
                const auto &cues = live.set().cuePoints;
                constexpr double behindTheEnd = 240.0;
                return (cues.empty() ? 0.0 : cues.back().time) + behindTheEnd;
            },
            {}},
    };
}

PropertyTable<Song> recording()
{
    return {
        {"record_mode"_L1, Listen, [](const Live &, const Song &song) { return song.recordMode; },
            [](Live &live, Song &song, const Incoming &value) {
                song.recordMode = value.boolean();
                if (song.recordMode)
                    startIfStanding(live);
            },
            'b'},
        {"session_record"_L1, Listen,
            [](const Live &, const Song &song) { return song.sessionRecord; },
            [](Live &live, Song &song, const Incoming &value) {
                song.sessionRecord = value.boolean();
                if (song.sessionRecord)
                    startIfStanding(live);
                live.launcher().recordStatusChanged();
            },
            'b'},
        {"session_record_status"_L1, Listen,
            [](const Live &live, const Song &) { return sessionRecordStatus(live.set()); }, {}},
        {"can_undo"_L1, Plain,
            [](const Live &live, const Song &) { return live.history().canUndo(); }, {}},
        {"can_redo"_L1, Plain,
            [](const Live &live, const Song &) { return live.history().canRedo(); }, {}},
        {"scale_name"_L1, Listen, [](const Live &, const Song &song) { return song.scaleName; },
            [](Live &, Song &song, const Incoming &value) {
                static const QStringList known{u"Major"_s, u"Minor"_s, u"Dorian"_s, u"Mixolydian"_s,
                    u"Lydian"_s, u"Phrygian"_s, u"Locrian"_s, u"Whole Tone"_s,
                    u"Major Pentatonic"_s, u"Minor Pentatonic"_s, u"Chromatic"_s};
                const QString name = value.text();
                if (!known.contains(name))
                    refuse(u"Invalid scale name"_s);
                song.scaleName = name;
            },
            's'},
    };
}

} // namespace

const PropertyTable<Song> &songProperties()
{
    static const PropertyTable<Song> table
        = joined<Song>({transport(), arrangement(), recording()});
    return table;
}

} // namespace clipdeck::sim
