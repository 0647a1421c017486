// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: builds the parts, wires them, owns the one timer. Decides nothing.
#pragma once

#include "core/abletonosc/liveconnection.h"
#include "core/commands/commands.h"
#include "core/live/liveset.h"
#include "core/live/songclock.h"
#include "core/osc/oscmessage.h"

#include <QObject>

#include <functional>
#include <memory>

namespace clipdeck {

class GridCommands;

struct EngineSettings : ConnectionSettings {
    bool listen = true; ///< False does without listeners in Live: for a short visit
    bool readDevices = true; ///< False leaves devices and parameters out of the mirror
};

/// Owns the mirror and everything that fills and serves it. Lives on the event loop's thread.
class Engine : public QObject {
    Q_OBJECT
public:
    explicit Engine(EngineSettings settings, QObject *parent = nullptr);
    ~Engine() override;

    /// Binds the reply port and begins to ask. Failures show as connection states, and are tried again by themselves.
    void start();

    LiveSet &liveSet();
    Commands &commands();
    GridCommands &gridCommands();
    const SongClock &songClock() const;
    ConnectionReport connection() const;
    const EngineSettings &settings() const;
    /// The clock that every `now` of core refers to, in ms since start.
    qint64 now() const;

    /// Sends one message as it is, outside of mirror and commands (console, clipdeckctl). False if it can't be sent.
    bool sendRaw(const OscMessage &message);

    /// Counters for status bar and tests.
    struct Traffic {
        int sent = 0; ///< Messages since the start
        int received = 0;
        int malformed = 0; ///< Datagrams that were no OSC
        int stalePushes = 0; ///< Of listeners left behind on moved tracks
        int mostPerTick = 0; ///< Messages that are sent in one tick of AbletonOSC's at the most
        int missedPushes = 0; ///< That should have told of a change and did not come
        /// Values in which the mirror was wrong without a reason (core/sync/audit.h): 0, or a fault
        int divergences = 0;
        int audited = 0; ///< Values that were compared for that
        qint64 firstReadings = 0; ///< Parts of the mirror that were read for the first time
        int lostAnswers = 0; ///< Questions that were answered only when asked again, or not at all
        int listeners = 0; ///< That Live holds for us
        /// Nothing waits to be read or listened to but what is read again and again
        bool isAtRest = false;
        double readCostMs = 0.0; ///< What a touch of its API is believed to cost Live
    };
    Traffic traffic() const;

    /// Cells that are on screen: read first and most often.
    void setVisible(TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount);
    /// Tracks whose meters are on screen: these push them. A count of 0: none.
    void watchMeters(TrackIndex firstTrack, int trackCount);
    /// A parameter that someone looks at or has mapped is listened to; every watch needs its unwatch.
    void watchParameter(ParameterId parameter);
    void unwatchParameter(ParameterId parameter);
    /// Reads a parameter's value and Live's own text for it, once. `done` is called once, with false if Live did not tell.
    void readParameter(ParameterId parameter, std::function<void(bool)> done);
    /// Reads a MIDI clip's notes into the mirror (Clip::notes). `done` is called once, with false where that failed.
    void readNotes(SlotId slot, std::function<void(bool)> done = {});

Q_SIGNALS:
    void connectionChanged(const clipdeck::ConnectionReport &report);
    /// Every message that arrives, before anything is made of it (console, clipdeckctl).
    void messageReceived(const clipdeck::OscMessage &message);
    /// The whole set has been read once (again after a restart of Live or another set).
    void mirrorCompleted();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace clipdeck
