// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl dump` and `watch`: the mirror, and what changes in it (docs/formats.md).
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/interruption.h"
#include "app/clipdeckctl/numbers.h"
#include "app/clipdeckctl/output.h"
#include "app/clipdeckctl/verbs.h"
#include "app/clipdeckctl/watcheddocument.h"
#include "core/live/changesjson.h"
#include "core/live/jsontext.h"
#include "core/live/livesetjson.h"
#include "core/live/unknown.h"

#include <QElapsedTimer>

#include <cmath>
#include <optional>

namespace clipdeck {

namespace {

/// One line, at once: who reads it waits for it. False when there is no sense in going on.
bool printLine(Output &output, const QJsonObject &object)
{
    return output.write(jsonText(object) + '\n') && output.flush();
}

/// The mirror on a line, and behind it what else is to be told.
bool printLine(Output &output, const LiveSet &set, const QJsonObject &more = {})
{
    const auto write = [&output](const QByteArray &piece) { return output.write(piece); };
    return writeJson(set, write, more) && output.write("\n") && output.flush();
}

/// What `dump` and `watch` understand.
struct Wanted {
    bool devices = true;
    bool notes = false;
    std::optional<int> forMs; ///< watch only
    QString complaint;
};

Wanted read(const QStringList &arguments, bool isWatch)
{
    Wanted out;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == QLatin1String("--no-devices")) {
            out.devices = false;
        } else if (word == QLatin1String("--notes")) {
            out.notes = true;
        } else if (isWatch && word == QLatin1String("--for")) {
            const std::optional<double> seconds = numberFrom(arguments.value(++i));
            if (seconds && *seconds >= 0 && *seconds <= 1e6)
                out.forMs = static_cast<int>(std::lround(*seconds * 1000));
            else
                out.complaint = CtlWords::tr("--for takes a number of seconds.");
        } else {
            out.complaint = CtlWords::tr("Unknown option or word: %1").arg(word);
        }
    }
    return out;
}

CtlOptions optionsFor(const CtlOptions &options, const Wanted &wanted)
{
    CtlOptions out = options;
    out.live.readDevices = wanted.devices;
    return out;
}

/// The mirror whole, with the notes if they are wanted.
ExitCode readWhole(CtlConnection &session, const Wanted &wanted)
{
    const ExitCode code = session.readAll();
    return code == ExitDone && wanted.notes ? session.readNotes() : code;
}

/// Where the mirror stands with the truth, in the last line of `watch`.
QJsonObject watchReport(Engine &engine, qint64 elapsedMs, qint64 lines)
{
    const Engine::Traffic traffic = engine.traffic();
    return {{QStringLiteral("seconds"), static_cast<double>(elapsedMs) / 1000.0},
        {QStringLiteral("changes"), lines}, {QStringLiteral("sent"), traffic.sent},
        {QStringLiteral("received"), traffic.received},
        {QStringLiteral("stale_pushes"), traffic.stalePushes},
        {QStringLiteral("missed_pushes"), traffic.missedPushes},
        {QStringLiteral("updates_elsewhere"), engine.connection().updatesElsewhere},
        {QStringLiteral("audited"), traffic.audited},
        {QStringLiteral("divergences"), traffic.divergences},
        {QStringLiteral("unknown"), static_cast<int>(engine.liveSet().unknowns().size())}};
}

/// What stands as null although Live has it.
void sayUnknown(const LiveSet &set)
{
    for (const QString &sentence : Unknown::sentences(set))
        clipdeck::say(sentence);
}

} // namespace

ExitCode runDump(const CtlOptions &options, const QStringList &arguments)
{
    const Wanted wanted = read(arguments, false);
    if (!wanted.complaint.isEmpty())
        return badArguments(wanted.complaint);
    CtlConnection session(optionsFor(options, wanted));
    const ExitCode code = readWhole(session, wanted);
    if (code != ExitDone)
        return code;
    sayUnknown(session.set());
    Output output;
    printLine(output, session.set());
    return output.end();
}

ExitCode runWatch(const CtlOptions &options, const QStringList &arguments)
{
    const Wanted wanted = read(arguments, true);
    if (!wanted.complaint.isEmpty())
        return badArguments(wanted.complaint);
    CtlConnection session(optionsFor(options, wanted), CtlConnection::Stay::Long);
    QObject context;
    bool isOver = false;
    onInterruption(&context, [&isOver] { isOver = true; });
    const ExitCode code = readWhole(session, wanted);
    if (code != ExitDone)
        return code;
    Output output;
    if (!printLine(output, session.set()))
        return output.end();

    WatchedDocument document(toJson(session.set()));
    QElapsedTimer time;
    time.start();
    qint64 lines = 0;
    QObject::connect(&session.set(), &LiveSet::changed, &context, [&](const Changes &changes) {
        const double seconds = static_cast<double>(time.elapsed()) / 1000.0;
        for (const JsonChange &change : toJson(session.set(), changes)) {
            if (!document.lay(change))
                continue;
            ++lines;
            isOver |= !printLine(output,
                {{QStringLiteral("seconds"), seconds}, {QStringLiteral("path"), change.path},
                    {QStringLiteral("value"), change.value}});
        }
    });
    const auto isTime = [&] { return isOver || (wanted.forMs && time.elapsed() >= *wanted.forMs); };
    // Live may come and go: what is watched is the mirror, and it says so by itself.
    session.runUntil(isTime);
    sayUnknown(session.set());
    printLine(output, session.set(),
        {{QStringLiteral("watch"), watchReport(session.engine(), time.elapsed(), lines)}});
    return output.end();
}

} // namespace clipdeck
