// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what is selected in Live.
#pragma once

#include "core/sync/readers/readercontext.h"

namespace clipdeck {

/// AbletonOSC's own getters raise while a return or the main track is selected, and where the selected device is inside a
/// rack (view.py), and a message that raises costs a tick. So tracks are asked whether they are selected, and the device
/// is asked for only where it can be one of the track's, and seldom after a refusal. Single-threaded.
class SelectionReader {
public:
    std::vector<Query> queries(const ReaderContext &context);

private:
    bool m_tracksTell = true; ///< `is_part_of_selection` can be read
    int m_roundsToSkip = 0; ///< Before the device is asked for again
};

} // namespace clipdeck
