// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/simverb.h"

#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/exitcode.h"
#include "app/clipdeckctl/interruption.h"
#include "app/clipdeckctl/output.h"
#include "app/clipdeckctl/simfaultoptions.h"
#include "core/osc/hostaddress.h"
#include "core/sim/simulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace clipdeck {

namespace {

/// On stderr, as it is.
void sayLine(const QString &line)
{
    QTextStream(stderr) << line << '\n';
}

void sayWhatIsLeftOut(const QStringList &kinds)
{
    if (kinds.isEmpty())
        return;
    sayLine(CtlWords::tr("Not read from the Live Set: ") + kinds.join(u"; "_s));
}

void sayQuirks(const sim::Quirks &quirks)
{
    for (const sim::QuirkText &text : sim::quirkTexts()) {
        const bool on = quirks.has(text.quirk);
        sayLine(QString(u"%1: %2"_s)
                    .arg(on ? "strict"_L1 : "lenient"_L1,
                        QString::fromUtf8(on ? text.strict : text.lenient)));
    }
}

/// The options as given, and the first thing that is wrong with them.
class Reader {
public:
    Reader()
    {
        m_parser.setApplicationDescription(CtlWords::tr("Serve as AbletonOSC until interrupted."));
        m_parser.addHelpOption();
        const auto add = [this](const char *name, const QString &what, const char *value) {
            m_parser.addOption(
                QCommandLineOption(QString::fromLatin1(name), what, QString::fromLatin1(value)));
        };
        add("set", CtlWords::tr("Open this Live Set."), "file.als");
        add("tracks", CtlWords::tr("Generate a set of this many tracks."), "n");
        add("scenes", CtlWords::tr("… this many scenes."), "n");
        add("fill", CtlWords::tr("… with this share of its slots filled, 0 to 1."), "share");
        add("groups", CtlWords::tr("… so many of its tracks groups."), "n");
        add("returns", CtlWords::tr("… this many return tracks (2)."), "n");
        add("devices", CtlWords::tr("… this many devices on each track."), "n");
        add("notes", CtlWords::tr("… this many notes in each MIDI clip (8)."), "n");
        add("seed", CtlWords::tr("… made from this number."), "n");
        m_parser.addOption(QCommandLineOption(u"empty"_s,
            CtlWords::tr(
                "Open the set that Live starts with: 2 MIDI and 2 audio tracks, 8 scenes, 2 "
                "returns, no clips.")));
        m_parser.addOption(QCommandLineOption(u"strict"_s,
            CtlWords::tr(
                "Trip clients up as the real script does, and say how (as without this option).")));
        m_parser.addOption(QCommandLineOption(u"lenient"_s,
            CtlWords::tr("Be kind where the real script trips clients up, and say where.")));
        add("tick-ms", CtlWords::tr("Milliseconds between two readings of the socket (100)."),
            "ms");
        add("port", CtlWords::tr("UDP port for requests (11000; 0: any)."), "port");
        add("reply-port", CtlWords::tr("UDP port for answers (11001)."), "port");
        add("bind", CtlWords::tr("Address to listen at (127.0.0.1)."), "address");
        add("control-port",
            CtlWords::tr(
                "TCP port of the control channel on 127.0.0.1 (0: any; without it: none)."),
            "port");
        addFaultOptions(m_parser);
    }

    QString helpText() const { return m_parser.helpText(); }
    bool wantsQuirks() const { return m_parser.isSet(u"strict"_s) || m_parser.isSet(u"lenient"_s); }
    bool wantsHelp() const { return m_parser.isSet(u"help"_s); }
    const QString &error() const { return m_error; }

    std::optional<SimOptions> read(const QStringList &arguments)
    {
        if (!m_parser.parse(QStringList{u"clipdeckctl sim"_s} + arguments)) {
            m_error = m_parser.errorText();
            return std::nullopt;
        }
        if (!m_parser.positionalArguments().isEmpty())
            m_error = CtlWords::tr("unexpected argument: %1")
                          .arg(m_parser.positionalArguments().first());
        SimOptions options;
        options.port = static_cast<quint16>(number("port", 0, 65535, options.port));
        options.replyPort = static_cast<quint16>(number("reply-port", 1, 65535, options.replyPort));
        options.tickMs = number("tick-ms", 1, 10000, options.tickMs);
        options.controlPort = number("control-port", 0, 65535, options.controlPort);
        if (m_parser.isSet(u"bind"_s))
            readBind(options);
        readSet(options.set);
        if (m_parser.isSet(u"lenient"_s))
            options.quirks = sim::Quirks::none();
        if (m_parser.isSet(u"lenient"_s) && m_parser.isSet(u"strict"_s))
            m_error = CtlWords::tr("--strict or --lenient, not both");
        options.faults = readFaultOptions(m_parser, &m_error);
        return m_error.isEmpty() ? std::optional(options) : std::nullopt;
    }

private:
    void readBind(SimOptions &options)
    {
        const QString typed = m_parser.value(u"bind"_s);
        const HostAddress address = hostAddress(typed);
        options.bind = address.address;
        if (address.kind == HostAddress::Kind::Ipv6)
            m_error = ipv6Sentence(typed);
        else if (address.kind == HostAddress::Kind::Name)
            m_error = CtlWords::tr("--bind: not an address: %1").arg(typed);
    }

