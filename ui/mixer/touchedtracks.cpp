// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/touchedtracks.h"

#include <algorithm>
#include <iterator>

namespace clipdeck {

std::vector<TrackIndex> touchedTracks(TrackIndex touched, const std::set<TrackIndex> &selected)
{
    if (!touched.isValid())
        return {};
    std::vector<TrackIndex> out{touched};
    if (selected.contains(touched))
        std::ranges::copy_if(selected, std::back_inserter(out),
            [touched](TrackIndex track) { return track != touched; });
    return out;
}

} // namespace clipdeck
