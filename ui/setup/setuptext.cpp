// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setuptext.h"

#include "core/engine.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NoAnswerPage)
public:
    static SetupText noAnswer(const EngineSettings &settings)
    {
        return {tr("Live does not answer"),
            tr("Clipdeck asks %1, port %2, once a second. As soon as Live answers, your set "
               "appears here; there is "
               "nothing to press.")
                .arg(settings.host)
                .arg(settings.port),
            {tr("Open Live and your set."),
                tr("In Live's settings, under Link, Tempo & MIDI, choose AbletonOSC as a Control "
                   "Surface."),
                tr("Live runs on another machine? Press “Live is elsewhere” and give its "
                   "address.")}};
    }

    static SetupText portTaken(const EngineSettings &settings)
    {
        return {tr("The reply port is taken"),
            tr("AbletonOSC sends its answers to port %1, and another program on this computer "
               "holds it.")
                .arg(settings.replyPort),
            {tr("Close the other program: a second Clipdeck, or another remote control for "
                "Live.")}};
    }

    static SetupText hostUnknown(const EngineSettings &settings)
    {
        return {tr("No machine is called “%1”").arg(settings.host),
            tr("The name of the machine that runs Live can't be found in this network."),
            {tr("Press “Live is elsewhere” and check the name for typing errors."),
                tr("Or give its address in numbers, such as 192.168.1.20. Live's computer shows it "
                   "in its network "
                   "settings.")}};
    }

    static SetupText networkError(const EngineSettings &settings)
    {
        return {tr("The network does not let Clipdeck through"),
            tr("This computer refuses to send to %1, port %2.")
                .arg(settings.host)
                .arg(settings.port),
            {tr("See that this computer is connected to the network of Live's computer."),
                tr("Allow Clipdeck in the firewall."), tr("Clipdeck tries again by itself.")}};
    }
};

SetupText baseText(ConnectionState state, const EngineSettings &settings)
{
    switch (state) {
    case ConnectionState::NoAnswer:
        return Words::noAnswer(settings);
    case ConnectionState::PortTaken:
        return Words::portTaken(settings);
    case ConnectionState::HostUnknown:
        return Words::hostUnknown(settings);
    case ConnectionState::NetworkError:
        return Words::networkError(settings);
    case ConnectionState::Starting:
    case ConnectionState::Connected:
    case ConnectionState::Busy:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

SetupText setupText(const ConnectionReport &report, const EngineSettings &settings)
{
    SetupText text = baseText(report.state, settings);
    // What the connection found out is more exact than the usual reason, but for "no answer" silence is all there is.
    if (!report.sentence.isEmpty() && report.state != ConnectionState::NoAnswer
        && !text.title.isEmpty())
        text.sentence = report.sentence;
    return text;
}

bool needsSetupPage(ConnectionState state)
{
    return state == ConnectionState::NoAnswer || state == ConnectionState::PortTaken
        || state == ConnectionState::HostUnknown || state == ConnectionState::NetworkError;
}

} // namespace clipdeck
