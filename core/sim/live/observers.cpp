// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/observers.h"

#include "core/sim/live/error.h"

#include <algorithm>
#include <numeric>

namespace clipdeck::sim {

Observers::ConnectionId Observers::connect(
    ObjectId object, QLatin1String property, Callback callback)
{
    m_byObject[object].push_back({++m_last, property, std::move(callback)});
    return m_last;
}

bool Observers::disconnect(ObjectId object, ConnectionId connection)
{
    const auto found = m_byObject.find(object);
    return found != m_byObject.end() && std::erase_if(*found, [&](const Entry &entry) {
        return entry.connection == connection;
    }) > 0;
}

void Observers::notify(ObjectId object, QLatin1String property) const
{
    const auto found = m_byObject.constFind(object);
    if (found == m_byObject.cend())
        return;
    for (const Entry &entry : *found) {
        if (entry.property != property)
            continue;
        try {
            entry.callback();
        } catch (const Error &) {
            continue; // Live writes it to its log; whoever caused the change never hears of it
        }
    }
}

int Observers::count() const
{
    return std::accumulate(m_byObject.begin(), m_byObject.end(), 0,
        [](int sum, const auto &entries) { return sum + static_cast<int>(entries.size()); });
}

} // namespace clipdeck::sim
