// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/liveconnection.h"

#include "core/logging/logging.h"
#include "core/osc/hostaddress.h"
#include "core/osc/osccodec.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

constexpr qint64 bindAgainMs = 1000;
constexpr qint64 lookUpAgainMs = 5000;
constexpr qint64 reportEveryMs = 1000; // for the age of the last reply; states are told at once
constexpr qint64 startupGraceMs = 300; // after /live/startup the script is not quite there yet

} // namespace

LiveConnection::LiveConnection(ConnectionSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_facts.hostName = m_settings.host;
    m_facts.port = m_settings.port;
    m_facts.replyPortNumber = m_settings.replyPort;
    connect(&m_socket, &UdpSocket::received, this,
        [this](const QByteArray &datagram, const SocketAddress &) {
            Q_EMIT datagramArrived(datagram);
        });
    connect(&m_socket, &UdpSocket::sliceEnded, this, &LiveConnection::turnEnded);
}

void LiveConnection::lookUp()
{
    if (const HostAddress typed = hostAddress(m_settings.host);
        typed.kind != HostAddress::Kind::Name) {
        applyHost(typed);
        return;
    }
    QHostInfo::lookupHost(m_settings.host, this,
        [this](const QHostInfo &info) { applyHost(hostAddress(info.addresses())); });
}

void LiveConnection::applyHost(const HostAddress &host)
{
    using Host = ConnectionFacts::Host;
    const bool isIpv6 = host.kind == HostAddress::Kind::Ipv6;
    m_facts.host = isIpv6 ? Host::Ipv6 : Host::Unknown;
    if (host.kind != HostAddress::Kind::Ipv4)
        return;
    m_peer = {host.address, m_settings.port};
    m_facts.host = Host::Known;
}

void LiveConnection::bind(qint64 now)
{
    m_boundTriedAt = now;
    QHostAddress address = m_settings.bindAddress;
    if (address.isNull())
        address = m_peer.host.isLoopback() ? QHostAddress(QHostAddress::LocalHost)
                                           : QHostAddress(QHostAddress::AnyIPv4);
    switch (m_socket.bind(address, m_settings.replyPort)) {
    case UdpSocket::Bound::Yes:
        m_facts.replyPort = ConnectionFacts::Port::Bound;
        m_facts.startedAt = now;
        break;
    case UdpSocket::Bound::PortTaken:
        m_facts.replyPort = ConnectionFacts::Port::Taken;
        break;
    case UdpSocket::Bound::Failed:
        m_facts.replyPort = ConnectionFacts::Port::Failed;
        m_facts.systemError = m_socket.error();
        break;
    }
}

void LiveConnection::advance(qint64 now)
{
    using Host = ConnectionFacts::Host;
    if (m_facts.host != Host::Known) {
        const bool isDue = m_lookedUpAt < 0
            || (m_facts.host != Host::NotYet && now - m_lookedUpAt >= lookUpAgainMs);
        if (isDue) {
            m_lookedUpAt = now;
            lookUp();
        }
    } else if (!m_socket.isBound()) {
        if (m_boundTriedAt < 0 || now - m_boundTriedAt >= bindAgainMs)
            bind(now);
    } else if (m_startupAt >= 0 && now >= m_startupAt) {
        m_startupAt = -1;
        Q_EMIT cameBack();
    }
}

void LiveConnection::judge(const Answers &answers, qint64 now)
{
    if (std::exchange(m_facts.silentSince, answers.silentSince) != answers.silentSince)
        m_facts.asleepMs = 0;
    m_facts.asleepMs += std::max<qint64>(0, now - std::exchange(m_judgedAt, now) - turnMs);
    m_facts.roundTripMs = answers.roundTripMs;
    m_facts.updatesElsewhere = answers.updatesElsewhere;
    const ConnectionReport before = std::exchange(m_report, judgeConnection(m_facts, now));
    const bool stateChanged
        = m_report.state != before.state || m_report.sentence != before.sentence;
    const bool answersAgain
        = before.state == ConnectionState::NoAnswer && m_report.state == ConnectionState::Connected;
    if (stateChanged || now - m_reportedAt >= reportEveryMs) {
        m_reportedAt = now;
        Q_EMIT reported(m_report);
    }
    if (answersAgain)
        Q_EMIT cameBack();
}

bool LiveConnection::send(std::span<const OscMessage> messages)
{
    const std::optional<QByteArray> bytes = encodeOsc(messages);
    if (!bytes || !m_socket.isBound())
        return false;
    m_counts.sent += static_cast<int>(messages.size());
    return m_socket.send(*bytes, m_peer);
}

void LiveConnection::handle(const QByteArray &datagram, qint64 now)
{
    const OscDecoded decoded = decodeOsc(datagram);
    if (!decoded.error.isEmpty()) {
        ++m_counts.malformed;
        qCDebug(lcConnection) << "not OSC:" << decoded.error;
    }
    for (OscMessage message : decoded.messages) {
        // A number that is not finite tells no more than nil, and would spread through all that is computed with it.
        std::ranges::replace_if(
            message.arguments, [](const OscArgument &value) { return !isFinite(value); },
            OscArgument(OscNil{}));
        ++m_counts.received;
        m_facts.lastHeard = now;
        if (message.address == QLatin1String("/live/startup")) {
            m_startupAt = now + startupGraceMs;
            Q_EMIT startedUp();
        }
        Q_EMIT received(message);
    }
}

QString LiveConnection::obstacle() const
{
    if (m_report.state == ConnectionState::Connected)
        return {};
    return m_report.sentence.isEmpty() ? tr("Live has not answered yet.") : m_report.sentence;
}

} // namespace clipdeck

#include "moc_liveconnection.cpp"
