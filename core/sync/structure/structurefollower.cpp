// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/structure/structurefollower.h"

#include <algorithm>

namespace clipdeck {

int StructureMove::placeNow(const std::vector<int> &places, int old)
{
    const auto found = std::find(places.begin(), places.end(), old);
    return found == places.end() ? -1 : static_cast<int>(found - places.begin());
}

int placeOfOldFirst(const SeenStructure &before, const SeenStructure &now)
{
    if (!before.byIdentity || !now.byIdentity || before.tracks.empty() || now.tracks.empty()
        || !before.scenesByIdentity || now.tracks.front() == before.tracks.front())
        return -1;
    const auto found = std::find(now.tracks.begin(), now.tracks.end(), before.tracks.front());
    return found == now.tracks.end() ? -1 : static_cast<int>(found - now.tracks.begin());
}

StructureMove moveBetween(const SeenStructure &before, const SeenStructure &now,
    const std::vector<Identity> &scenesOfOldFirst)
{
    StructureMove out;
    out.isKnown = before.byIdentity && now.byIdentity;
    out.tracks = oldPlaces(before.tracks, now.tracks);
    const bool sameFirst = !now.tracks.empty() && !before.tracks.empty()
        && now.tracks.front() == before.tracks.front();
    out.scenesAreKnown = out.isKnown && before.scenesByIdentity && now.scenesByIdentity
        && (sameFirst || !scenesOfOldFirst.empty());
    if (out.scenesAreKnown || !now.byIdentity) {
        out.scenes = oldPlaces(
            before.scenes, sameFirst || !now.byIdentity ? now.scenes : scenesOfOldFirst);
    } else {
        for (std::size_t s = 0; s < now.scenes.size(); ++s)
            out.scenes.push_back(s < before.scenes.size() ? static_cast<int>(s) : -1);
    }
    out.tracksMoved = !isUnmoved(out.tracks, static_cast<int>(before.tracks.size()));
    out.scenesMoved = !isUnmoved(out.scenes, static_cast<int>(before.scenes.size()));
    out.anotherSet
        = std::none_of(out.tracks.begin(), out.tracks.end(), [](int old) { return old >= 0; });
    return out;
}

} // namespace clipdeck
