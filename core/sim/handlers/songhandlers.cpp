// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of AbletonOSC's song.py, but track_data.
#include "core/sim/handlers/handlers.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

using Methods = std::vector<Method<Song>>;

void postStart(Live &live, bool fromStart)
{
    live.post([&live, fromStart] { live.launcher().startPlaying(fromStart); });
}

void jumpToCue(Live &live, int direction)
{
    const CuePoint *cue = live.nextCue(direction);
    if (cue)
        live.post([&live, time = cue->time] { live.locate(time); });
}

/// Records into the next empty slot of every armed track, from the selected scene on, or ends such a recording.
void sessionRecord(Live &live, std::optional<double> length)
{
    live.post([&live, length] {
        bool ended = false;
        for (auto &track : live.set().tracks) {
            if (track->playing && track->playing->clip && track->playing->clip->recording) {
                live.launcher().fire(*track->playing);
                ended = true;
            }
        }
        const auto first = static_cast<std::size_t>(live.set().selectedScene->index);
        for (auto &track : live.set().tracks) {
            for (std::size_t row = first; !ended && track->arm && row < track->slots.size();
                 ++row) {
                if (!track->slots[row]->clip) {
                    live.launcher().fire(*track->slots[row], length);
                    break;
                }
            }
        }
        live.launcher().recordStatusChanged();
    });
}

/// Where a new track goes: a whole number, or nothing for the end.
std::optional<int> insertionIndex(const OscArguments &args)
{
    if (args.empty() || std::holds_alternative<OscNil>(args[0]))
        return std::nullopt;
    if (!std::holds_alternative<qint32>(args[0]) && !std::holds_alternative<bool>(args[0]))
        throw Error(ErrorKind::Other,
            u"No registered converter was able to produce a C++ rvalue of type int from this Python object of type "_s
                + pythonTypeName(args[0]));
    return wholeAt(args, 0);
}

/// In the order in which song.py adds them.
Methods editMethods()
{
    using Args = OscArguments;
    return {
        {"capture_and_insert_scene"_L1, "?i"_L1,
            [](Live &live, Song &, const Args &args) { live.captureScene(wholeAt(args, 0) == 1); }},
        // Nothing here has notes played before record was pressed, a Link peer or automation.
        {"capture_midi"_L1, "?i"_L1, [](Live &, Song &, const Args &) {}},
        {"continue_playing"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { postStart(live, false); }},
        {"create_audio_track"_L1, "?o"_L1,
            [](Live &live, Song &, const Args &args) {
                live.createTrack(TrackKind::Audio, insertionIndex(args));
            }},
        {"create_midi_track"_L1, "?o"_L1,
            [](Live &live, Song &, const Args &args) {
                live.createTrack(TrackKind::Midi, insertionIndex(args));
            }},
        {"create_return_track"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { live.createReturn(); }},
        {"create_scene"_L1, "i"_L1,
            [](Live &live, Song &, const Args &args) { live.createScene(*wholeAt(args, 0)); }},
        {"delete_return_track"_L1, "i"_L1,
            [](Live &live, Song &, const Args &args) { live.deleteReturn(*wholeAt(args, 0)); }},
        {"delete_scene"_L1, "i"_L1,
            [](Live &live, Song &, const Args &args) { live.deleteScene(*wholeAt(args, 0)); }},
        {"delete_track"_L1, "i"_L1,
            [](Live &live, Song &, const Args &args) { live.deleteTrack(*wholeAt(args, 0)); }},
        {"duplicate_scene"_L1, "i"_L1,
            [](Live &live, Song &, const Args &args) { live.duplicateScene(*wholeAt(args, 0)); }},
        {"duplicate_track"_L1, "i"_L1,
            [](Live &live, Song &, const Args &args) { live.duplicateTrack(*wholeAt(args, 0)); }},
    };
}

