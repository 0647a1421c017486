// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of AbletonOSC's clip.py and clip_slot.py.
#include "core/sim/handlers/handlers.h"
#include "core/sim/live/cliprules.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// Ids go out as whole numbers in answers, but come back as they were sent in pushes.
template <class T, class Find> Addressing<T> gridAddressing(Script &script, Find find)
{
    return [&script, find](Ids ids, ObjectAction<T> action) -> Handler {
        return [&script, find, ids, action = std::move(action)](
                   const OscArguments &params) -> std::optional<OscArguments> {
            const int track = pythonInt(pythonItem(params, 0, true));
            const int row = pythonInt(pythonItem(params, 1, true));
            T *object = find(slotAt(trackAt(script.live(), track), row));
            return withIds(
                {track, row}, action(object, ids == Ids::Kept ? params : pythonTail(params, 2)));
        };
    };
}

void needsMidi(const Clip &clip, const char *method)
{
    if (!clip.midi)
        refuse(QString(u"%1 is only available for MIDI clips"_s).arg(QLatin1String(method)));
}

/// The window of get/notes and remove/notes.
struct NoteWindow {
    int pitch = 0;
    int pitchSpan = 128;
    double start = -8192.0;
    double span = 16384.0;
};

NoteWindow noteWindow(
    const Script &script, const OscArguments &params, const char *address, const char *method)
{
    NoteWindow all;
    if (script.has(Quirk::HighestNoteHidden))
        all.pitchSpan = 127; // clip.py counts the pitches wrong
    if (params.empty())
        return all;
    if (params.size() != 4)
        throw Error(ErrorKind::Value,
            QString(
                u"Invalid number of arguments for /clip/%1. Either 0 or 4 arguments must be passed."_s)
                .arg(QLatin1String(address)));
    const OscArguments values = convertCall(params, "iidd"_L1, "Clip"_L1, QLatin1String(method));
    return {*toInt(values[0]), *toInt(values[1]), *toDouble(values[2]), *toDouble(values[3])};
}

/// The constructor that takes a note by names says nothing of what it was given.
OscArguments convertNote(const OscArguments &fields)
{
    try {
        return convertCall(fields, "idddb"_L1, {}, {});
    } catch (const Error &) {
        throw Error(ErrorKind::Other,
            u"Python argument types in\n    MidiNoteSpecification.__init__(MidiNoteSpecification)\n"
            "did not match C++ signature:\n    __init__(_object*, int pitch, double start_time, "
            "double duration, double velocity=100.0, bool mute=False, double probability=1.0, "
            "double velocity_deviation=0.0, double release_velocity=64.0)"_s);
    }
}

Note noteFrom(const OscArguments &params, std::size_t at)
{
    const OscArguments fields{params.begin() + static_cast<std::ptrdiff_t>(at),
        params.begin() + static_cast<std::ptrdiff_t>(std::min(at + 5, params.size()))};
    unpack(fields, 5);
    const OscArguments values = convertNote(fields);
    const Note note{*toInt(values[0]), finite(*toDouble(values[1])), finite(*toDouble(values[2])),
        finite(*toDouble(values[3])), *toBool(values[4])};
    if (note.pitch < 0 || note.pitch > 127)
        refuse(u"Invalid pitch"_s);
    if (note.duration <= 0.0)
        refuse(u"Invalid duration"_s);
    return note;
}

void addNotes(Script &script, const Addressing<Clip> &addressing)
{
    script.add(u"/live/clip/get/notes"_s,
        addressing(Ids::Removed, [&script](Clip *object, const OscArguments &params) {
            requireObject(object, u"get_notes_extended"_s);
            const Clip &clip = *object;
            const NoteWindow window = noteWindow(script, params, "get/notes", "get_notes_extended");
            needsMidi(clip, "get_notes_extended");
            OscArguments values;
            for (const Note &note :
                notesWithin(clip.notes, window.pitch, window.pitchSpan, window.start, window.span))
                values.insert(values.end(),
                    {note.pitch, note.start, note.duration, note.velocity, note.mute});
            return values;
        }));
    script.add(u"/live/clip/add/notes"_s,
        addressing(Ids::Removed, [&script](Clip *object, const OscArguments &params) {
            std::vector<Note> notes;
            for (std::size_t at = 0; at < params.size(); at += 5)
                notes.push_back(noteFrom(params, at));
            requireObject(object, u"add_new_notes"_s);
            Clip &clip = *object;
            needsMidi(clip, "add_new_notes");
            std::vector<Note> all = clip.notes;
            for (const Note &note : notes)
                addNote(all, note);
            script.live().setNotes(clip, std::move(all));
            return std::nullopt;
        }));
    script.add(u"/live/clip/remove/notes"_s,
        addressing(Ids::Removed, [&script](Clip *object, const OscArguments &params) {
            requireObject(object, u"remove_notes_extended"_s);
            Clip &clip = *object;
            const NoteWindow window
                = noteWindow(script, params, "remove/notes", "remove_notes_extended");
            needsMidi(clip, "remove_notes_extended");
            std::vector<Note> left = clip.notes;
            removeNotesWithin(left, window.pitch, window.pitchSpan, window.start, window.span);
            script.live().setNotes(clip, std::move(left));
            return std::nullopt;
        }));
}

