// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/launchhistory.h"

#include <algorithm>

namespace clipdeck {

namespace {

/// Groups play nothing themselves.
Combination playingNow(const LiveSet &set)
{
    Combination out;
    for (const Track &track : set.tracks())
        out.push_back(track.isFoldable ? noSlot : std::max(track.playingSlot, noSlot));
    return out;
}

bool anyWaits(const LiveSet &set)
{
    return std::ranges::any_of(
        set.tracks(), [](const Track &track) { return track.firedSlot != noSlot; });
}

} // namespace

void LaunchHistory::note(const LiveSet &set)
{
    Combination now = playingNow(set);
    if (!m_before.empty() && m_before.back() == now)
        return;
    if (m_before.size() == most)
        m_before.erase(m_before.begin());
    m_before.push_back(std::move(now));
}

std::optional<Combination> LaunchHistory::back(const LiveSet &set)
{
    const Combination now = playingNow(set);
    while (!m_before.empty()) {
        Combination last = std::move(m_before.back());
        m_before.pop_back();
        if (last != now || anyWaits(set))
            return last;
    }
    return std::nullopt;
}

} // namespace clipdeck
