// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several things a word on the command line means. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace clipdeck {

/// A place in a list, or why there is none, for the user.
struct NamedPlace {
    int index = -1;
    QString error = {};

    bool operator==(const NamedPlace &) const = default;
};

/// `word` is an index where there is such a one, else a name: `808` is a track's name in a set of ten tracks. `#2` is an
/// index before it is a name, `name:2` always a name. Capitals count only between names that differ in nothing else. A name that several
/// share is refused with all of their places. `names` are what there is of `what`, such as "track".
NamedPlace findNamed(const QStringList &names, const QString &word, const QString &what);

} // namespace clipdeck
