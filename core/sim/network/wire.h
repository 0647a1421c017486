// SPDX-License-Identifier: GPL-3.0-or-later
// The way between clients and the script: what the network does to datagrams, what the system keeps, and how many there
// were.
#pragma once

#include "core/sim/network/faults.h"

#include <QHash>
#include <QHostAddress>
#include <QStringList>

#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace clipdeck::sim {

/// Datagrams and why they were lost, since the last reset.
struct WireCounts {
    qint64 received = 0; ///< Read by the script
    qint64 bytesIn = 0;
    qint64 droppedIn = 0; ///< By a fault
    qint64 overflow = 0; ///< The receive buffer was full
    qint64 sent = 0;
    qint64 bytesOut = 0;
    qint64 droppedOut = 0;
    qint64 oversize = 0; ///< Larger than the system sends
    qint64 largestOut = 0;
    qint64 stolen = 0; ///< Pushed to another client
    QHash<QString, int> addressesIn;
    QHash<QString, int> addressesOut;
    QStringList errors; ///< Texts of the latest `/live/error`
};

/// Not a QObject and without a timer: time is an argument, in seconds of a steady clock.
class Wire {
public:
    struct Datagram {
        QByteArray bytes;
        QHostAddress host; ///< Where it is from, or goes to
    };
    /// Hands a datagram to the system. False if the system refused it.
    using Send = std::function<bool(const QByteArray &, const QHostAddress &)>;

    explicit Wire(Send send)
        : m_send(std::move(send))
    {
    }

    const Faults &faults() const { return m_faults; }
    /// From now on; the chances begin anew if `seed` is another one.
    void setFaults(const Faults &faults);

    /// A client has sent a datagram.
    void arrive(const QByteArray &bytes, const QHostAddress &from, double now);
    /// The next one that waits to be read.
    std::optional<Datagram> take();
    std::size_t waiting() const { return m_buffer.size(); }
    /// The socket is closed: what waits is lost.
    void close();

    /// False if it is larger than the system sends. It leaves at `departure`, now or later.
    bool send(const QByteArray &bytes, const QHostAddress &to, double departure, double now);
    /// A push that another client gets.
    void sendElsewhere() { ++m_counts.stolen; }

    /// Moves on what was held back until `now`.
    void advance(double now);
    /// When there is something to move on; nothing if nothing is held back.
    std::optional<double> nextDue() const;

    const WireCounts &counts() const { return m_counts; }
    void resetCounts() { m_counts = {}; }

private:
    void keep(Datagram datagram);
    void leave(const Datagram &datagram);

    Send m_send;
    Faults m_faults;
    FaultSchedule m_chanceIn{1};
    FaultSchedule m_chanceOut{2};
    std::multimap<double, Datagram> m_arriving; ///< By time
    std::multimap<double, Datagram> m_leaving;
    std::deque<Datagram> m_buffer;
    double m_buffered = 0.0;
    WireCounts m_counts;
};

} // namespace clipdeck::sim
