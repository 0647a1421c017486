// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/commandline.h"

#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/numbers.h"
#include "app/clipdeckctl/output.h"
#include "app/clipdeckctl/verbs.h"
#include "core/osc/hostaddress.h"

#include <QCommandLineParser>

#include <array>
#include <cmath>

namespace clipdeck {

namespace {

constexpr std::array optionNames{"host", "port", "reply-port", "bind", "timeout"};

bool readPort(const QCommandLineParser &parser, const QString &name, quint16 *port, QString *error)
{
    if (!parser.isSet(name))
        return true;
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    if (!isNumber || value < 1 || value > 65535) {
        *error = CtlWords::tr("--%1 takes a port from 1 to 65535.").arg(name);
        return false;
    }
    *port = static_cast<quint16>(value);
    return true;
}

void readOptions(const QCommandLineParser &parser, ParsedCommandLine *out)
{
    EngineSettings &live = out->options.live;
    if (parser.isSet(QStringLiteral("host")))
        live.host = parser.value(QStringLiteral("host"));
    if (hostAddress(live.host).kind == HostAddress::Kind::Ipv6) {
        out->error = ipv6Sentence(live.host);
        return;
    }
    if (!readPort(parser, QStringLiteral("port"), &live.port, &out->error)
        || !readPort(parser, QStringLiteral("reply-port"), &live.replyPort, &out->error))
        return;
    if (parser.isSet(QStringLiteral("bind"))) {
        const QString typed = parser.value(QStringLiteral("bind"));
        const HostAddress address = hostAddress(typed);
        live.bindAddress = address.address;
        if (address.kind == HostAddress::Kind::Name)
            out->error = CtlWords::tr("--bind takes an IP address of this computer.");
        else if (address.kind == HostAddress::Kind::Ipv6)
            out->error = ipv6Sentence(typed);
        if (!out->error.isEmpty())
            return;
    }
    if (parser.isSet(QStringLiteral("timeout"))) {
        const double seconds = numberFrom(parser.value(QStringLiteral("timeout"))).value_or(0.0);
        if (seconds <= 0.0 || seconds > 3600.0)
            out->error = CtlWords::tr("--timeout takes a number of seconds, up to 3600.");
        else
            out->options.timeoutMs = static_cast<int>(std::lround(seconds * 1000));
    }
}

QString helpText()
{
    QString text;
    QTextStream out(&text);
    out << "clipdeckctl [--host 127.0.0.1] [--port 11000] [--reply-port 11001] [--bind ADDR] "
           "[--timeout 3] COMMAND …\n\n";
    for (const CtlVerb &verb : verbs())
        out << "  " << verb.name << ' ' << QString::fromUtf8(verb.arguments) << "\n      "
            << CtlWords::tr(verb.help) << '\n';
    out << '\n'
        << CtlWords::tr(
               "Tracks, scenes, devices and parameters are counted from 0. Exit status: 0 done "
               "and confirmed by Live, 1 Live refused, 2 usage, 3 no answer, 4 the reply port is "
               "taken, 5 the output could not be written.")
        << '\n';
    return text;
}

/// The first option that was given and means nothing to the command; empty if there is none.
QString strangeOption(const CtlVerb &verb, const QStringList &given)
{
    static const QStringList serving{
        QStringLiteral("--port"), QStringLiteral("--reply-port"), QStringLiteral("--bind")};
    for (qsizetype i = 0; i < given.size(); i += 2) {
        const bool counts = verb.options == CtlVerb::Options::OfLive
            || (verb.options == CtlVerb::Options::OfServing && serving.contains(given[i]));
        if (!counts)
            return given[i];
    }
    return {};
}

} // namespace

ExitCode badArguments(const QString &what)
{
    say(what);
    say(CtlWords::tr("clipdeckctl --help tells how it is used."));
    return ExitUsage;
}

ParsedCommandLine parseCommandLine(const QStringList &words)
{
    ParsedCommandLine out;
    QCommandLineParser parser;
    // What follows the command is its own: "-1" there is a number.
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    for (const char *name : optionNames)
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value")});
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(
        QCommandLineOption(QStringList{QStringLiteral("v"), QStringLiteral("version")}));
    if (!parser.parse(QStringList{QStringLiteral("clipdeckctl")} + words)) {
        out.error = parser.errorText();
        return out;
    }
    out.wantsHelp = parser.isSet(QStringLiteral("help"));
    out.wantsVersion = parser.isSet(QStringLiteral("version"));
    QStringList rest = parser.positionalArguments();
    if (!rest.isEmpty())
        out.verb = rest.takeFirst();
    out.arguments = rest;
    for (const char *name : optionNames) {
        const QString option = QString::fromLatin1(name);
        if (parser.isSet(option))
            out.options.words += {QStringLiteral("--") + option, parser.value(option)};
    }
    readOptions(parser, &out);
    return out;
}

int runCommandLine(const QStringList &words)
{
    const ParsedCommandLine line = parseCommandLine(words);
    if (!line.error.isEmpty())
        return badArguments(line.error);
    if (line.wantsVersion)
        return print("clipdeckctl " CLIPDECK_VERSION "\n");
    if (line.wantsHelp)
        return print(helpText().toUtf8());
    for (const CtlVerb &verb : verbs()) {
        if (line.verb != QLatin1String(verb.name))
            continue;
        const QString strange = strangeOption(verb, line.options.words);
        return strange.isEmpty()
            ? verb.run(line.options, line.arguments)
            : badArguments(CtlWords::tr("%1 means nothing to %2.").arg(strange, line.verb));
    }
    return badArguments(line.verb.isEmpty()
            ? CtlWords::tr("A command is missing.")
            : CtlWords::tr("There is no command \"%1\".").arg(line.verb));
}

} // namespace clipdeck
