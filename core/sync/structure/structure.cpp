// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/structure/structure.h"

#include <QHash>

namespace clipdeck {

std::optional<Identity> identityOf(const LiveValue &value)
{
    constexpr double least = 65536;
    const double number = numberOr(value, 0.0);
    if (std::holds_alternative<bool>(value) || number < least)
        return std::nullopt;
    return QString::number(number, 'f', 0); // exact: addresses have fewer bits than a double's 53
}

std::vector<int> oldPlaces(const std::vector<Identity> &before, const std::vector<Identity> &now)
{
    QHash<Identity, std::vector<int>> places; // of each identity, the last one first
    for (int i = static_cast<int>(before.size()) - 1; i >= 0; --i)
        places[before[static_cast<std::size_t>(i)]].push_back(i);
    std::vector<int> out;
    out.reserve(now.size());
    for (const Identity &identity : now) {
        const auto found = places.find(identity);
        if (found == places.end() || found->empty()) {
            out.push_back(-1);
        } else {
            out.push_back(found->back());
            found->pop_back();
        }
    }
    return out;
}

bool isUnmoved(const std::vector<int> &oldPlaces, int countBefore)
{
    if (static_cast<int>(oldPlaces.size()) != countBefore)
        return false;
    for (int i = 0; i < countBefore; ++i) {
        if (oldPlaces[static_cast<std::size_t>(i)] != i)
            return false;
    }
    return true;
}

} // namespace clipdeck
