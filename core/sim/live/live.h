// SPDX-License-Identifier: GPL-3.0-or-later
// The pretend Live: one open set with its clock, its launches and those who listen. Everything that changes the set,
// whether a script, the mouse (control channel) or time, goes through here, so that listeners hear of it.
#pragma once

#include "core/sim/live/history.h"
#include "core/sim/live/launcher.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace clipdeck::sim {

/// Not a QObject and without a timer: step() and display() are called by whoever owns it, with seconds of a steady clock.
/// Calls that Live would refuse throw Error.
class Live {
public:
    explicit Live(Set set, double now = 0.0);
    Live(const Live &) = delete;
    Live &operator=(const Live &) = delete;

    Set &set() { return m_set; }
    const Set &set() const { return m_set; }
    Song &song() { return m_set.song; }
    const Song &song() const { return m_set.song; }
    const Clock &clock() const { return m_clock; }
    Launcher &launcher() { return m_launcher; }
    History &history() { return m_history; }
    const History &history() const { return m_history; }
    Observers &observers() { return m_observers; }
    void notify(ObjectId object, QLatin1String property) { m_observers.notify(object, property); }

    /// Asks the engine for something: it takes effect in the next step, never within the script's own call.
    void post(std::function<void()> action) { m_posted.push_back(std::move(action)); }
    /// Asks the engine for something about an object, which may be gone by then: nothing happens in that case.
    void postFor(const Slot &slot, std::function<void(Slot &)> action);
    void postFor(const Track &track, std::function<void(Track &)> action);
    void postFor(const Scene &scene, std::function<void(Scene &)> action);
    /// Plays on to `now`, then carries out what was posted.
    void step(double now);
    /// What Live's display timer announces: song time, playing positions, meters.
    void display();

    void locate(double songTime);
    void setTempo(double bpm);
    /// `name` as typed: Live shows the track's number where it has '#'.
    void renameTrack(Track &track, const QString &name);
    /// The fourth tap within two seconds sets the tempo.
    void tapTempo(double now);
    void setParameter(Parameter &parameter, double value);
    void selectTrack(Track &track);
    void selectScene(Scene &scene);

    // Clips
    Clip &createClip(Slot &slot, double length);
    /// A clip of the track's kind, as if dragged into the slot.
    Clip &addClip(Slot &slot, const QString &name, double length);
    void deleteClip(Slot &slot);
    void duplicateClip(Slot &from, Slot &to);
    /// Other notes for a clip, as one step of the history.
    void setNotes(Clip &clip, std::vector<Note> notes);
    /// Puts a clip into a slot, in place of the one there; without one the slot is empty afterwards.
    void putClip(Slot &slot, std::unique_ptr<Clip> clip);

    // Structure: indexes as Live takes them, -1 or none for the end.
    Track &createTrack(TrackKind kind, std::optional<int> at);
    void deleteTrack(int index);
    void duplicateTrack(int index);
    void moveTrack(int index, int to);
    Track &createReturn();
    void deleteReturn(int index);
    /// Puts tracks first..last, as the user would, into a new group in their place.
    Track &groupTracks(int first, int last);
    Scene &createScene(int at);
    void deleteScene(int index);
    void moveScene(int index, int to); ///< `to` is its place afterwards
    void duplicateScene(int index);
    void captureScene(bool exceptSelectedTrack = false);
    /// Of one of the kinds in simdevices.h; at the end without an index.
    Device &addDevice(Track &track, const QString &kind, std::optional<int> at);
    void deleteDevice(Track &track, int index);

    // Cue points
    void setOrDeleteCue();
    void renameCue(std::size_t index, const QString &name);
    const CuePoint *nextCue(int direction) const;

private:
    // What a step of structure adds or takes away, and where it was. The history keeps what is not in the set, so that it
    // comes back as the same objects; their listeners are lost, as in Live, where they are new ones.
    struct TrackShelf;
    struct ReturnShelf;
    struct DeviceShelf;
    struct SceneShelf;
    template <class Shelf> using Kept = std::shared_ptr<Shelf>;

    std::size_t insertionIndex(std::optional<int> at, std::size_t count) const;
    std::vector<std::unique_ptr<Track>> takeFamily(int index);
    /// Without a group it joins the one that stands around that place.
    void insertFamily(
        std::vector<std::unique_ptr<Track>> family, std::size_t at, std::optional<ObjectId> group);
    void chooseGroup(Track &head, std::size_t at) const;
    std::size_t familySize(int index) const;
    void insert(TrackShelf &shelf);
    void remove(TrackShelf &shelf);
    void insert(ReturnShelf &shelf);
    void remove(ReturnShelf &shelf);
    void insert(DeviceShelf &shelf);
    void remove(DeviceShelf &shelf);
    void insert(SceneShelf &shelf);
    void remove(SceneShelf &shelf);
    /// Inserts now, and lets the history remove and insert again.
    template <class Shelf> void add(Kept<Shelf> shelf)
    {
        insert(*shelf);
        m_history.push([=, this] { remove(*shelf); }, [=, this] { insert(*shelf); });
    }
    /// Removes now, and lets the history insert and remove again.
    template <class Shelf> void take(Kept<Shelf> shelf)
    {
        remove(*shelf);
        m_history.push([=, this] { insert(*shelf); }, [=, this] { remove(*shelf); });
    }
    void shiftTrack(ObjectId id, int to, std::optional<ObjectId> group);
    void shiftScene(int index, int to);
    void fit(Track &track);
    void forget(Track &track);
    void drop(const Track &track);
    void drop(const Device &device);
    void dropClip(const Slot &slot);
    void announceClip(const Slot &slot);
    /// Makes a change of a slot's clip a step of the history; the clips are copied, revived ones keep their id.
    void rememberClip(const Slot &slot, const Clip *before, const Clip *after);
    using TrackNames = std::map<ObjectId, QString>;
    void structureChanged(const TrackNames &before);
    void rowsChanged();
    TrackNames trackNames() const;
    using Cues = std::vector<CuePoint>;
    void changeCues(const std::function<void(Cues &)> &change);
    void updateMeters();

    Set m_set;
    Clock m_clock;
    Observers m_observers;
    Launcher m_launcher;
    History m_history;
    std::vector<std::function<void()>> m_posted;
    std::vector<double> m_taps;
    double m_shownSongTime = -1.0;
};

/// A copy of a clip as Live makes one: same contents, new identity, not playing.
std::unique_ptr<Clip> cloneClip(const Clip &clip, Slot &slot, ObjectId id);

} // namespace clipdeck::sim
