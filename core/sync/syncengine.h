// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the mirror at what Live has: reads it once, listens, and reads it again and again.
#pragma once

#include "core/abletonosc/listenerset.h"
#include "core/abletonosc/querypipe.h"
#include "core/live/liveset.h"
#include "core/live/songclock.h"
#include "core/sync/meterwatch.h"
#include "core/sync/readers.h"
#include "core/sync/readplan.h"
#include "core/sync/selectionreader.h"
#include "core/sync/setplan.h"
#include "core/sync/structurereader.h"

#include <deque>
#include <functional>

namespace clipdeck {

/// What Live says, into the mirror. Not a QObject: driven by advance() and by the messages that arrive. Pushes make it
/// fast; the plan's readings make it right, with or without pushes. Single-threaded; `now` in ms of the engine's clock.
class SyncEngine {
public:
    SyncEngine(LiveSet &set, QueryPipe &pipe, ListenerSet &listeners, SongClock &clock,
        std::function<qint64()> now);

    /// Whether devices and parameters are part of the mirror. Set before the first advance().
    void setReadDevices(bool read) { m_options.devices = read; }

    /// Whether Live pushes its changes to us. Set before the first advance(); without, polling has to do.
    void setListen(bool listen) { m_listens = listen; }

    /// Asks for what is due, if the pipe has room.
    void advance(qint64 now);
    /// A listener's push, the beat, or Live's start. True if it was one.
    bool take(const OscMessage &message, qint64 now);
    /// What changed in the mirror may ask for other readings: the place of a clip that began to play.
    void follow(const Changes &changes);
    /// Live (or another one) answers after it did not: nothing that was known can be believed.
    void restart();
    /// Reads one value that a wish waits for, at once.
    void readNow(const Target &target, qint64 now);

    void setVisible(TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount);
    /// Meters that are on screen; a count of 0: none.
    void watchMeters(TrackIndex firstTrack, int trackCount);
    void watch(ParameterId parameter);
    void unwatch(ParameterId parameter);

    /// Stops every listener, to leave Live as it was found.
    std::vector<OscMessage> farewell() { return m_listeners.stopAll(); }

private:
    void fill(qint64 now);
    std::vector<Query> queriesOf(const ReadJob &job);
    void run(const ReadJob &job);
    /// What an answered job makes known leads to further jobs and listeners.
    void follow(const ReadJob &job);
    void applyStructure(const SeenStructure &seen);
    void planAgain();
    void listenToSong();
    void listenToTrack(int track);
    void renameListeners(const std::vector<int> &places);
    void listen(const ListenerKey &key);
    void unlisten(const ListenerKey &key);
    void updateMeters();
    void applyPush(const ListenerSet::Push &push);
    std::vector<Query> countSends();
    void applySendCount();

    LiveSet &m_set;
    QueryPipe &m_pipe;
    ListenerSet &m_listeners;
    SongClock &m_clock;
    std::function<qint64()> m_now;
    ReaderContext m_context;
    ReadPlan m_plan;
    PlanOptions m_options;
    int m_countedSends = 0; ///< While they are being counted
    StructureReader m_structureReader;
    SelectionReader m_selectionReader;
    SeenStructure m_seen;
    MeterWatch m_meters;
    bool m_listens = true;
    double m_creditMs = 0.0; ///< Of Live's time, saved up
    qint64 m_filledAt = 0;
    std::deque<OscMessage> m_toTell; ///< Listeners to start, some a tick: each start costs Live
};

} // namespace clipdeck
