// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/listeners.h"

#include "core/sim/live/error.h"
#include "core/sim/script/pythonvalue.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

QString ListenerKey::text() const
{
    return identifier + u'/' + property + u' ' + pythonKey(params);
}

void Listeners::start(const ListenerKey &key, ObjectId object, QLatin1String property,
    Observers::Callback callback, Removal removal)
{
    stop(key, object, removal);
    const auto connection = m_observers.connect(object, property, std::move(callback));
    m_entries.emplace(++m_last, Entry{key, object, connection, removal});
    m_places.insert(key.text(), m_last);
}

bool Listeners::stop(const ListenerKey &key, ObjectId object, Removal removal)
{
    const auto found = m_places.constFind(key.text());
    if (found == m_places.cend())
        return false;
    const auto entry = m_entries.find(*found);
    const bool leaks = m_quirks.has(Quirk::ListenersLeak);
    const bool off
        = m_observers.disconnect(leaks ? object : entry->second.object, entry->second.connection);
    if (!off && leaks && removal == Removal::Strict)
        refuse(u"Observer not connected"_s);
    m_entries.erase(entry);
    m_places.erase(found);
    return true;
}

void Listeners::clear()
{
    m_places.clear();
    const std::map<quint64, Entry> entries = std::exchange(m_entries, {});
    // manager.py asks its handlers one after the other.
    for (const char *handler : {"song", "clip", "clip_slot", "track", "device", "view", "scene"}) {
        for (const auto &[place, entry] : entries) {
            if (entry.key.identifier != QLatin1String(handler))
                continue;
            if (entry.removal == Removal::Strict && m_quirks.has(Quirk::ReloadKills))
                throw Error(ErrorKind::Other,
                    QString(u"(%1, %2)"_s)
                        .arg(pythonRepr(entry.key.property), pythonRepr(entry.key.params)));
            m_observers.disconnect(entry.object, entry.connection);
        }
    }
}

} // namespace clipdeck::sim
