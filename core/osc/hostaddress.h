// SPDX-License-Identifier: GPL-3.0-or-later
// Where a datagram for AbletonOSC can go. Pure.
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

namespace clipdeck {

/// What somebody typed as a host, or what a name has come to. AbletonOSC listens on IPv4 only.
struct HostAddress {
    enum class Kind {
        Name, ///< No address: a name to look up, or one that has come to nothing
        Ipv4,
        Ipv6, ///< An address at which AbletonOSC can't be
    };
    Kind kind = Kind::Name;
    QHostAddress address = {}; ///< Ipv4: where to send

    bool operator==(const HostAddress &) const = default;
};

/// An IPv6 address that stands for an IPv4 one (::ffff:127.0.0.1) is that one.
HostAddress hostAddress(const QHostAddress &address);
/// Of what was typed. IPv6 addresses may stand in brackets.
HostAddress hostAddress(const QString &text);
/// Of the addresses that a name has: the first IPv4 one.
HostAddress hostAddress(const QList<QHostAddress> &found);

/// Why an IPv6 address won't do, for the user.
QString ipv6Sentence(const QString &host);

} // namespace clipdeck
