// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testports.h"

#include <QUdpSocket>

namespace clipdeck {

quint16 freeUdpPort()
{
    QUdpSocket socket;
    return socket.bind(QHostAddress::AnyIPv4, 0) ? socket.localPort() : 0;
}

} // namespace clipdeck
