// SPDX-License-Identifier: GPL-3.0-or-later
// What Live calls the devices that its files name by their class.
#pragma once

#include <QString>

namespace clipdeck::sim {

/// A kind of device.
struct AlsDeviceKind {
    QString name; ///< As on Live's screen
    int type = 0; ///< 1 instrument, 2 audio effect, 4 MIDI effect; 0: the file must tell (plug-ins)
    bool rack = false;
};

/// A class that is not known (a newer Live's) is called by its class name, and taken for an audio effect.
AlsDeviceKind alsDeviceKind(const QString &className);

} // namespace clipdeck::sim
