// SPDX-License-Identifier: GPL-3.0-or-later
// What Live has and can't tell: an answer that is larger than a datagram of its system, and can't be read in pieces.
#pragma once

#include "core/live/liveset.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

namespace clipdeck {

/// Words and places for the mirror's unknown values (LiveSet::unknowns).
class Unknown {
    Q_DECLARE_TR_FUNCTIONS(Unknown)
public:
    /// What is unknown and why, as a sentence for the user.
    static QString sentence(const LiveSet &set, const Target &target);
    static QStringList sentences(const LiveSet &set);
    /// Where its null stands in the dump.
    static QJsonArray jsonPath(const Target &target);
};

} // namespace clipdeck
