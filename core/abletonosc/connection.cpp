// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/connection.h"

#include "core/osc/hostaddress.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

/// The words' context for translators.
class ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

ConnectionState stateOf(const ConnectionFacts &facts, qint64 now)
{
    using Facts = ConnectionFacts;
    if (facts.host == Facts::Host::Unknown || facts.host == Facts::Host::Ipv6)
        return ConnectionState::HostUnknown;
    if (facts.replyPort == Facts::Port::Taken)
        return ConnectionState::PortTaken;
    if (facts.replyPort == Facts::Port::Failed)
        return ConnectionState::NetworkError;
    if (facts.lastHeard < 0)
        return now - facts.startedAt - facts.asleepMs < firstAnswerMs ? ConnectionState::Starting
                                                                      : ConnectionState::NoAnswer;
    const qint64 silence = facts.silentSince < 0 ? 0 : now - facts.silentSince - facts.asleepMs;
    if (silence >= noAnswerAfterMs)
        return ConnectionState::NoAnswer;
    return silence >= busyAfterMs ? ConnectionState::Busy : ConnectionState::Connected;
}

QString sentenceFor(ConnectionState state, const ConnectionFacts &facts)
{
    switch (state) {
    case ConnectionState::Starting:
        return {};
    case ConnectionState::Connected:
        if (!facts.updatesElsewhere)
            return {};
        return ConnectionWords::tr(
            "Another program that uses AbletonOSC receives Live's updates. Clipdeck asks "
            "instead, which is slower. Quit the other program to be told again.");
    case ConnectionState::Busy:
        return ConnectionWords::tr(
            "Live has stopped answering for the moment: it is loading, or a dialog or "
            "menu is open in it.");
    case ConnectionState::NoAnswer:
        return ConnectionWords::tr(
            "%1, port %2, does not answer. Open Live and choose AbletonOSC as a Control "
            "Surface in its "
            "settings, under Link, Tempo & MIDI.")
            .arg(facts.hostName)
            .arg(facts.port);
    case ConnectionState::PortTaken:
        return ConnectionWords::tr(
            "Another program holds UDP port %1, to which AbletonOSC sends its answers. "
            "Quit that program; "
            "Clipdeck tries again by itself.")
            .arg(facts.replyPortNumber);
    case ConnectionState::HostUnknown:
        if (facts.host == ConnectionFacts::Host::Ipv6)
            return ipv6Sentence(facts.hostName);
        return ConnectionWords::tr(
            "There is no computer named \"%1\" on the network. Check the name, or use its "
            "IP address.")
            .arg(facts.hostName);
    case ConnectionState::NetworkError:
        return ConnectionWords::tr("The system does not let Clipdeck listen on UDP port %1: %2.")
            .arg(facts.replyPortNumber)
            .arg(facts.systemError);
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionReport judgeConnection(const ConnectionFacts &facts, qint64 now)
{
    const ConnectionState state = stateOf(facts, now);
    return {state, facts.lastHeard < 0 ? -1 : now - facts.lastHeard, facts.roundTripMs,
        sentenceFor(state, facts), state == ConnectionState::Connected && facts.updatesElsewhere};
}

} // namespace clipdeck
