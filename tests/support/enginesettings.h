// SPDX-License-Identifier: GPL-3.0-or-later
// How an engine finds a server that a test has started.
#pragma once

#include "core/engine.h"
#include "tests/support/oscserver.h"

namespace clipdeck {

inline EngineSettings settingsFor(const OscServer &server)
{
    EngineSettings settings;
    settings.port = server.port();
    settings.replyPort = server.replyPort();
    return settings;
}

} // namespace clipdeck
