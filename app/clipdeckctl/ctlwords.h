// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace clipdeck {

/// The context for translators of all that clipdeckctl says.
class CtlWords {
    Q_DECLARE_TR_FUNCTIONS(clipdeckctl)
};

} // namespace clipdeck
