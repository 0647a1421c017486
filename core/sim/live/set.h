// SPDX-License-Identifier: GPL-3.0-or-later
// The pretend Live Set as plain values. Objects keep their address and id for as long as they live, because listeners
// follow the object, not its index. All times are in beats (clips that are not warped: seconds).
#pragma once

#include "core/sim/live/parameter.h"

#include <memory>
#include <optional>
#include <vector>

namespace clipdeck::sim {

struct Slot;
struct Track;

struct Note {
    int pitch = 60;
    double start = 0.0;
    double duration = 0.25;
    double velocity = 100.0;
    bool mute = false;
    int id = 0; ///< Unlike all others of its clip; 0: not in a clip yet
};

/// A stretch of a clip: the loop brace, or the start and end markers.
struct Span {
    double start = 0.0;
    double end = 4.0;

    double length() const { return end - start; }
};

struct Clip {
    ObjectId id = 0;
    Slot *slot = nullptr;
    QString name;
    int color = 0xFFFFFF; ///< 0xRRGGBB, one of Live's palette
    bool midi = true;
    bool looping = true;
    Span loop;
    Span markers;
    /// With looping off Live keeps a written end marker apart, until looping changes.
    std::optional<double> writtenEndMarker;
    bool muted = false;
    int launchMode = 0; ///< 0 trigger, 1 gate, 2 toggle, 3 repeat
    int launchQuantization = 0; ///< 0 the song's, 1 none, 2.. as the song's plus one
    bool legato = false;
    double velocityAmount = 0.0;
    int signatureNumerator = 4;
    int signatureDenominator = 4;
    double gain = 0.4;
    int pitchCoarse = 0;
    double pitchFine = 0.0;
    bool ramMode = false;
    bool warping = true;
    int warpMode = 0;
    QString filePath;
    int sampleLength = 0; ///< In samples
    double startTime = 0.0;
    bool recording = false;
    std::vector<Note> notes; ///< Sorted by pitch, then start
    int lastNoteId = 0;

    bool warped() const { return midi || warping; }
    /// What loop_start and loop_end address: the brace, or with looping off the markers.
    const Span &bounds() const { return looping ? loop : markers; }
    Span &bounds() { return looping ? loop : markers; }
};

struct Slot {
    ObjectId id = 0;
    Track *track = nullptr;
    int index = 0;
    bool hasStopButton = true;
    std::unique_ptr<Clip> clip;
};

struct Device {
    ObjectId id = 0;
    QString name;
    QString className;
    QString displayName; ///< What Live calls this kind of device
    int type = 0; ///< 1 instrument, 2 audio effect, 4 MIDI effect
    bool rack = false;
    std::vector<std::unique_ptr<Parameter>> parameters; ///< The first is always "Device On"
};

enum class TrackKind { Midi, Audio, Group, Return, Main };

/// A launch, a record or a stop that waits for its beat.
struct Launch {
    Slot *slot = nullptr; ///< Null: only a stop
    double due = 0.0; ///< In beats of the clock
    bool stop = false;
    std::optional<double> recordLength;
    bool legato = false;
    bool shown = false; ///< It waits long enough for Live to blink
};

/// What a track plays: since when, and from where within the clip.
struct Running {
    double launchedBeat = 0.0;
    double launchedSecond = 0.0;
    double offset = 0.0;
    std::optional<double> recordEnd;
    double shownPosition = -1.0;
};

struct Track {
    ObjectId id = 0;
    TrackKind kind = TrackKind::Midi;
    int index = 0;
    QString userName; ///< As typed, '#' for the number; empty: Live names it by its number
    QString label; ///< The word behind the number
    int color = 0xFFFFFF;
    Track *group = nullptr;
    bool folded = false;
    bool frozen = false;
    bool arm = false;
    bool mute = false;
    bool solo = false;
    int monitoring = 1; ///< 0 in, 1 auto, 2 off
    QString inputType;
    QString inputChannel;
    QString outputType;
    QString outputChannel;
    Parameter volume;
    Parameter panning;
    std::vector<std::unique_ptr<Parameter>> sends;
    std::vector<std::unique_ptr<Device>> devices;
    std::vector<std::unique_ptr<Slot>> slots;
    Device *selectedDevice = nullptr;
    double meter = 0.0;
    Slot *playing = nullptr;
    bool stopped = false; ///< By a stop button: playing_slot_index is then -2, not -1
    std::optional<Launch> launch;
    std::optional<Running> running;

