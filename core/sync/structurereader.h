// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which tracks and scenes there are. AbletonOSC has no listener for it, so it is asked again and again.
#pragma once

#include "core/abletonosc/query.h"
#include "core/sync/structure.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// What Live has now, in order.
struct SeenStructure {
    std::vector<Identity> tracks;
    std::vector<Identity> scenes;
    bool byIdentity = false; ///< Live's own object identities; else track names and scene numbers
};

/// Reads the structure, by Live's object identities where it can: `_live_ptr`, which Live's own scripts compare objects
/// by, read as an attribute through track_data. So even a swap of two tracks of one name is seen. Where Live refuses
/// that, names and counts have to do.
class StructureReader {
public:
    /// The questions; `seen` is called when all are answered.
    std::vector<Query> queries(std::function<void(const SeenStructure &)> seen);

    bool hasIdentities() const { return m_hasIdentities; }

private:
    bool m_hasIdentities = true;
};

} // namespace clipdeck
