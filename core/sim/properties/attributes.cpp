// SPDX-License-Identifier: GPL-3.0-or-later
// What only /live/song/get/track_data reaches: attributes without an address, and those that no message can carry.
#include "core/sim/properties/property.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// Live answers with an object or a list, for which OSC has no form.
template <class T> Property<T> object(const char *name)
{
    return {QLatin1String(name), Plain,
        [](const Live &, const T &) -> OscArgument {
            throw Error(ErrorKind::Value, u"Infered arg_value type is not supported"_s);
        },
        {}};
}

template <class T> Property<T> constant(const char *name, const OscArgument &value)
{
    return {QLatin1String(name), Plain, [value](const Live &, const T &) { return value; }, {}};
}

/// A level of the input; MIDI tracks have one for both sides only.
Property<Track> inputMeter(const char *name, bool side)
{
    return {QLatin1String(name), Listen,
        [=](const Live &, const Track &track) {
            if (side && track.kind == TrackKind::Midi)
                refuse(QString(u"MIDI tracks have no '%1' property!"_s).arg(QLatin1String(name)));
            return 0.0;
        },
        {}};
}

/// Only audio clips have it.
template <class Read> Property<Clip> ofAudio(const char *name, Read read)
{
    return {QLatin1String(name), Plain,
        [=](const Live &, const Clip &clip) -> OscArgument {
            if (clip.midi)
                refuse(QString(u"%1 is only available for audio clips"_s).arg(QLatin1String(name)));
            return read();
        },
        {}};
}

} // namespace

PropertyTable<Track> trackAttributes()
{
    PropertyTable<Track> rows{constant<Track>("is_showing_chains", false),
        constant<Track>("performance_impact", 0.0), inputMeter("input_meter_level", false),
        inputMeter("input_meter_left", true), inputMeter("input_meter_right", true)};
    for (const char *name : {"available_input_routing_channels", "available_input_routing_types",
             "available_output_routing_channels", "available_output_routing_types",
             "arrangement_clips", "clip_slots", "devices", "input_routing_channel",
             "input_routing_type", "mixer_device", "output_routing_channel", "output_routing_type",
             "view"})
        rows.push_back(object<Track>(name));
    return rows;
}

PropertyTable<Clip> clipAttributes()
{
    constexpr double sampleRate = 44100.0;
    return {constant<Clip>("groove", OscNil{}), constant<Clip>("is_take_lane_clip", false),
        object<Clip>("automation_envelopes"), object<Clip>("view"),
        ofAudio("sample_rate", [] { return sampleRate; }),
        ofAudio("available_warp_modes", []() -> OscArgument {
            throw Error(ErrorKind::Value, u"Infered arg_value type is not supported"_s);
        })};
}

PropertyTable<Slot> slotAttributes()
{
    return {{"clip"_L1, Plain,
        [](const Live &, const Slot &slot) -> OscArgument {
            if (slot.clip)
                throw Error(ErrorKind::Value, u"Infered arg_value type is not supported"_s);
            return OscNil{};
        },
        {}}};
}

PropertyTable<Device> deviceAttributes()
{
    return {{"can_compare_ab"_L1, Plain,
                [](const Live &, const Device &device) { return !device.rack; }, {}},
        {"can_have_drum_pads"_L1, Plain,
            [](const Live &, const Device &device) {
                return device.className == "DrumGroupDevice"_L1;
            },
            {}},
        constant<Device>("latency_in_ms", 0.0), constant<Device>("latency_in_samples", 0),
        object<Device>("parameters"), object<Device>("view")};
}

} // namespace clipdeck::sim
