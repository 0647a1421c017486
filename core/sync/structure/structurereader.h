// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which tracks and scenes there are. AbletonOSC has no listener for it, so it is asked again and again.
#pragma once

#include "core/abletonosc/query.h"
#include "core/sync/structure/structurefollower.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// Reads the structure, by Live's object identities where it can: `_live_ptr`, which Live's own scripts compare objects
/// by, read as an attribute through track_data. So even a swap of two tracks of one name is seen. Where Live refuses
/// that, names and counts have to do. The identities of a thousand scenes do not fit into a datagram of macOS', and
/// AbletonOSC has no address for a part of them: so many scenes are counted there.
class StructureReader {
public:
    /// The questions; `seen` is called when all are answered.
    std::vector<Query> queries(std::function<void(const SeenStructure &)> seen);

    /// The question for the scenes as the slots of one track tell them; `seen` gets them, or nothing if another track is
    /// at this place by now.
    static Query scenesOf(int track, const Identity &expected,
        std::function<void(const std::vector<Identity> &)> seen);

private:
    struct Gathered;

    Query scenes(Gathered &gathered) const;
    void noteRefusal(const QueryFailure &failure);

    int m_tracks = 0; ///< As last seen, for what a look costs
    bool m_hasIdentities = true;
    bool m_sawIdentities = false; ///< Then a refusal is about something else
    int m_refusals = 0;
    int m_tooLarge = 0; ///< How often the scenes were, in a row
};

} // namespace clipdeck
