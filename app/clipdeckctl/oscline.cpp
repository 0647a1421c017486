// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/oscline.h"

#include "app/clipdeckctl/ctlwords.h"
#include "core/osc/osccodec.h"

#include <QHostInfo>

namespace clipdeck {

OscLine::OscLine(const CtlOptions &options)
    : m_options(options)
    , m_pipe([this](std::span<const OscMessage> messages) {
        const std::optional<QByteArray> bytes = encodeOsc(messages);
        return bytes && m_socket.send(*bytes, m_peer);
    })
{
    m_time.start();
    QObject::connect(&m_socket, &UdpSocket::received, &m_socket,
        [this](const QByteArray &datagram, const SocketAddress &) { take(datagram); });
}

void OscLine::take(const QByteArray &datagram)
{
    for (const OscMessage &message : decodeOsc(datagram).messages) {
        if (message.address == QLatin1String("/live/error") && !message.arguments.empty())
            m_pipe.handleError(toText(message.arguments.front()).value_or(QString()));
        if (!m_pipe.take(message, m_time.elapsed()))
            m_heard.push_back(message);
    }
}

HostAddress OscLine::lookUp()
{
    HostAddress found = hostAddress(m_options.live.host);
    if (found.kind != HostAddress::Kind::Name)
        return found;
    bool ended = false;
    const int lookup
        = QHostInfo::lookupHost(m_options.live.host, &m_socket, [&](const QHostInfo &info) {
              found = hostAddress(info.addresses());
              ended = true;
          });
    if (!waitUntil([&] { return ended; }, m_options.timeoutMs))
        QHostInfo::abortHostLookup(lookup);
    return found;
}

ExitCode OscLine::send(const OscMessage &message)
{
    const HostAddress live = lookUp();
    if (live.kind != HostAddress::Kind::Ipv4) {
        const QString &host = m_options.live.host;
        say(live.kind == HostAddress::Kind::Ipv6
                ? ipv6Sentence(host)
                : CtlWords::tr("There is no computer named \"%1\" on the network.").arg(host));
        return ExitNoAnswer;
    }
    m_peer = {live.address, m_options.live.port};
    QHostAddress bind = m_options.live.bindAddress;
    if (bind.isNull())
        bind = m_peer.host.isLoopback() ? QHostAddress::LocalHost : QHostAddress::AnyIPv4;
    if (m_socket.bind(bind, m_options.live.replyPort) != UdpSocket::Bound::Yes) {
        say(CtlWords::tr("UDP port %1, to which AbletonOSC answers, cannot be opened: %2.")
                .arg(m_options.live.replyPort)
                .arg(m_socket.error()));
        return ExitPortTaken;
    }
    if (!encodeOsc(message)) {
        say(CtlWords::tr("The message is larger than a datagram can be."));
        return ExitUsage;
    }
    ExitCode code = hearOutOthers();
    if (code == ExitDone)
        code = tell(message);
    return code;
}

/// The reply port may have belonged to another program a moment ago, and answers to it may be on their way still. What
/// comes before the answer to a question of ours is not for us.
ExitCode OscLine::hearOutOthers()
{
    bool answered = false;
    Query fence{OscMessage{QStringLiteral("/live/song/get/tempo"), {}}};
    fence.match = Match::ByTag;
    fence.answered = [&](const OscArguments &) { answered = true; };
    std::vector<Query> questions;
    questions.push_back(std::move(fence));
    m_pipe.askNow(std::move(questions), m_time.elapsed());
    const ExitCode code = waitFor(answered);
    m_heard.clear();
    return code;
}

ExitCode OscLine::tell(const OscMessage &message)
{
    bool ended = false;
    QString error;
    m_pipe.tell(
        {message},
        [&](const QString &text) {
            ended = true;
            error = text;
        },
        m_time.elapsed());
    const ExitCode code = waitFor(ended);
    if (code != ExitDone || error.isEmpty())
        return code;
    say(CtlWords::tr("Live refused: %1").arg(error));
    return ExitRefused;
}

ExitCode OscLine::waitFor(const bool &ended)
{
    // A fence that was lost is sent again; a message is not: it may be one that does something.
    const bool answered = waitUntil(
        [&] {
            m_pipe.advance(m_time.elapsed());
            return ended;
        },
        m_options.timeoutMs);
    if (answered)
        return ExitDone;
    say(CtlWords::tr("%1, port %2, does not answer. Is Live running, and AbletonOSC chosen as a "
                     "Control Surface?")
            .arg(m_options.live.host)
            .arg(m_options.live.port));
    return ExitNoAnswer;
}

} // namespace clipdeck