Methods transportMethods()
{
    using Args = OscArguments;
    return {
        {"force_link_beat_time"_L1, ""_L1, [](Live &, Song &, const Args &) {}},
        {"jump_by"_L1, "d"_L1,
            [](Live &live, Song &, const Args &args) {
                live.post([&live, beats = finite(*realAt(args, 0))] {
                    live.locate(live.clock().songTime() + beats);
                });
            }},
        {"jump_to_prev_cue"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { jumpToCue(live, -1); }},
        {"jump_to_next_cue"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { jumpToCue(live, 1); }},
        {"redo"_L1, ""_L1, [](Live &live, Song &, const Args &) { live.history().redo(); }},
        {"re_enable_automation"_L1, ""_L1, [](Live &, Song &, const Args &) {}},
        {"set_or_delete_cue"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { live.setOrDeleteCue(); }},
        {"start_playing"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { postStart(live, true); }},
        {"stop_all_clips"_L1, "?b"_L1,
            [](Live &live, Song &, const Args &args) {
                live.post([&live, quantized = flagAt(args, 0, true)] {
                    live.launcher().stopAll(quantized);
                });
            }},
        {"stop_playing"_L1, ""_L1,
            [](Live &live, Song &, const Args &) {
                live.post([&live] { live.launcher().stopPlaying(); });
            }},
        {"tap_tempo"_L1, ""_L1,
            [](Live &live, Song &, const Args &) { live.tapTempo(live.clock().now()); }},
        {"trigger_session_record"_L1, "?d"_L1,
            [](Live &live, Song &, const Args &args) { sessionRecord(live, lengthAt(args, 0)); }},
        {"undo"_L1, ""_L1, [](Live &live, Song &, const Args &) { live.history().undo(); }},
    };
}

Methods songMethods()
{
    Methods all = editMethods();
    Methods more = transportMethods();
    std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
}

/// The half-open range that a query names: two whole numbers, or everything without arguments.
std::pair<int, int> rangeOf(const OscArguments &params, std::size_t count, bool minusOneIsAll)
{
    if (params.empty())
        return {0, static_cast<int>(count)};
    unpack(params, 2);
    OscArguments range = params;
    if (minusOneIsAll && pythonKey({params[1]}) == "-1"_L1) // -1.0 as well
        range[1] = static_cast<int>(count);
    for (const OscArgument &each : range) {
        if (!std::holds_alternative<qint32>(each) && !std::holds_alternative<bool>(each))
            throw Error(ErrorKind::Other,
                QString(u"'%1' object cannot be interpreted as an integer"_s)
                    .arg(pythonTypeName(each)));
    }
    return {pythonInt(range[0]), pythonInt(range[1])};
}

void addTrackLists(Script &script)
{
    Live &live = script.live();
    script.add(u"/live/song/get/num_tracks"_s, [&live](const OscArguments &) {
        return OscArguments{static_cast<int>(live.set().tracks.size())};
    });
    script.add(u"/live/song/get/track_names"_s, [&live](const OscArguments &params) {
        const auto [first, last] = rangeOf(params, live.set().tracks.size(), true);
        OscArguments names;
        for (int i = first; i < last; ++i)
            names.emplace_back(trackAt(live, i).name());
        return names;
    });
}

void addSceneLists(Script &script)
{
    Live &live = script.live();
    script.add(u"/live/song/get/num_scenes"_s, [&live](const OscArguments &) {
        return OscArguments{static_cast<int>(live.set().scenes.size())};
    });
    script.add(u"/live/song/get/scenes/name"_s, [&script, &live](const OscArguments &params) {
        const auto &scenes = live.set().scenes;
        const auto [first, last]
            = rangeOf(params, scenes.size(), !script.has(Quirk::ScenesUpToMinusOne));
        OscArguments names;
        for (int i = first; i < last; ++i)
            names.emplace_back(scenes[vectorIndex(i, scenes.size())]->name);
        return names;
    });
}

