// SPDX-License-Identifier: GPL-3.0-or-later
// What the mixer works with.
#pragma once

#include <QtGlobal>

#include <functional>

namespace clipdeck {

class Commands;
class LiveSet;
class Theme;

/// References to parts that outlive the mixer.
struct MixerContext {
    LiveSet &set;
    Commands &commands;
    std::function<qint64()> now; ///< The engine's clock, in ms
    const Theme &theme;
};

} // namespace clipdeck
