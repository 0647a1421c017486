// SPDX-License-Identifier: GPL-3.0-or-later
// What trips clients up in the real AbletonOSC. The stand-in does the same, unless it is told to be lenient.
#pragma once

#include <bitset>
#include <span>

namespace clipdeck::sim {

enum class Quirk {
    FailureEndsTick,
    FirstTrackOnly,
    HighestNoteHidden,
    NotesByIdFail,
    ListenersLeak,
    ReloadKills,
    DevicePushesWithoutIds,
    ScenesUpToMinusOne,
    OpenEndedWildcards,
    SelectedSceneFires,
};

constexpr std::size_t quirkCount = 10;

/// Which of them are on.
class Quirks {
public:
    static Quirks all() { return Quirks(std::bitset<quirkCount>().set()); }
    static Quirks none() { return Quirks({}); }

    bool has(Quirk quirk) const { return m_on.test(static_cast<std::size_t>(quirk)); }

private:
    explicit Quirks(std::bitset<quirkCount> on)
        : m_on(on)
    {
    }

    std::bitset<quirkCount> m_on;
};

/// One of them in words, for whoever reads a terminal.
struct QuirkText {
    Quirk quirk;
    const char *strict; ///< What happens, as in the real script
    const char *lenient; ///< What happens instead
};

std::span<const QuirkText> quirkTexts();

} // namespace clipdeck::sim
