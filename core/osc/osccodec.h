// SPDX-License-Identifier: GPL-3.0-or-later
// OSC bytes to messages and back; the only file that sees oscpack.
#pragma once

#include "core/osc/oscmessage.h"

#include <QByteArrayView>

#include <span>

namespace clipdeck {

/// The largest payload a UDP datagram can carry over IPv4, in bytes.
constexpr int maximumDatagramSize = 65507;

/// What a datagram held. `messages` are those that could be read before `error` (empty: none) was met.
struct OscDecoded {
    std::vector<OscMessage> messages;
    QString error;
};

/// One message as a datagram. Nothing if it would exceed maximumDatagramSize.
std::optional<QByteArray> encodeOsc(const OscMessage &message);

/// Messages as one datagram, a bundle to be read at once; a single one as it is. Nothing if it would exceed
/// maximumDatagramSize.
std::optional<QByteArray> encodeOsc(std::span<const OscMessage> messages);

/// Reads a message or a bundle (nested up to 8 deep; its time tags are ignored, as AbletonOSC does).
/// Never throws, whatever the bytes are; allocates no more than a small multiple of their size.
OscDecoded decodeOsc(QByteArrayView datagram);

} // namespace clipdeck
