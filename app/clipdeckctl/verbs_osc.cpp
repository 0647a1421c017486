// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/oscarguments.h"
#include "app/clipdeckctl/oscline.h"
#include "app/clipdeckctl/output.h"
#include "app/clipdeckctl/verbs.h"

namespace clipdeck {

namespace {

bool isErrorReport(const OscMessage &message)
{
    return message.address == QLatin1String("/live/error");
}

} // namespace

ExitCode runQuery(const CtlOptions &options, const QStringList &arguments)
{
    QString why;
    const std::optional<OscMessage> message = messageFrom(arguments, &why);
    if (!message)
        return badArguments(why);
    OscLine line(options);
    const ExitCode code = line.send(*message);
    if (code != ExitDone)
        return code;
    QString out;
    const bool isPattern = message->address.contains(u'*');
    bool found = false;
    for (const OscMessage &answer : line.heard()) {
        if (isErrorReport(answer) || (!isPattern && answer.address != message->address))
            continue;
        found = true;
        if (isPattern)
            out += answer.address + u' ';
        out += printed(answer.arguments) + u'\n';
    }
    if (!found)
        return refuse(CtlWords::tr("Live had it, and gave no answer."));
    return print(out.toUtf8());
}

ExitCode runSend(const CtlOptions &options, const QStringList &arguments)
{
    QString why;
    const std::optional<OscMessage> message = messageFrom(arguments, &why);
    if (!message)
        return badArguments(why);
    return OscLine(options).send(*message);
}

ExitCode runStopAll(const CtlOptions &options, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return badArguments(arguments.join(u' '));
    return runSend(options, {QStringLiteral("/live/song/stop_all_clips")});
}

} // namespace clipdeck
