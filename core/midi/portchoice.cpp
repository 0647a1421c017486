// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/portchoice.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace clipdeck {

namespace {

/// The words' context for translators.
class PortChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(PortChoice)
};

QString quoted(const QStringList &names)
{
    return QChar(u'“') + names.join(QStringLiteral("”, “")) + QChar(u'”');
}

QString withoutAlsaNumbers(const QString &name)
{
    static const QRegularExpression numbers(QStringLiteral(" \\d+:\\d+$"));
    return QString(name).remove(numbers);
}

} // namespace

PortChoice choosePort(const QStringList &names, const QString &text)
{
    const QString wanted = text.trimmed();
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (isNumber && number >= 0 && number < names.size())
        return {number, {}};
    if (wanted.isEmpty())
        return {-1, PortChoiceWords::tr("No MIDI port was named.")};
    const auto whole = names.indexOf(wanted);
    if (whole >= 0)
        return {static_cast<int>(whole), {}};
    const QStringList parts = names.filter(wanted, Qt::CaseInsensitive);
    for (const QString &name : parts) {
        if (parts.size() == 1 || name.compare(wanted, Qt::CaseInsensitive) == 0
            || parts.count(name) == parts.size())
            return {static_cast<int>(names.indexOf(name)), {}};
    }
    if (!parts.isEmpty())
        return {-1,
            PortChoiceWords::tr("“%1” could be %2: say more of the name.")
                .arg(wanted, quoted(parts))};
    if (names.isEmpty())
        return {-1,
            PortChoiceWords::tr("There is no MIDI port “%1”: there are none at all.").arg(wanted)};
    return {-1,
        PortChoiceWords::tr("There is no MIDI port “%1”. There are: %2.")
            .arg(wanted, quoted(names))};
}

int findRemembered(const QStringList &names, const QString &name)
{
    const auto whole = names.indexOf(name);
    if (whole >= 0)
        return static_cast<int>(whole);
    const QString bare = withoutAlsaNumbers(name);
    for (int i = 0; i < names.size(); ++i) {
        if (withoutAlsaNumbers(names.at(i)) == bare)
            return i;
    }
    return -1;
}

} // namespace clipdeck
