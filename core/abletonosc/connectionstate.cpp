// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/connectionstate.h"

namespace clipdeck {

QString connectionName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Starting:
        return QStringLiteral("connecting");
    case ConnectionState::Connected:
        return QStringLiteral("connected");
    case ConnectionState::Busy:
        return QStringLiteral("busy");
    case ConnectionState::NoAnswer:
        return QStringLiteral("no answer");
    case ConnectionState::PortTaken:
        return QStringLiteral("port taken");
    case ConnectionState::HostUnknown:
        return QStringLiteral("host unknown");
    case ConnectionState::NetworkError:
        return QStringLiteral("network error");
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
