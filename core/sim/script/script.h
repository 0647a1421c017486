// SPDX-License-Identifier: GPL-3.0-or-later
// The pretend AbletonOSC: addresses with their handlers, and what becomes of a datagram.
#pragma once

#include "core/osc/oscmessage.h"
#include "core/sim/live/live.h"
#include "core/sim/script/listeners.h"
#include "core/sim/script/midimap.h"
#include "core/sim/script/quirks.h"

#include <QByteArrayView>

#include <functional>

namespace clipdeck::sim {

/// A handler's answer is sent to its own address; none without one. Throws Error where Python would raise.
using Handler = std::function<std::optional<OscArguments>(const OscArguments &)>;

/// Speaks for one Live, from the moment it starts until another set is opened. Knows nothing of sockets or time.
class Script {
public:
    /// Takes a message to the client. False if the datagram is larger than the system sends.
    using Send = std::function<bool(const OscMessage &)>;

    Script(Live &live, Send send, const Quirks &quirks = Quirks::all());
    ~Script();
    Script(const Script &) = delete;
    Script &operator=(const Script &) = delete;

    /// Handles one datagram, message or bundle. False: a handler raised, so this tick reads no further.
    bool receive(QByteArrayView datagram);
    /// Handles one message, as receive() does; for tests at the level of messages.
    bool handle(const OscMessage &message);

    void add(const QString &address, Handler handler);
    QStringList addresses() const { return m_order; }
    /// What answers at an address; null if nothing does.
    Handler handler(const QString &address) const { return m_handlers.value(address); }
    /// Pushes a message; throws if it is too large.
    void push(const QString &address, OscArguments arguments);
    /// What AbletonOSC logs as an error goes to the client without its prefix.
    void reportError(const QString &text);

    /// What /live/api/reload does: all addresses are added anew, all listeners taken off. Throws halfway if a listener
    /// stands in the way: no address is left then.
    void reload();

    bool has(Quirk quirk) const { return m_quirks.has(quirk); }
    Live &live() { return m_live; }
    Listeners &listeners() { return m_listeners; }
    MidiMap &midiMap() { return m_midiMap; }
    QString &logLevel() { return m_logLevel; }

private:
    bool attempt(const std::function<void()> &action);
    void process(const OscMessage &message);
    void processForEachTrack(const OscMessage &message);
    void processWildcard(const OscMessage &message);
    void addHandlers();

    Live &m_live;
    Send m_send;
    Quirks m_quirks;
    Listeners m_listeners;
    MidiMap m_midiMap;
    QHash<QString, Handler> m_handlers;
    QStringList m_order; ///< Addresses in the order of registration
    QString m_logLevel = QStringLiteral("info");
};

// Each registers the addresses of one file of AbletonOSC.
void addApiHandlers(Script &script);
void addApplicationHandlers(Script &script);
void addSongHandlers(Script &script);
void addTrackData(Script &script);
void addExport(Script &script);
void addTrackHandlers(Script &script);
void addRoutingHandlers(Script &script);
void addClipHandlers(Script &script);
void addClipFilter(Script &script);
void addSlotHandlers(Script &script);
void addSceneHandlers(Script &script);
void addDeviceHandlers(Script &script);
void addViewHandlers(Script &script);
void addMidiMapHandlers(Script &script);

} // namespace clipdeck::sim
