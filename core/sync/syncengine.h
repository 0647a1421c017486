// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the mirror at what Live has: reads it once, listens, and reads it again and again.
#pragma once

#include "core/abletonosc/listenerset.h"
#include "core/abletonosc/querypipe.h"
#include "core/live/liveset.h"
#include "core/live/songclock.h"
#include "core/sync/audit.h"
#include "core/sync/overduecells.h"
#include "core/sync/plan/pacer.h"
#include "core/sync/plan/readjobs.h"
#include "core/sync/plan/readplan.h"
#include "core/sync/plan/setplan.h"
#include "core/sync/push/listenerfeed.h"
#include "core/sync/push/meterwatch.h"
#include "core/sync/readers/gapreader.h"
#include "core/sync/readers/jobrunner.h"
#include "core/sync/readers/readercontext.h"
#include "core/sync/readers/selectionreader.h"
#include "core/sync/readers/sendcounter.h"
#include "core/sync/structure/structurereader.h"

#include <functional>
#include <set>

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
    void setListen(bool listen);

    /// Asks for what is due, if the pipe has room.
    void advance(qint64 now);
    /// Nothing waits to be read or told but what is read again and again: advance() may be called more seldom.
    bool isAtRest() const { return m_pace == Pace::Steady; }
    /// A listener's push, the beat, or Live's start. True if it was one.
    bool take(const OscMessage &message, qint64 now);
    /// What changed in the mirror may ask for other readings: the place of a clip that began to play.
    void follow(const Changes &changes);
    /// Something was sent that Live may change more by than what is read along with it: that is read next.
    void expediteAfterWrite(const std::optional<Target> &target, bool isEdit);
    /// Live (or another one) answers after it did not: nothing that was known can be believed.
    void restart();
    /// Reads one value that a wish waits for, at once.
    void readNow(const Target &target, qint64 now);
    /// The questions for it, to be sent at once; none while it is being read.
    std::vector<Query> questionsNow(const Target &target);

    void setVisible(TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount);
    /// Meters that are on screen; a count of 0: none.
    void watchMeters(TrackIndex firstTrack, int trackCount);
    void watch(ParameterId parameter);
    void unwatch(ParameterId parameter);
    /// Reads where a parameter stands, and Live's text for it, once. `done` is called once, with false if Live did not tell.
    void readParameter(ParameterId parameter, std::function<void(bool)> done);

    /// Stops every listener, to leave Live as it was found.
    std::vector<OscMessage> stopListeners() { return m_listeners.stopAll(); }

    /// How many parts of the mirror were read for the first time: it grows as long as the first reading gets on.
    qint64 firstReadings() const { return m_firstReadings; }
    /// What the audit found.
    const Audit &audit() const { return m_audit; }
    /// Whether Live's pushes reach us.
    const FeedWatch &feed() const { return m_listening.feed(); }

private:
    void fill(qint64 now);
    Pace pace(qint64 now) const;
    std::vector<Query> queriesOf(const ReadJob &job);
    void run(const ReadJob &job);
    void ended(const ReadJob &job, JobEnd end);
    static QByteArray namesAttribute() { return QByteArrayLiteral("clip.name"); }
    void leadUnreadable(const StructureMove &move);
    void noteUnreadable(TrackIndex track, const QByteArray &attribute);
    /// Its names are asked for one by one, and not all of them have been.
    bool lacksNames(const ReadJob &job) const;
    void learnTrack(int track);
    /// Something that the mirror believes to be there has gone: the structure is looked at before anything else.
    void markStructureUncertain();
    /// Its answers were about something else than the mirror believes to be there.
    void markUncertain(const ReadJob &job);
    /// What an answered job makes known leads to further jobs and listeners.
    void follow(const ReadJob &job);
    void countAsRead(TrackIndex track);
    /// A listener told of an end of its loop, so its length is to be read.
    bool mayHaveNewLength(SlotId slot, FieldSet<ClipField> fields) const;
    void applyStructure(const SeenStructure &seen, qint64 askedAt, qint32 epochThen);
    void applyMove(const SeenStructure &seen, const StructureMove &move);
    void planAgain();
    void watchFeed(qint64 now);
    qint64 toldAt(const Target &target) const;
    void updateMeters();
    void applySendCount(int counted);
    ReaderContext makeContext();

    LiveSet &m_set;
    QueryPipe &m_pipe;
    ListenerSet &m_listeners;
    SongClock &m_clock;
    std::function<qint64()> m_now;
    ReaderContext m_context;
    ReadPlan m_plan;
    GapReader m_gaps;
    PlanOptions m_options;
    Pacer m_pacer;
    Pace m_pace = Pace::Scan; ///< When more was wanted last
    bool m_wasComplete
        = false; ///< Once since Live came: what differs from then on has changed in Live
    qint64 m_editSeenAt = -1; ///< When the set was last seen to be edited; -1: never
    qint64 m_filledAt = 0; ///< When the last group was filled
    qint64 m_firstReadings = 0;
    ListenerFeed m_listening;
    OverdueCells m_overdue;
    Audit m_audit;
    StructureReader m_structureReader;
    SelectionReader m_selectionReader;
    MeterWatch m_meters;
    SeenStructure m_seen;
    /// Up to here every index that was sent meant what the mirror believed: when the look at the structure was asked for
    /// that last showed no change, and the listener started last before it.
    qint64 m_sureAt = 0;
    qint32 m_sureEpoch = 0;
    std::set<std::pair<int, QByteArray>> m_unreadable; ///< Track and attribute
    std::map<int, NamesTurn> m_namesTurns; ///< By track, where names are unreadable
    /// Something did not fit what the mirror believes of the structure: nothing else is asked before that is looked at, as
    /// each question about what has gone costs Live a tick.
    bool m_isStructureUncertain = true;
    std::set<Target> m_readingNow; ///< What wishes wait for, under way
    SendCounter m_sendCounter;
    int m_sendsSeen = -1; ///< Another number of sends, seen once; −1: none
    qint64 m_caughtUpLossAt = -1; ///< The loss after which everything that is pushed was read again
};

} // namespace clipdeck
