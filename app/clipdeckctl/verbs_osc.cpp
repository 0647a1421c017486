// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/oscarguments.h"
#include "app/clipdeckctl/oscline.h"
#include "app/clipdeckctl/verbs.h"

#include <cstdio>

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
    QTextStream out(stdout);
    const bool isPattern = message->address.contains(u'*');
    bool found = false;
    for (const OscMessage &answer : line.heard()) {
        if (isErrorReport(answer) || (!isPattern && answer.address != message->address))
            continue;
        found = true;
        if (isPattern)
            out << answer.address << ' ';
        out << printed(answer.arguments) << '\n';
    }
    if (!found)
        say(CtlWords::tr("Live had it, and gave no answer."));
    return found ? ExitDone : ExitRefused;
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
