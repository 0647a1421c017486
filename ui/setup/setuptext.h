// SPDX-License-Identifier: GPL-3.0-or-later
// What the "no answer" page says: what is wrong and what to do next, for each way of not being connected. Pure.
#pragma once

#include "core/abletonosc/connectionstate.h"

#include <QStringList>

namespace clipdeck {

struct EngineSettings;

struct SetupText {
    QString title;
    QString sentence;
    QStringList steps;

    bool operator==(const SetupText &) const = default;
};

/// Nothing for the states that need no page: starting, connected, busy.
SetupText setupText(const ConnectionReport &report, const EngineSettings &settings);

/// Whether the page stands over the grid in this state.
bool needsSetupPage(ConnectionState state);

} // namespace clipdeck
