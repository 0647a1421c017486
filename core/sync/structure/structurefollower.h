// SPDX-License-Identifier: GPL-3.0-or-later
// What a new look at the structure says about where tracks and scenes went. Pure.
#pragma once

#include "core/sync/structure/structure.h"

namespace clipdeck {

/// What Live has now, in order.
struct SeenStructure {
    std::vector<Identity> tracks;
    std::vector<Identity> scenes; ///< Told by the slots of the first track
    bool byIdentity = false; ///< Live's own object identities; else track names and scene numbers
    bool scenesByIdentity = true; ///< Else the scenes are but counted, whatever the tracks are
};

/// From one look to the next.
struct StructureMove {
    std::vector<int> tracks; ///< For each new place the old one, or −1 for a new track
    std::vector<int> scenes;
    bool tracksMoved = false;
    bool scenesMoved = false;
    bool anotherSet = false; ///< Nothing is left of what there was
    bool isKnown = false; ///< It is certain which track is which
    bool scenesAreKnown = false; ///< And which scene

    bool isNothing() const { return !tracksMoved && !scenesMoved; }
    /// Where what was at `old` is now; −1: gone.
    int trackNow(int old) const { return placeNow(tracks, old); }
    int sceneNow(int old) const { return placeNow(scenes, old); }

private:
    static int placeNow(const std::vector<int> &places, int old);
};

/// The scenes are told by the slots of the first track. Where another track is first now, the scenes are to be told by
/// the same track as before, at its new place: `scenesOfOldFirst`, empty if it is gone. Then they are taken to have kept
/// their places, as long as there are as many as before, but that is not known. So it is where scenes are but counted.
StructureMove moveBetween(const SeenStructure &before, const SeenStructure &now,
    const std::vector<Identity> &scenesOfOldFirst);

/// Where the track is now that was first before, if another is first now; −1: no need to look, or it is gone.
int placeOfOldFirst(const SeenStructure &before, const SeenStructure &now);

} // namespace clipdeck
