// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl dump` and `watch`: the mirror, and what changes in it (docs/formats.md).
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/interruption.h"
#include "app/clipdeckctl/verbs.h"
#include "core/live/changesjson.h"
#include "core/live/livesetjson.h"
#include "core/live/unknown.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <cmath>
#include <cstdio>
#include <optional>

namespace clipdeck {

namespace {

bool print(const QByteArray &text)
{
    const auto size = static_cast<std::size_t>(text.size());
    return std::fwrite(text.constData(), 1, size, stdout) == size;
}

/// One line on stdout, at once: who reads it waits for it. False when nobody reads any more.
bool printLine(const QJsonObject &object)
{
    return print(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n')
        && std::fflush(stdout) == 0;
}

/// The mirror on a line, and behind it what else is to be told.
bool printLine(const LiveSet &set, const QJsonObject &more = {})
{
    return writeJson(set, print, more) && print("\n") && std::fflush(stdout) == 0;
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
            bool isNumber = false;
            const double seconds = arguments.value(++i).toDouble(&isNumber);
            if (isNumber && seconds >= 0 && seconds <= 1e6)
                out.forMs = static_cast<int>(std::lround(seconds * 1000));
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
ExitCode readWhole(Session &session, const Wanted &wanted)
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
    Session session(optionsFor(options, wanted));
    const ExitCode code = readWhole(session, wanted);
    if (code == ExitDone) {
        printLine(session.set());
        sayUnknown(session.set());
    }
    return code;
}

ExitCode runWatch(const CtlOptions &options, const QStringList &arguments)
{
    const Wanted wanted = read(arguments, true);
    if (!wanted.complaint.isEmpty())
        return badArguments(wanted.complaint);
    Session session(optionsFor(options, wanted), Session::Stay::Long);
    QObject context;
    bool isOver = false;
    onInterruption(&context, [&isOver] { isOver = true; });
    const ExitCode code = readWhole(session, wanted);
    if (code != ExitDone || !printLine(session.set()))
        return code;

    QElapsedTimer time;
    time.start();
    qint64 lines = 0;
    QObject::connect(&session.set(), &LiveSet::changed, &context, [&](const Changes &changes) {
        const double seconds = static_cast<double>(time.elapsed()) / 1000.0;
        for (const JsonChange &change : toJson(session.set(), changes)) {
            ++lines;
            isOver |= !printLine({{QStringLiteral("seconds"), seconds},
                {QStringLiteral("path"), change.path}, {QStringLiteral("value"), change.value}});
        }
    });
    const auto isTime = [&] { return isOver || (wanted.forMs && time.elapsed() >= *wanted.forMs); };
    // Live may come and go: what is watched is the mirror, and it says so by itself.
    session.runUntil(isTime);
    sayUnknown(session.set());
    printLine(session.set(),
        {{QStringLiteral("watch"), watchReport(session.engine(), time.elapsed(), lines)}});
    return ExitDone;
}

} // namespace clipdeck