void postFire(Live &live, const Slot &slot, std::optional<double> length = {},
    std::optional<int> quantization = {}, bool legato = false)
{
    live.postFor(slot,
        [=, &live](Slot &alive) { live.launcher().fire(alive, length, quantization, legato); });
}

std::vector<Method<Clip>> clipMethods()
{
    return {
        {"fire"_L1, ""_L1,
            [](Live &live, Clip &clip, const OscArguments &) { postFire(live, *clip.slot); }},
        {"stop"_L1, ""_L1,
            [](Live &live, Clip &clip, const OscArguments &) {
                live.postFor(*clip.slot, [&live](Slot &slot) { live.launcher().stopClip(slot); });
            }},
        {"duplicate_loop"_L1, ""_L1,
            [](Live &live, Clip &clip, const OscArguments &) {
                needsMidi(clip, "duplicate_loop");
                live.setNotes(clip, loopedTwice(clip));
                for (QLatin1String changed : doubleLoop(clip))
                    live.notify(clip.id, changed);
            }},
    };
}

/// clip.py hands the ids on one by one, where Live wants them in a list: it fails whatever is sent.
void removeNotesById(Live &, Clip &clip, const OscArguments &args)
{
    needsMidi(clip, "remove_notes_by_id");
    throw Error(
        ErrorKind::Other, QString(u"'%1' object is not iterable"_s).arg(pythonTypeName(args[0])));
}

void addRemoveNotesById(Script &script, const Addressing<Clip> &addressing)
{
    if (script.has(Quirk::NotesByIdFail)) {
        addMethods<Clip>(
            script, "clip"_L1, {{"remove_notes_by_id"_L1, "o"_L1, removeNotesById}}, addressing);
        return;
    }
    script.add(u"/live/clip/remove_notes_by_id"_s,
        addressing(Ids::Removed, [&script](Clip *object, const OscArguments &params) {
            requireObject(object, u"remove_notes_by_id"_s);
            Clip &clip = *object;
            needsMidi(clip, "remove_notes_by_id");
            std::vector<Note> left = clip.notes;
            for (const OscArgument &id : params)
                std::erase_if(left, [&](const Note &note) { return note.id == toInt(id); });
            script.live().setNotes(clip, std::move(left));
            return std::nullopt;
        }));
}

std::vector<Method<Slot>> slotMethods()
{
    return {
        {"fire"_L1, "?d?i?b"_L1,
            [](Live &live, Slot &slot, const OscArguments &args) {
                if (!args.empty() && slot.clip)
                    refuse(u"record_length can only be given for an empty clip slot"_s);
                postFire(live, slot, lengthAt(args, 0), wholeAt(args, 1), flagAt(args, 2, false));
            }},
        {"stop"_L1, ""_L1,
            [](Live &live, Slot &slot, const OscArguments &) {
                live.postFor(slot, [&live](Slot &alive) { live.launcher().stopSlot(alive); });
            }},
        {"create_clip"_L1, "d"_L1,
            [](Live &live, Slot &slot, const OscArguments &args) {
                live.createClip(slot, *realAt(args, 0));
            }},
        {"delete_clip"_L1, ""_L1,
            [](Live &live, Slot &slot, const OscArguments &) { live.deleteClip(slot); }},
    };
}

} // namespace

void addClipHandlers(Script &script)
{
    const Addressing<Clip> addressing
        = gridAddressing<Clip>(script, [](Slot &slot) { return slot.clip.get(); });
    addMethods<Clip>(script, "clip"_L1, clipMethods(), addressing);
    addRemoveNotesById(script, addressing);
    PropertyAddresses<Clip>(script, "clip"_L1, clipProperties(), addressing)
        .add({"end_time", "file_path", "gain_display_string", "has_groove", "is_midi_clip",
                 "is_audio_clip", "is_overdubbing", "is_playing", "is_recording", "is_triggered",
                 "length", "playing_position", "sample_length", "start_time",
                 "will_record_on_start"},
            {"color", "color_index", "end_marker", "gain", "launch_mode", "launch_quantization",
                "legato", "loop_end", "loop_start", "looping", "muted", "name", "pitch_coarse",
                "pitch_fine", "position", "ram_mode", "start_marker", "velocity_amount",
                "warp_mode", "warping"});
    addNotes(script, addressing);
    addClipFilter(script);
}

void addSlotHandlers(Script &script)
{
    const Addressing<Slot> addressing
        = gridAddressing<Slot>(script, [](Slot &slot) { return &slot; });
    addMethods<Slot>(script, "clip_slot"_L1, slotMethods(), addressing);
    PropertyAddresses<Slot>(script, "clip_slot"_L1, slotProperties(), addressing)
        .add({"has_clip", "controls_other_clips", "is_group_slot", "is_playing", "is_triggered",
                 "playing_status", "will_record_on_start"},
            {"has_stop_button"});
    script.add(u"/live/clip_slot/duplicate_clip_to"_s,
        addressing(Ids::Removed, [&script](Slot *slot, const OscArguments &params) {
            unpack(params, 2);
            auto &tracks = script.live().set().tracks;
            Track &track = *tracks[vectorIndex(params[0], tracks.size())];
            script.live().duplicateClip(
                *slot, *track.slots[vectorIndex(params[1], track.slots.size())]);
            return std::nullopt;
        }));
}

} // namespace clipdeck::sim
