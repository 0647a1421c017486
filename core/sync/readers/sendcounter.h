// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the sends that every track has, one for each return track.
#pragma once

#include "core/abletonosc/query.h"

#include <functional>
#include <vector>

namespace clipdeck {

/// AbletonOSC has no address for the number of returns: the next send of the first track is asked for until Live refuses
/// one. One question a reading.
class SendCounter {
public:
    /// The next question; `counted` is called with the number when it is known.
    std::vector<Query> queries(std::function<void(int)> counted);
    /// There is more to ask before the number is known.
    bool isCounting() const { return m_found > 0; }

private:
    void end(const std::function<void(int)> &counted);

    int m_found = 0;
};

} // namespace clipdeck
