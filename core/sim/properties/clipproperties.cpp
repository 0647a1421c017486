// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/cliprules.h"
#include "core/sim/live/palette.h"
#include "core/sim/live/playstate.h"
#include "core/sim/properties/property.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

void needsAudio(const Clip &clip, QLatin1String property)
{
    if (clip.midi)
        refuse(QString(u"%1 is only available for audio clips"_s).arg(property));
}

/// A row for a field that only audio clips have.
template <class V>
Property<Clip> audioField(const char *name, V Clip::*member, V lowest = {}, V highest = {})
{
    const QLatin1String property(name);
    return {property, Undoable,
        [=](const Live &, const Clip &clip) {
            needsAudio(clip, property);
            return clip.*member;
        },
        [=](Live &, Clip &clip, const Incoming &value) {
            const V wanted = incomingAs<V>(value);
            if constexpr (!std::is_same_v<V, bool>)
                within(wanted, lowest, highest, qPrintable("Invalid "_L1 + property));
            clip.*member = wanted;
        },
        std::is_same_v<V, double> ? 'f' : codeOf<V>()};
}

/// All that a write to one of a clip's times may change; undo brings all of it back.
struct ClipTimes {
    bool looping;
    Span loop;
    Span markers;
    std::optional<double> writtenEndMarker;
};

void restoreTimes(Live &live, ObjectId id, const ClipTimes &times)
{
    Clip *clip = live.set().findClip(id);
    if (!clip)
        return;
    clip->looping = times.looping;
    clip->loop = times.loop;
    clip->markers = times.markers;
    clip->writtenEndMarker = times.writtenEndMarker;
    for (QLatin1String changed : {"looping"_L1, "loop_start"_L1, "loop_end"_L1, "position"_L1,
             "start_marker"_L1, "end_marker"_L1, "end_time"_L1})
        live.notify(id, changed);
}

/// Applies a rule, which tells which other properties changed with the written one.
template <class Value>
void changeTimes(Live &live, Clip &clip, AlsoChanged (*rule)(Clip &, Value), Value value)
{
    const ClipTimes before{clip.looping, clip.loop, clip.markers, clip.writtenEndMarker};
    for (QLatin1String changed : rule(clip, value))
        live.notify(clip.id, changed);
    const ClipTimes after{clip.looping, clip.loop, clip.markers, clip.writtenEndMarker};
    live.history().push([&live, id = clip.id, before] { restoreTimes(live, id, before); },
        [&live, id = clip.id, after] { restoreTimes(live, id, after); });
}

/// loop_start, loop_end, position, start_marker, end_marker.
Property<Clip> timeField(
    const char *name, double (*reader)(const Clip &), AlsoChanged (*rule)(Clip &, double))
{
    return {QLatin1String(name), Listen,
        [=](const Live &, const Clip &clip) { return reader(clip); },
        [=](Live &live, Clip &clip, const Incoming &value) {
            changeTimes(live, clip, rule, finite(value.real()));
        },
        'd'};
}

PropertyTable<Clip> common()
{
    return {
        field("name", Undoable, &Clip::name),
        {"color"_L1, Undoable, [](const Live &, const Clip &clip) { return clip.color; },
            [](Live &live, Clip &clip, const Incoming &value) {
                const int color = snapToPalette(value.integer());
                if (std::exchange(clip.color, color) != color)
                    live.notify(clip.id, "color_index"_L1);
            },
            'i'},
        {"color_index"_L1, Undoable,
            [](const Live &, const Clip &clip) { return nearestPaletteIndex(clip.color); },
            [](Live &live, Clip &clip, const Incoming &value) {
                const int color = paletteColor(
                    within(value.integer(), 0, paletteSize - 1, "Invalid color index"));
                if (std::exchange(clip.color, color) != color)
                    live.notify(clip.id, "color"_L1);
            },
            'i'},
        {"muted"_L1, Undoable, [](const Live &, const Clip &clip) { return clip.muted; },
            [](Live &live, Clip &clip, const Incoming &value) {
                clip.muted = value.boolean();
                for (Track *group = clip.slot->track->group; group; group = group->group)
                    live.notify(group->slots[static_cast<std::size_t>(clip.slot->index)]->id,
                        "controls_other_clips"_L1);
            },
            'b'},
        field("launch_mode", Undoable, &Clip::launchMode, 0, 3, "Invalid launch mode"),
        field("launch_quantization", Undoable, &Clip::launchQuantization, 0, 14,
            "Invalid launch quantization"),
        field("legato", Undoable, &Clip::legato),
        singleField("velocity_amount", Undoable, &Clip::velocityAmount, 0.0, 1.0),
        field("signature_numerator", Listen, &Clip::signatureNumerator, 1, 99),
        field("signature_denominator", Listen, &Clip::signatureDenominator, 1, 16),
        {"is_midi_clip"_L1, Plain, [](const Live &, const Clip &clip) { return clip.midi; }, {}},
        {"is_audio_clip"_L1, Plain, [](const Live &, const Clip &clip) { return !clip.midi; }, {}},
        {"is_arrangement_clip"_L1, Plain, [](const Live &, const Clip &) { return false; }, {}},
        {"is_session_clip"_L1, Plain, [](const Live &, const Clip &) { return true; }, {}},
        {"has_groove"_L1, Plain, [](const Live &, const Clip &) { return false; }, {}},
        {"has_envelopes"_L1, Listen, [](const Live &, const Clip &) { return false; }, {}},
    };
}

