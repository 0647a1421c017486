// SPDX-License-Identifier: GPL-3.0-or-later
// What another process has used of the machine, as Linux tells it.
#pragma once

#include <QtGlobal>

namespace clipdeck {

/// Zero where the system does not tell.
struct ProcessUsage {
    double cpuMs = 0.0; ///< Whatever else runs beside it
    double wakeUps = 0.0; ///< Of its main thread

    static ProcessUsage of(qint64 process);
};

} // namespace clipdeck
