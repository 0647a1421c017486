// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/connectionstate.h"

#include <QCoreApplication>

namespace clipdeck {

QString connectionName(ConnectionState state)
{
    const auto words
        = [](const char *text) { return QCoreApplication::translate("Connection", text); };
    switch (state) {
    case ConnectionState::Starting:
        return words("connecting");
    case ConnectionState::Connected:
        return words("connected");
    case ConnectionState::Busy:
        return words("busy");
    case ConnectionState::NoAnswer:
        return words("no answer");
    case ConnectionState::PortTaken:
        return words("port taken");
    case ConnectionState::HostUnknown:
        return words("host unknown");
    case ConnectionState::NetworkError:
        return words("network error");
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
