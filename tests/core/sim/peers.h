// SPDX-License-Identifier: GPL-3.0-or-later
// Two machines that speak to the stand-in in tests, and what they send.
#pragma once

#include "core/osc/osccodec.h"

#include <QHostAddress>

#include <utility>

namespace clipdeck {

inline const QHostAddress anna(QStringLiteral("10.0.0.1"));
inline const QHostAddress ben(QStringLiteral("10.0.0.2"));

/// The datagram of one message.
inline QByteArray bytes(const QString &address, OscArguments arguments = {})
{
    return *encodeOsc({address, std::move(arguments)});
}

} // namespace clipdeck
