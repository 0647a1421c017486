// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/hostaddress.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

/// The words' context for translators.
class HostAddressWords {
    Q_DECLARE_TR_FUNCTIONS(HostAddress)
};

} // namespace

HostAddress hostAddress(const QHostAddress &address)
{
    if (address.isNull())
        return {};
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4);
    // Qt takes :: for 0.0.0.0 as well.
    const bool isMapped = isIpv4 && number != 0;
    if (address.protocol() == QAbstractSocket::IPv4Protocol || isMapped)
        return {HostAddress::Kind::Ipv4, QHostAddress(number)};
    return {HostAddress::Kind::Ipv6};
}

HostAddress hostAddress(const QString &text)
{
    const QString typed = text.trimmed();
    const bool isBracketed = typed.startsWith(u'[') && typed.endsWith(u']');
    QHostAddress address;
    return address.setAddress(isBracketed ? typed.sliced(1).chopped(1) : typed)
        ? hostAddress(address)
        : HostAddress{};
}

HostAddress hostAddress(const QList<QHostAddress> &found)
{
    HostAddress best;
    for (const QHostAddress &one : found) {
        const HostAddress candidate = hostAddress(one);
        if (candidate.kind == HostAddress::Kind::Ipv4)
            return candidate;
        best = candidate;
    }
    return best;
}

QString ipv6Sentence(const QString &host)
{
    return HostAddressWords::tr(
        "AbletonOSC speaks IPv4 only, and %1 is IPv6: use an address such as 192.168.1.20.")
        .arg(host);
}

} // namespace clipdeck
