// SPDX-License-Identifier: GPL-3.0-or-later
// The far end, in a process of its own: the stand-in, or the real AbletonOSC script on the rig.
#pragma once

#include "tests/support/controlclient.h"

#include <QProcess>
#include <QStringList>

#include <memory>

namespace clipdeck {

/// Which program answers. A test class runs once with each: one data row a kind.
enum class ServerKind {
    StandIn, ///< `clipdeckctl sim`
    Rig, ///< The unmodified script of ABLETONOSC_DIR on the rig's model of Live
};

/// The largest datagram that macOS sends unless it is told otherwise, in bytes (net.inet.udp.maxdgram).
inline constexpr int macOsDatagram = 9216;

/// What the set of a server is made of. Both kinds know these, and make the same of one seed at each start (though not
/// the same as the other kind).
struct GeneratedSet {
    int tracks = 8;
    int scenes = 8;
    double fill = 0.5; ///< Share of slots with a clip
    int seed = 1;
};

/// A running server; it ends with this object. Its ports are free ones, chosen at start.
class OscServer {
public:
    /// Why a kind can't be started here, as a sentence for QSKIP; empty if it can.
    static QString unavailable(ServerKind kind);
    /// Starts one and waits until it is ready. Null if it failed: *error then tells why.
    static std::unique_ptr<OscServer> start(
        ServerKind kind, const QStringList &arguments, QString *error);
    static std::unique_ptr<OscServer> start(
        ServerKind kind, const GeneratedSet &set, QString *error);
    ~OscServer();
    Q_DISABLE_COPY_MOVE(OscServer)

    quint16 port() const { return m_port; }
    quint16 replyPort() const { return m_replyPort; }
    qint64 processId() const { return m_process.processId(); }
    /// `--port N --reply-port M`, for the programs under test.
    QStringList clientArguments() const;
    ControlClient &control() { return m_control; }

private:
    OscServer() = default;
    bool launch(const QStringList &command, QString *error);
    bool readReadyLine(QString *error);

    QProcess m_process;
    ControlClient m_control;
    quint16 m_port = 0;
    quint16 m_replyPort = 0;
};

/// For initTestCase_data(): a global data row a kind, in the column `kind`. The real AbletonOSC has one only where it is
/// available: a test should skip with its reason where it is not.
void addServerRows();

/// The directory of the built programs (CLIPDECK_BIN) joined with `name`.
QString programPath(const QString &name);

/// Makes `process` end with this one, should a test be killed before it can clean up.
void endWithParent(QProcess &process);

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::ServerKind)