PropertyTable<Clip> times()
{
    return {
        {"looping"_L1, Listen, [](const Live &, const Clip &clip) { return clip.looping; },
            [](Live &live, Clip &clip, const Incoming &value) {
                changeTimes(live, clip, setLooping, value.boolean());
            },
            'b'},
        timeField(
            "loop_start", [](const Clip &clip) { return clip.bounds().start; }, setLoopStart),
        timeField(
            "loop_end", [](const Clip &clip) { return clip.bounds().end; }, setLoopEnd),
        timeField(
            "position", [](const Clip &clip) { return clip.bounds().start; }, setPosition),
        timeField(
            "start_marker", [](const Clip &clip) { return clip.markers.start; }, setStartMarker),
        timeField(
            "end_marker",
            [](const Clip &clip) { return clip.writtenEndMarker.value_or(clip.markers.end); },
            setEndMarker),
        {"length"_L1, Plain, [](const Live &, const Clip &clip) { return clip.bounds().length(); },
            {}},
        {"start_time"_L1, Listen, [](const Live &, const Clip &clip) { return clip.startTime; },
            {}},
        {"end_time"_L1, Listen, [](const Live &, const Clip &clip) { return endTime(clip); }, {}},
        {"playing_position"_L1, Listen,
            [](const Live &live, const Clip &clip) { return playingPosition(clip, live.clock()); },
            {}},
    };
}

PropertyTable<Clip> clipState()
{
    return {
        {"is_playing"_L1, Plain,
            [](const Live &live, const Clip &clip) { return isPlaying(live.set(), *clip.slot); },
            {}},
        {"is_triggered"_L1, Plain,
            [](const Live &live, const Clip &clip) { return isTriggered(live.set(), *clip.slot); },
            {}},
        {"is_recording"_L1, Listen, [](const Live &, const Clip &clip) { return clip.recording; },
            {}},
        {"is_overdubbing"_L1, Listen,
            [](const Live &live, const Clip &clip) {
                return clip.midi && !clip.recording && isPlaying(live.set(), *clip.slot)
                    && live.song().sessionRecord && clip.slot->track->arm;
            },
            {}},
        {"will_record_on_start"_L1, Plain, [](const Live &, const Clip &) { return false; }, {}},
    };
}

PropertyTable<Clip> audio()
{
    return {
        audioField("gain", &Clip::gain, 0.0, 1.0),
        audioField("pitch_coarse", &Clip::pitchCoarse, -48, 48),
        audioField("pitch_fine", &Clip::pitchFine, -50.0, 50.0),
        audioField("ram_mode", &Clip::ramMode),
        audioField("warp_mode", &Clip::warpMode, 0, 6),
        {"warping"_L1, Listen,
            [](const Live &, const Clip &clip) {
                needsAudio(clip, "warping"_L1);
                return clip.warping;
            },
            [](Live &live, Clip &clip, const Incoming &value) {
                live.post([&live, id = clip.id, wanted = value.boolean()] {
                    Clip *alive = live.set().findClip(id);
                    if (alive && std::exchange(alive->warping, wanted) != wanted)
                        live.notify(id, "warping"_L1);
                });
            },
            'b'},
        {"gain_display_string"_L1, Plain,
            [](const Live &, const Clip &clip) {
                needsAudio(clip, "gain_display_string"_L1);
                return clip.gain <= 0.0
                    ? u"-inf dB"_s
                    : QString(QString::number((clip.gain - 0.4) * 40.0, 'f', 1) + u" dB"_s);
            },
            {}},
        {"file_path"_L1, Listen,
            [](const Live &, const Clip &clip) {
                needsAudio(clip, "file_path"_L1);
                return clip.filePath;
            },
            {}},
        {"sample_length"_L1, Plain,
            [](const Live &, const Clip &clip) {
                needsAudio(clip, "sample_length"_L1);
                return clip.sampleLength;
            },
            {}},
    };
}

} // namespace

const PropertyTable<Clip> &clipProperties()
{
    static const PropertyTable<Clip> table
        = joined<Clip>({common(), times(), clipState(), audio(), clipAttributes()});
    return table;
}

} // namespace clipdeck::sim