    void readSet(SimSetChoice &set)
    {
        using Kind = SimSetChoice::Kind;
        for (const char *name :
            {"tracks", "scenes", "fill", "groups", "returns", "devices", "notes", "seed"}) {
            if (m_parser.isSet(QString::fromLatin1(name)))
                set.kind = Kind::Generated;
        }
        if (m_parser.isSet(u"empty"_s)) {
            if (set.kind == Kind::Generated)
                m_error = CtlWords::tr("--empty: the empty set has a size of its own");
            set.kind = Kind::Empty;
        }
        if (m_parser.isSet(u"set"_s)) {
            set.als = m_parser.value(u"set"_s);
            if (set.kind != Kind::Demo || set.als.isEmpty())
                m_error
                    = CtlWords::tr("--set takes a file, and none of the options that choose a set");
            set.kind = Kind::File;
        }
        set.tracks = number("tracks", 1, 1000, set.tracks);
        set.scenes = number("scenes", 1, 10000, set.scenes);
        set.seed = static_cast<quint32>(number("seed", 0, std::numeric_limits<int>::max(), 0));
        if (m_parser.isSet(u"groups"_s))
            set.groups = number("groups", 0, 500, 0);
        set.returns = number("returns", 0, 12, set.returns);
        if (m_parser.isSet(u"devices"_s))
            set.devices = number("devices", 0, 50, 0);
        set.notes = number("notes", 0, 10000, set.notes);
        if (m_parser.isSet(u"fill"_s)) {
            bool ok = false;
            set.fill = m_parser.value(u"fill"_s).toDouble(&ok);
            if (!ok || !(set.fill >= 0.0 && set.fill <= 1.0))
                m_error = CtlWords::tr("--fill: a number from 0 to 1 is needed");
        }
    }

    int number(const char *name, int lowest, int highest, int otherwise)
    {
        const QString option = QString::fromLatin1(name);
        if (!m_parser.isSet(option))
            return otherwise;
        bool ok = false;
        const int value = m_parser.value(option).toInt(&ok);
        if (ok && value >= lowest && value <= highest)
            return value;
        m_error = CtlWords::tr("--%1: a whole number from %2 to %3 is needed")
                      .arg(option)
                      .arg(lowest)
                      .arg(highest);
        return otherwise;
    }

    QCommandLineParser m_parser;
    QString m_error;
};

} // namespace

int runSim(QCoreApplication &app, const QStringList &arguments)
{
    Reader reader;
    const std::optional<SimOptions> options = reader.read(arguments);
    if (reader.wantsHelp()) {
        return print(reader.helpText().toUtf8() + '\n');
    }
    if (!options) {
        sayLine(u"clipdeckctl sim: "_s + reader.error());
        return ExitUsage;
    }
    Simulator simulator(*options);
    QString error;
    const Simulator::Started started = simulator.tryStart(&error);
    if (started != Simulator::Started::Yes) {
        sayLine(u"clipdeckctl sim: "_s + error);
        return started == Simulator::Started::PortTaken ? ExitPortTaken : ExitRefused;
    }
    sayWhatIsLeftOut(simulator.leftOut());
    if (reader.wantsQuirks())
        sayQuirks(options->quirks);
    QObject::connect(&simulator, &Simulator::quitRequested, &app, &QCoreApplication::quit);
    onInterruption(&app, [&app] { app.quit(); });
    const QString control
        = simulator.controlPort() ? QString::number(simulator.controlPort()) : u"-"_s;
    const QString ready = QString(u"READY port=%1 reply_port=%2 control_port=%3\n"_s)
                              .arg(simulator.port())
                              .arg(simulator.replyPort())
                              .arg(control);
    if (const ExitCode code = print(ready.toUtf8()); code != ExitDone)
        return code;
    return app.exec();
}

} // namespace clipdeck
