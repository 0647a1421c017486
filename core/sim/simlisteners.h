// SPDX-License-Identifier: GPL-3.0-or-later
// AbletonOSC's book of listeners: which were started, under which key, on which object (handler.py, track.py, device.py).
#pragma once

#include "core/sim/simobservers.h"

#include <QHash>
#include <QString>

namespace clipdeck::sim {

/// What happens when a listener is to be taken off an object that is not the one it was put on.
enum class Removal {
    Lenient, ///< Generic properties: the error is swallowed, the old listener goes on pushing
    Strict, ///< Volume, panning, device parameters: "Observer not connected" is raised, now and every time after
};

class Listeners {
public:
    explicit Listeners(Observers &observers)
        : m_observers(observers)
    {
    }

    /// Connects `callback`; an older listener under the same key is taken off first.
    void start(const QString &key, ObjectId object, QLatin1String property,
        Observers::Callback callback, Removal removal);
    /// False if there is none under this key.
    bool stop(const QString &key, ObjectId object, Removal removal);
    bool contains(const QString &key) const { return m_byKey.contains(key); }

private:
    Observers &m_observers;
    QHash<QString, Observers::ConnectionId> m_byKey;
};

} // namespace clipdeck::sim
