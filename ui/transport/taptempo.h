// SPDX-License-Identifier: GPL-3.0-or-later
// A tempo from taps. Pure; time is an argument.
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace clipdeck {

/// Averages the gaps between the last taps. A pause of two seconds begins anew.
class TapTempo {
public:
    /// The user tapped at `now` (ms of any steady clock). The tempo in BPM from the third tap on, within Live's 20..999.
    std::optional<double> tap(qint64 now);

private:
    std::vector<qint64> m_taps;
};

} // namespace clipdeck
