// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/namedplace.h"

#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/numbers.h"

#include <optional>

namespace clipdeck {

namespace {

std::optional<int> placeFrom(const QString &text, qsizetype count)
{
    const std::optional<int> index = indexFrom(text);
    return index && *index < count ? index : std::nullopt;
}

QList<int> placesOf(const QStringList &names, const QString &name, Qt::CaseSensitivity capitals)
{
    QList<int> out;
    for (int i = 0; i < names.size(); ++i) {
        if (names[i].compare(name, capitals) == 0)
            out.append(i);
    }
    return out;
}

NamedPlace findByName(const QStringList &names, const QString &name, const QString &what)
{
    QList<int> places = placesOf(names, name, Qt::CaseSensitive);
    if (places.isEmpty())
        places = placesOf(names, name, Qt::CaseInsensitive);
    if (places.size() == 1)
        return {places.front()};
    if (places.isEmpty())
        return {-1, CtlWords::tr("There is no %1 \"%2\".").arg(what, name)};
    QStringList marks;
    for (int place : places)
        marks.append(u'#' + QString::number(place));
    return {-1,
        CtlWords::tr("\"%1\" is the name of more than one %2: say which by %3.")
            .arg(name, what, marks.join(QStringLiteral(", ")))};
}

} // namespace

NamedPlace findNamed(const QStringList &names, const QString &word, const QString &what)
{
    static const QString namePrefix = QStringLiteral("name:");
    if (word.startsWith(namePrefix))
        return findByName(names, word.sliced(namePrefix.size()), what);
    const bool isMarked = word.startsWith(u'#');
    if (const std::optional<int> index = placeFrom(isMarked ? word.sliced(1) : word, names.size()))
        return {*index};
    return findByName(names, word, what);
}

} // namespace clipdeck