void addCuePoints(Script &script)
{
    Live &live = script.live();
    script.add(u"/live/song/get/cue_points"_s, [&live](const OscArguments &) {
        OscArguments pairs;
        for (const auto &cue : live.set().cuePoints) {
            pairs.emplace_back(cue.name);
            pairs.emplace_back(cue.time);
        }
        return pairs;
    });
    script.add(u"/live/song/cue_point/jump"_s,
        [&live](const OscArguments &params) -> std::optional<OscArguments> {
            const OscArgument &which = pythonItem(params, 0, true);
            const auto jump = [&live](const CuePoint &cue) {
                live.post([&live, time = cue.time] { live.locate(time); });
            };
            const auto &cues = live.set().cuePoints;
            if (const auto *name = std::get_if<QString>(&which)) {
                for (const auto &cue : cues) {
                    if (cue.name == *name)
                        jump(cue);
                }
            } else if (std::holds_alternative<qint32>(which)
                || std::holds_alternative<bool>(which)) {
                jump(cues[vectorIndex(which, cues.size())]);
            }
            return std::nullopt;
        });
    script.add(u"/live/song/cue_point/add_or_delete"_s,
        [&live](const OscArguments &params) -> std::optional<OscArguments> {
            convertCall(params, ""_L1, "Song"_L1, "set_or_delete_cue"_L1);
            live.setOrDeleteCue();
            return std::nullopt;
        });
    script.add(u"/live/song/cue_point/set/name"_s,
        [&live](const OscArguments &params) -> std::optional<OscArguments> {
            const OscArgument &which = pythonItem(params, 0, true);
            const OscArgument &name = pythonItem(params, 1, true);
            const std::size_t place = vectorIndex(which, live.set().cuePoints.size());
            live.renameCue(place, Incoming(name, "CuePoint"_L1).text());
            return std::nullopt;
        });
}

void addBeat(Script &script)
{
    const ListenerKey key{u"song"_s, u"beat"_s, {}};
    constexpr auto property = "current_song_time"_L1;
    const auto stop = [&script, key](const OscArguments &) -> std::optional<OscArguments> {
        script.listeners().stop(key, script.live().song().id, Removal::Lenient);
        return std::nullopt;
    };
    // Shared by all listeners that follow one another: a restarted one does not repeat the present beat.
    const auto lastTime = std::make_shared<double>(-1.0);
    script.add(u"/live/song/start_listen/beat"_s,
        [&script, key, property, lastTime](const OscArguments &) -> std::optional<OscArguments> {
            script.listeners().start(
                key, script.live().song().id, property,
                [&script, lastTime] {
                    const double time = script.live().clock().songTime();
                    if (time < *lastTime || std::floor(time) > std::floor(*lastTime))
                        script.push(u"/live/song/get/beat"_s, {saturated(time)});
                    *lastTime = time;
                },
                Removal::Lenient);
            return std::nullopt;
        });
    script.add(u"/live/song/stop_listen/beat"_s, stop);
}

} // namespace

void addSongHandlers(Script &script)
{
    // No ids: whatever is sent along comes back with the answer.
    const Addressing<Song> addressing = [&script](Ids, ObjectAction<Song> action) -> Handler {
        return [&script, action = std::move(action)](
                   const OscArguments &params) { return action(&script.live().song(), params); };
    };
    addMethods<Song>(script, "song"_L1, songMethods(), addressing);
    PropertyAddresses<Song>(script, "song"_L1, songProperties(), addressing)
        .add({"can_redo", "can_undo", "is_playing", "song_length", "session_record_status"},
            {"arrangement_overdub", "back_to_arranger", "clip_trigger_quantization",
                "current_song_time", "groove_amount", "is_ableton_link_enabled", "loop",
                "loop_length", "loop_start", "metronome", "midi_recording_quantization",
                "nudge_down", "nudge_up", "punch_in", "punch_out", "record_mode", "root_note",
                "scale_name", "session_record", "signature_denominator", "signature_numerator",
                "tempo"});
    addTrackLists(script);
    addTrackData(script);
    addExport(script);
    addSceneLists(script);
    addCuePoints(script);
    addBeat(script);
}

} // namespace clipdeck::sim
