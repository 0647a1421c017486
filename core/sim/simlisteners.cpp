// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simlisteners.h"

#include "core/sim/simerror.h"

namespace clipdeck::sim {

void Listeners::start(const QString &key, ObjectId object, QLatin1String property,
    Observers::Callback callback, Removal removal)
{
    stop(key, object, removal);
    m_byKey.insert(key, m_observers.connect(object, property, std::move(callback)));
}

bool Listeners::stop(const QString &key, ObjectId object, Removal removal)
{
    const auto found = m_byKey.constFind(key);
    if (found == m_byKey.cend())
        return false;
    if (!m_observers.disconnect(object, *found) && removal == Removal::Strict)
        refuse(QStringLiteral("Observer not connected"));
    m_byKey.erase(found);
    return true;
}

} // namespace clipdeck::sim
