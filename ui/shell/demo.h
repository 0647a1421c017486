// SPDX-License-Identifier: GPL-3.0-or-later
// The demo: the built-in stand-in for Live, in this process, over real UDP on the loopback.
#pragma once

#include "core/engine.h"

#include <QString>

#include <memory>
#include <optional>

namespace clipdeck {

class Simulator;

/// A stand-in that serves, and where an engine finds it; or why there is none.
struct Demo {
    Demo();
    Demo(Demo &&) noexcept;
    Demo &operator=(Demo &&) noexcept;
    ~Demo();

    std::unique_ptr<Simulator> simulator; ///< Null: it did not start
    EngineSettings settings;
    QString problem; ///< For the user
};

/// `port` and `replyPort` where given, else free ones; `liveSet`: a Live Set's file, or empty for the demo set.
Demo startDemo(
    std::optional<quint16> port, std::optional<quint16> replyPort, const QString &liveSet = {});

} // namespace clipdeck