    bool takesClips() const { return kind == TrackKind::Midi || kind == TrackKind::Audio; }
    QString name() const;
    /// It sends notes on, because no instrument turns them into sound.
    bool hasMidiOutput() const;
    bool isWithin(const Track &ancestor) const;
};

struct Scene {
    ObjectId id = 0;
    int index = 0;
    QString name;
    std::optional<int> color;
    double tempo = 120.0;
    bool tempoEnabled = false;
    int signatureNumerator = 4;
    int signatureDenominator = 4;
    bool signatureEnabled = false;
    std::optional<double> due; ///< Fired: waits for this beat
};

struct CuePoint {
    ObjectId id = 0;
    QString name;
    double time = 0.0;
};

struct Song {
    ObjectId id = 0;
    ObjectId viewId = 0;
    double tempo = 120.0;
    int signatureNumerator = 4;
    int signatureDenominator = 4;
    int clipTriggerQuantization = 4; ///< 0 none, 1 8 bars, … 4 one bar, … 13 1/32
    int midiRecordingQuantization = 0;
    bool metronome = false;
    bool loop = false;
    double loopStart = 0.0;
    double loopLength = 4.0;
    double startTime = 0.0;
    bool punchIn = false;
    bool punchOut = false;
    bool nudgeDown = false;
    bool nudgeUp = false;
    bool arrangementOverdub = false;
    bool recordMode = false;
    bool sessionRecord = false;
    bool abletonLink = false;
    double grooveAmount = 1.0;
    int rootNote = 0;
    QString scaleName = QStringLiteral("Major");
    QString path; ///< The set's file; empty if never saved
};

/// The set: who is in it, in which order. Structure is changed through Live only.
struct Set {
    Song song;
    std::vector<std::unique_ptr<Track>> tracks;
    std::vector<std::unique_ptr<Track>> returns;
    std::unique_ptr<Track> main;
    std::vector<std::unique_ptr<Scene>> scenes;
    std::vector<CuePoint> cuePoints; ///< In order of time
    Track *selectedTrack = nullptr;
    Scene *selectedScene = nullptr;
    ObjectId lastId = 0;

    Set();

    ObjectId newId() { return ++lastId; }
    /// Appends an object with everything that belongs to it; the caller fills in the rest.
    Track &addTrack(TrackKind kind, const QString &name, int color, Track *group = nullptr);
    Track &addReturn(const QString &label, int color);
    Scene &addScene(const QString &name = {}, std::optional<int> color = {});
    /// Puts a new clip of `length` into the slot; its kind is the track's, its colour too.
    Clip &addClip(Slot &slot, const QString &name, double length);
    std::unique_ptr<Track> makeTrack(TrackKind kind, const QString &name, int color);
    std::unique_ptr<Parameter> makeParameter(const ParameterSpec &spec);
    std::unique_ptr<Slot> makeSlot(Track &track);
    std::unique_ptr<Parameter> makeSend(std::size_t index);
    /// Gives every object its present index; after any change of order.
    void reindex();
    // What still lives under an id; null if it is gone.
    Track *findTrack(ObjectId wanted) const;
    Scene *findScene(ObjectId wanted) const;
    Slot *findSlot(ObjectId wanted) const;
    Clip *findClip(ObjectId wanted) const;
    /// Of a mixer or a device, on any track.
    Parameter *findParameter(ObjectId wanted) const;
    /// The tracks with clips inside a group, however deep.
    std::vector<Track *> members(const Track &group) const;
    bool isVisible(const Track &track) const;
    bool mutedViaSolo(const Track &track) const;
};

/// All songs are of this many scenes at most.
constexpr int maximumScenes = 10000;

} // namespace clipdeck::sim
