// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace clipdeck::sim {

/// The context for translators of all that the stand-in says to its user.
class SimWords {
    Q_DECLARE_TR_FUNCTIONS(sim)
};

} // namespace clipdeck::sim
