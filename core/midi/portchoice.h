// SPDX-License-Identifier: GPL-3.0-or-later
// Which port a person means by a number, a name or a part of a name.
#pragma once

#include <QStringList>

namespace clipdeck {

/// A position in a list of ports, or why there is none.
struct PortChoice {
    int index = -1;
    QString error; ///< A sentence that names the ports there are; empty if one was found
};

/// `text` as a position from 0, else as a whole name, else as a part of exactly one name; case does
/// not matter. Among ports of the same name the first is meant.
PortChoice choosePort(const QStringList &names, const QString &text);

/// The position of the port that was remembered as `name`, or -1. ALSA numbers its ports anew at
/// each start
/// ("Launchpad:MIDI 1 24:0"): those numbers are not compared if the whole name is not there.
int findRemembered(const QStringList &names, const QString &name);

} // namespace clipdeck
