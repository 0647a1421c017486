// SPDX-License-Identifier: GPL-3.0-or-later
// The way to AbletonOSC and back: host, reply port, datagrams, and how we stand with it.
#pragma once

#include "core/abletonosc/connection.h"
#include "core/osc/oscmessage.h"
#include "core/osc/udpsocket.h"

#include <QHostAddress>
#include <QObject>

#include <span>

namespace clipdeck {

struct HostAddress;

/// Where Live is, and where its answers are awaited.
struct ConnectionSettings {
    QString host = QStringLiteral("127.0.0.1"); ///< Name or address of the machine that runs Live
    quint16 port = 11000; ///< AbletonOSC's
    quint16 replyPort = 11001; ///< To which the stock AbletonOSC always answers
    /// The address to await answers at; null: loopback when Live is on this machine, else any.
    QHostAddress bindAddress;
};

/// Looks the host up, binds the reply port, and tries both again until they work. What it can't do shows in report(). Lives on
/// the event loop's thread; `now` in ms of the engine's clock.
class LiveConnection : public QObject {
    Q_OBJECT
public:
    /// What the questions know of the way to Live and back.
    struct Answers {
        qint64 silentSince = -1; ///< QueryPipe::silentSince()
        int roundTripMs = -1; ///< QueryPipe::roundTripMs()
        bool updatesElsewhere = false; ///< FeedWatch::isElsewhere()
    };
    /// Messages, and datagrams that were none, since the start.
    struct Counts {
        int sent = 0;
        int received = 0;
        int malformed = 0;
    };

    explicit LiveConnection(ConnectionSettings settings, QObject *parent = nullptr);

    const ConnectionSettings &settings() const { return m_settings; }

    /// Goes on with what keeps messages from being sent. Call it at least every `turnMs`.
    void advance(qint64 now);
    /// The reply port is bound, and a script that has just started is ready.
    bool isOpen() const { return m_socket.isBound() && m_startupAt < 0; }
    /// Judges how we stand, by what was seen here and by `answers`; reported() tells of it.
    void judge(const Answers &answers, qint64 now);

    /// One datagram: a message, or several as a bundle. False if it can't be sent.
    bool send(std::span<const OscMessage> messages);
    /// Takes a datagram apart, as if it had arrived at `now`.
    void handle(const QByteArray &datagram, qint64 now);
    /// How long the first datagram after a silence waits for others (UdpSocket::setGatherMs()).
    void setGatherMs(int ms) { m_socket.setGatherMs(ms); }

    const ConnectionReport &report() const { return m_report; }
    /// Why no request may be sent now, for the user; empty if it may. A request that waited for Live to come back would act at
    /// a moment that nobody chose.
    QString obstacle() const;
    const Counts &counts() const { return m_counts; }

    static constexpr qint64 turnMs = 200; ///< Longer between two calls of judge(): we did not run

Q_SIGNALS:
    void datagramArrived(const QByteArray &datagram);
    /// A message arrived. A number in it that is not finite has become nil.
    void received(const clipdeck::OscMessage &message);
    /// All that had arrived was received.
    void turnEnded();
    /// The report changed, or is a second old.
    void reported(const clipdeck::ConnectionReport &report);
    /// The script was started (`/live/startup`): what was asked of the old one is lost.
    void startedUp();
    /// Live can be asked again after a start, or after a time without answers: it may be another one.
    void cameBack();

private:
    void lookUp();
    void applyHost(const HostAddress &host);
    void bind(qint64 now);

    ConnectionSettings m_settings;
    UdpSocket m_socket;
    SocketAddress m_peer;
    ConnectionFacts m_facts;
    ConnectionReport m_report;
    Counts m_counts;
    qint64 m_judgedAt = 0;
    qint64 m_reportedAt = -1;
    qint64 m_boundTriedAt = -1;
    qint64 m_lookedUpAt = -1;
    qint64 m_startupAt = -1; ///< When the script that started is ready; −1: it is
};

} // namespace clipdeck
