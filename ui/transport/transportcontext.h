// SPDX-License-Identifier: GPL-3.0-or-later
// What every control of the transport strip works with.
#pragma once

#include <QtGlobal>

#include <functional>

namespace clipdeck {

class Commands;
class LiveSet;
class SongClock;
class Theme;

/// References to parts that outlive the strip.
struct TransportContext {
    LiveSet &set;
    Commands &commands;
    const SongClock &clock;
    std::function<qint64()> now; ///< The engine's clock, in ms
    const Theme &theme;
};

} // namespace clipdeck
