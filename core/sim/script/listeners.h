// SPDX-License-Identifier: GPL-3.0-or-later
// AbletonOSC's book of listeners: which were started, under which key, on which object (handler.py, track.py, device.py).
#pragma once

#include "core/osc/oscmessage.h"
#include "core/sim/live/observers.h"
#include "core/sim/script/quirks.h"

#include <QHash>
#include <QString>

#include <map>

namespace clipdeck::sim {

/// What happens when a listener is to be taken off an object that is not the one it was put on.
enum class Removal {
    Lenient, ///< Generic properties: the error is swallowed, the old listener goes on pushing
    Strict, ///< Volume, panning, device parameters: "Observer not connected" is raised, now and every time after
};

/// How a listener is found again: whose it is ("track"), of which property, with which arguments it was started.
struct ListenerKey {
    QString identifier;
    QString property;
    OscArguments params;

    /// Equal for keys that are equal in Python.
    QString text() const;
};

class Listeners {
public:
    Listeners(Observers &observers, const Quirks &quirks)
        : m_observers(observers)
        , m_quirks(quirks)
    {
    }

    /// Connects `callback`; an older listener under the same key is taken off first.
    void start(const ListenerKey &key, ObjectId object, QLatin1String property,
        Observers::Callback callback, Removal removal);
    /// False if there is none under this key.
    bool stop(const ListenerKey &key, ObjectId object, Removal removal);
    bool contains(const ListenerKey &key) const { return m_places.contains(key.text()); }
    /// Takes all off their objects. Strict ones are not in the list that this goes through: the first stops it, with
    /// an Error, and the book is empty nevertheless.
    void clear();

private:
    struct Entry {
        ListenerKey key;
        ObjectId object;
        Observers::ConnectionId connection;
        Removal removal;
    };

    Observers &m_observers;
    Quirks m_quirks;
    quint64 m_last = 0;
    std::map<quint64, Entry> m_entries; ///< In the order in which they were started
    QHash<QString, quint64> m_places;
};

} // namespace clipdeck::sim
