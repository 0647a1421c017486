// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/options.h"

#include "core/osc/hostaddress.h"

#include <QCommandLineParser>

namespace clipdeck {

namespace {

constexpr int usageStatus = 2;

ParsedOptions refused(const QString &why)
{
    return {std::nullopt, why + QLatin1Char('\n'), usageStatus};
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Options::tr("A control surface that mirrors Ableton Live's Session grid."));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, Options::tr("Shows this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, Options::tr("Shows the version.")},
        {QStringLiteral("demo"),
            Options::tr(
                "Plays with a demo set: a built-in stand-in for Live answers. With FILE.als "
                "behind it, with that Live Set.")},
        {QStringLiteral("host"), Options::tr("The machine that runs Live."),
            QStringLiteral("HOST")},
        {QStringLiteral("port"), Options::tr("AbletonOSC's port (11000)."), QStringLiteral("PORT")},
        {QStringLiteral("reply-port"), Options::tr("The port that AbletonOSC answers to (11001)."),
            QStringLiteral("PORT")},
        {QStringLiteral("bind"), Options::tr("Awaits answers at this address only."),
            QStringLiteral("ADDR")},
        {QStringLiteral("hub"),
            Options::tr("Shares Live with other programs (comes with a later version).")},
        {QStringLiteral("config"), Options::tr("Keeps settings and mappings in this folder."),
            QStringLiteral("DIR")},
        {QStringLiteral("screenshot"), Options::tr("Writes the window to this file and quits."),
            QStringLiteral("FILE.png")},
        {QStringLiteral("after"),
            Options::tr("Takes the screenshot after so many seconds, not when the set is read."),
            QStringLiteral("SECONDS")},
    });
}

/// A port given as `name`; false if it is none. Not given is fine.
bool readPort(const QCommandLineParser &parser, const QString &name, std::optional<quint16> &port)
{
    if (!parser.isSet(name))
        return true;
    bool ok = false;
    port = parser.value(name).toUShort(&ok);
    return ok && *port != 0;
}

/// What is wrong with the line although each of its options is known; empty if nothing is.
QString contradiction(const QCommandLineParser &parser)
{
    const QStringList rest = parser.positionalArguments();
    const bool demo = parser.isSet(QStringLiteral("demo"));
    if (parser.isSet(QStringLiteral("hub")))
        return Options::tr("--hub comes with a later version.");
    const bool liveSet = demo && !rest.isEmpty()
        && rest.first().endsWith(QLatin1String(".als"), Qt::CaseInsensitive);
    if (rest.size() > (liveSet ? 1 : 0))
        return Options::tr("“%1” is no option.").arg(rest.last());
    if (demo && parser.isSet(QStringLiteral("host")))
        return Options::tr("--demo answers in place of Live: it takes no --host.");
    if (parser.isSet(QStringLiteral("after")) && !parser.isSet(QStringLiteral("screenshot")))
        return Options::tr("--after belongs to --screenshot.");
    return {};
}

ParsedOptions readValues(const QCommandLineParser &parser)
{
    Options options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.demoSet = parser.positionalArguments().value(0);
    if (parser.isSet(QStringLiteral("host"))) {
        options.host = parser.value(QStringLiteral("host"));
        if (options.host->trimmed().isEmpty())
            return refused(Options::tr("--host needs a name or an address."));
        if (hostAddress(*options.host).kind == HostAddress::Kind::Ipv6)
            return refused(ipv6Sentence(*options.host));
    }
    if (!readPort(parser, QStringLiteral("port"), options.port)
        || !readPort(parser, QStringLiteral("reply-port"), options.replyPort))
        return refused(Options::tr("A port is a number from 1 to 65535."));
    if (parser.isSet(QStringLiteral("bind"))) {
        const HostAddress address = hostAddress(parser.value(QStringLiteral("bind")));
        if (address.kind != HostAddress::Kind::Ipv4)
            return refused(
                Options::tr("--bind needs an IPv4 address in numbers, such as 0.0.0.0."));
        options.bindAddress = address.address;
    }
    options.configDirectory = parser.value(QStringLiteral("config"));
    options.screenshotFile = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("after"))) {
        bool ok = false;
        options.afterSeconds = parser.value(QStringLiteral("after")).toDouble(&ok);
        if (!ok || !(*options.afterSeconds >= 0.0 && *options.afterSeconds <= 86400.0))
            return refused(Options::tr("--after needs a number of seconds."));
    }
    return {options, {}, 0};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(QStringLiteral("version")))
        return {std::nullopt, QStringLiteral("clipdeck " CLIPDECK_VERSION "\n"), 0};
    if (const QString why = contradiction(parser); !why.isEmpty())
        return refused(why);
    return readValues(parser);
}

} // namespace clipdeck
