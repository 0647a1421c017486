// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of AbletonOSC's track.py, but routing.
#include "core/sim/handlers/handlers.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

Addressing<Track> trackAddressing(Script &script)
{
    return [&script](Ids ids, ObjectAction<Track> action) -> Handler {
        return [&script, ids, action = std::move(action)](
                   const OscArguments &params) -> std::optional<OscArguments> {
            const OscArgument &which = pythonItem(params, 0, true);
            const bool all = toText(which) == u"*"_s;
            const int count = static_cast<int>(script.live().set().tracks.size());
            const int first = all ? 0 : pythonInt(which);
            const int last = all ? count - 1 : first;
            for (int index = first; index <= last; ++index) {
                OscArguments rest = pythonTail(params, 1);
                if (ids == Ids::Kept)
                    rest.insert(rest.begin(), index);
                std::optional<OscArguments> answer = action(&trackAt(script.live(), index), rest);
                if (answer)
                    return withIds({index}, std::move(answer));
            }
            return std::nullopt;
        };
    };
}

namespace {

void addMixer(Script &script, const Addressing<Track> &addressing, QLatin1String name,
    Parameter Track::*member)
{
    const auto address = [name](const char *verb) {
        return QStringLiteral("/live/track/%1/%2").arg(QLatin1String(verb), name);
    };
    script.add(
        address("get"), addressing(Ids::Removed, [member](Track *track, const OscArguments &) {
            return OscArguments{(track->*member).value}; // extra arguments do not come back
        }));
    script.add(address("set"),
        addressing(Ids::Removed, [&script, member](Track *track, const OscArguments &params) {
            const double value = Incoming(pythonItem(params, 0), "DeviceParameter"_L1).single();
            script.live().setParameter(track->*member, value);
            return std::nullopt;
        }));
    script.add(address("start_listen"),
        addressing(Ids::Kept, [&script, name, member](Track *track, const OscArguments &params) {
            const Parameter &parameter = track->*member;
            const auto changed = [&script, &parameter, name, params] {
                OscArguments values = params;
                values.emplace_back(parameter.value);
                script.push("/live/track/get/"_L1 + name, std::move(values));
            };
            script.listeners().start(listenerKey("track"_L1, name, params), parameter.id,
                "value"_L1, changed, Removal::Strict);
            changed();
            return std::nullopt;
        }));
    script.add(address("stop_listen"),
        addressing(Ids::Kept, [&script, name, member](Track *track, const OscArguments &params) {
            script.listeners().stop(
                listenerKey("track"_L1, name, params), (track->*member).id, Removal::Strict);
            return std::nullopt;
        }));
}

void addSends(Script &script, const Addressing<Track> &addressing)
{
    script.add(u"/live/track/get/send"_s,
        addressing(Ids::Removed, [](Track *track, const OscArguments &params) {
            unpack(params, 1);
            return OscArguments{
                params[0], track->sends[vectorIndex(params[0], track->sends.size())]->value};
        }));
    script.add(u"/live/track/set/send"_s,
        addressing(Ids::Removed, [&script](Track *track, const OscArguments &params) {
            unpack(params, 2);
            Parameter &send = *track->sends[vectorIndex(params[0], track->sends.size())];
            script.live().setParameter(send, Incoming(params[1], "DeviceParameter"_L1).single());
            return std::nullopt;
        }));
}

/// A getter that answers with one value for each clip slot, or each device, of a track.
template <class Read> Handler listOf(const Addressing<Track> &addressing, Read read)
{
    return addressing(
        Ids::Removed, [read](Track *track, const OscArguments &) { return read(*track); });
}

template <class Read> auto eachClip(Read read)
{
    return [read](const Track &track) {
        OscArguments values;
        for (const auto &slot : track.slots) {
            if (slot->clip)
                values.emplace_back(read(*slot->clip));
            else
                values.emplace_back(OscNil{});
        }
        return values;
    };
}

template <class Read> auto eachDevice(Read read)
{
    return [read](const Track &track) {
        OscArguments values;
        for (const auto &device : track.devices)
            values.emplace_back(read(*device));
        return values;
    };
}

void addLists(Script &script, const Addressing<Track> &addressing)
{
    const auto add = [&](const char *what, auto read) {
        script.add("/live/track/get/"_L1 + QLatin1String(what), listOf(addressing, read));
    };
    add("clips/name", eachClip([](const Clip &clip) { return clip.name; }));
    add("clips/length", eachClip([](const Clip &clip) { return clip.bounds().length(); }));
    add("clips/color", eachClip([](const Clip &clip) { return clip.color; }));
    // The stand-in's arrangement is empty.
    const auto noClips = [](const Track &track) {
        if (!track.takesClips())
            refuse(u"Main, Group and Return Tracks have no arrangement clips"_s);
        return OscArguments{};
    };
    add("arrangement_clips/name", noClips);
    add("arrangement_clips/length", noClips);
    add("arrangement_clips/start_time", noClips);
    add("num_devices",
        [](const Track &track) { return OscArguments{static_cast<int>(track.devices.size())}; });
    add("devices/name", eachDevice([](const Device &device) { return device.name; }));
    add("devices/type", eachDevice([](const Device &device) { return device.type; }));
    add("devices/class_name", eachDevice([](const Device &device) { return device.className; }));
    add("devices/can_have_chains", eachDevice([](const Device &device) { return device.rack; }));
}

} // namespace

void addTrackHandlers(Script &script)
{
    const Addressing<Track> addressing = trackAddressing(script);
    addMethods<Track>(script, "track"_L1,
        {
            {"delete_device"_L1, "i"_L1,
                [](Live &live, Track &track, const OscArguments &args) {
                    live.deleteDevice(track, *wholeAt(args, 0));
                }},
            {"stop_all_clips"_L1, "?b"_L1,
                [](Live &live, Track &track, const OscArguments &args) {
                    live.postFor(track, [&live, quantized = flagAt(args, 0, true)](Track &alive) {
                        live.launcher().stopTrack(alive, quantized);
                    });
                }},
        },
        addressing);
    PropertyAddresses<Track>(script, "track"_L1, trackProperties(), addressing)
        .add({"can_be_armed", "fired_slot_index", "has_audio_input", "has_audio_output",
                 "has_midi_input", "has_midi_output", "is_foldable", "is_grouped", "is_visible",
                 "output_meter_level", "output_meter_left", "output_meter_right",
                 "playing_slot_index"},
            {"arm", "color", "color_index", "current_monitoring_state", "fold_state", "mute",
                "solo", "name"});
    addMixer(script, addressing, "volume"_L1, &Track::volume);
    addMixer(script, addressing, "panning"_L1, &Track::panning);
    addSends(script, addressing);
    script.add(u"/live/track/delete_clip"_s,
        addressing(Ids::Removed, [&script](Track *track, const OscArguments &params) {
            unpack(params, 1);
            script.live().deleteClip(*track->slots[vectorIndex(params[0], track->slots.size())]);
            return std::nullopt;
        }));
    addLists(script, addressing);
}

} // namespace clipdeck::sim
