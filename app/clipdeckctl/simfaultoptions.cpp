// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/simfaultoptions.h"

#include "app/clipdeckctl/ctlwords.h"

using namespace Qt::StringLiterals;

namespace clipdeck {

namespace {

/// The setting's name with dashes; the seed of a generated set has that option already.
QString optionName(const sim::FaultField &field)
{
    QString name = QString::fromLatin1(field.name).replace(u'_', u'-');
    if (name == "seed"_L1)
        return u"fault-seed"_s;
    return name == "rcvbuf"_L1 ? u"socket-rcvbuf"_s : name;
}

} // namespace

void addFaultOptions(QCommandLineParser &parser)
{
    for (const sim::FaultField &field : sim::faultFields())
        parser.addOption(QCommandLineOption(
            optionName(field), CtlWords::tr("Fault: %1.").arg(CtlWords::tr(field.help)), u"n"_s));
    parser.addOption(QCommandLineOption(u"stolen-feed"_s,
        CtlWords::tr("Fault: another client speaks after every reading, and gets the pushes.")));
}

sim::Faults readFaultOptions(const QCommandLineParser &parser, QString *error)
{
    sim::Faults faults;
    for (const sim::FaultField &field : sim::faultFields()) {
        const QString option = optionName(field);
        if (!parser.isSet(option))
            continue;
        bool ok = false;
        const double value = parser.value(option).toDouble(&ok);
        if (!ok || !setFault(faults, field, value))
            *error = CtlWords::tr("--%1: a number from 0 to %2 is needed")
                         .arg(option)
                         .arg(field.highest);
    }
    faults.feedStolen = parser.isSet(u"stolen-feed"_s);
    return faults;
}

} // namespace clipdeck
