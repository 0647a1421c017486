// SPDX-License-Identifier: GPL-3.0-or-later
// Live's side of listening: who wants to be told when a property of an object changes.
#pragma once

#include "core/sim/live/parameter.h"

#include <QHash>

#include <functional>
#include <vector>

namespace clipdeck::sim {

/// Callbacks by object and property. An object that dies takes its listeners along without a word, as in Live.
class Observers {
public:
    using Callback = std::function<void()>;
    using ConnectionId = quint64;

    ConnectionId connect(ObjectId object, QLatin1String property, Callback callback);
    /// False if that listener is not on this object ("Observer not connected").
    bool disconnect(ObjectId object, ConnectionId connection);
    /// Calls the listeners of one property, in the order in which they came.
    void notify(ObjectId object, QLatin1String property) const;
    void drop(ObjectId object) { m_byObject.remove(object); }
    void clear() { m_byObject.clear(); }
    /// How many listeners there are, for dumps and tests.
    int count() const;

private:
    struct Entry {
        ConnectionId connection;
        QLatin1String property;
        Callback callback;
    };
    QHash<ObjectId, std::vector<Entry>> m_byObject;
    ConnectionId m_last = 0;
};

} // namespace clipdeck::sim
