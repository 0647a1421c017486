// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for Live with AbletonOSC: speaks its protocol over real UDP, at its pace.
#pragma once

#include "core/sim/control/dump.h"
#include "core/sim/network/faults.h"
#include "core/sim/script/quirks.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace clipdeck {

/// Which set the stand-in opens; all but `kind` and `als` is for a generated one.
struct SimSetChoice {
    enum class Kind {
        Demo, ///< A band's three songs, playing
        Empty, ///< As Live starts: two MIDI and two audio tracks, eight scenes, two returns, no clips
        Generated,
        File, ///< A Live Set
    };

    Kind kind = Kind::Demo;
    int tracks = 16; ///< Groups among them
    int scenes = 32;
    double fill = 0.5; ///< Share of the slots that hold clips, 0..1
    quint32 seed = 0; ///< The same seed gives the same set
    std::optional<int> groups = {}; ///< So many of the tracks; none given: about every eighth
    int returns = 2;
    std::optional<int> devices = {}; ///< On each track; none given: an instrument and an effect
    int notes = 8; ///< In each MIDI clip
    QString als = {}; ///< The Live Set's file (core/sim/sets/als/reader.h)
};

struct SimOptions {
    QHostAddress bind = QHostAddress::LocalHost;
    quint16 port = 11000; ///< Where requests arrive; 0: any free port
    quint16 replyPort = 11001; ///< Every answer goes to the asker's address at this port
    int tickMs = 100; ///< Time between two readings of the socket, as in Live
    int controlPort
        = -1; ///< TCP port of the control channel on 127.0.0.1 (see README.md); 0: any free port, -1: none
    SimSetChoice set;
    sim::Faults faults;
    sim::Quirks quirks = sim::Quirks::all(); ///< What trips clients up in the real script
};

/// Runs on the event loop of the thread it lives in. `start` may fail;.
class Simulator : public QObject {
    Q_OBJECT
public:
    enum class Started { Yes, PortTaken, Failed };

    explicit Simulator(SimOptions options, QObject *parent = nullptr);
    ~Simulator() override;

    /// Binds the ports and begins to tick. On failure `error` (if given) holds words for the user.
    Started tryStart(QString *error = nullptr);
    bool start(QString *error = nullptr) { return tryStart(error) == Started::Yes; }

    /// The port in use; 0 before start.
    quint16 port() const;
    quint16 replyPort() const;
    /// 0 without a control channel.
    quint16 controlPort() const;
    /// What the opened Live Set has and the stand-in does not, a line a kind.
    QStringList leftOut() const;
    /// The set as it stands, with Live's own names of things (see README.md).
    QJsonObject dump(sim::DumpDetail detail = {}) const;

Q_SIGNALS:
    /// The control channel asked for the end.
    void quitRequested();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace clipdeck
