// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oscserver.h"

#include "tests/support/testports.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace clipdeck {

namespace {

constexpr int readyTimeoutMs = 30000;

/// The rig lies beside the project, or where CLIPDECK_RIG says.
QString rigScript()
{
    const QString beside
        = qEnvironmentVariable("CLIPDECK_SOURCE") + QStringLiteral("/../shared/rig");
    const QDir folder(qEnvironmentVariable("CLIPDECK_RIG", beside));
    return QDir::cleanPath(folder.absoluteFilePath(QStringLiteral("run_abletonosc.py")));
}

/// The program of a kind, and the arguments it always needs.
QStringList commandOf(ServerKind kind)
{
    if (kind == ServerKind::StandIn)
        return {programPath(QStringLiteral("clipdeckctl")), QStringLiteral("sim")};
    return {QStringLiteral("python3"), rigScript(), QStringLiteral("--abletonosc"),
        qEnvironmentVariable("ABLETONOSC_DIR")};
}

quint16 portIn(const QString &line, const QString &name)
{
    const QRegularExpression pattern(QStringLiteral("\\b%1=(\\d+)").arg(name));
    return pattern.match(line).captured(1).toUShort();
}

} // namespace

QString programPath(const QString &name)
{
    return QDir(qEnvironmentVariable("CLIPDECK_BIN")).filePath(name);
}

void addServerRows()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::newRow("stand-in") << ServerKind::StandIn;
    if (OscServer::unavailable(ServerKind::Rig).isEmpty())
        QTest::newRow("AbletonOSC") << ServerKind::Rig;
}

void endWithParent(QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#else
    Q_UNUSED(process)
#endif
}

QString OscServer::unavailable(ServerKind kind)
{
    if (kind == ServerKind::StandIn)
        return {};
    if (!qEnvironmentVariableIsSet("ABLETONOSC_DIR"))
        return QStringLiteral("ABLETONOSC_DIR is not set: the real AbletonOSC is not tried");
    if (!QFile::exists(rigScript()))
        return QStringLiteral(
            "There is no rig at %1 (CLIPDECK_RIG): the real AbletonOSC is not tried")
            .arg(rigScript());
    return {};
}

std::unique_ptr<OscServer> OscServer::start(
    ServerKind kind, const QStringList &arguments, QString *error)
{
    std::unique_ptr<OscServer> server(new OscServer);
    const QStringList ports{QStringLiteral("--port"), QString::number(freeUdpPort()),
        QStringLiteral("--reply-port"), QString::number(freeUdpPort()),
        QStringLiteral("--control-port"), QStringLiteral("0")};
    return server->launch(commandOf(kind) + ports + arguments, error) ? std::move(server) : nullptr;
}

std::unique_ptr<OscServer> OscServer::start(
    ServerKind kind, const GeneratedSet &set, QString *error)
{
    QStringList arguments{QStringLiteral("--tracks"), QString::number(set.tracks),
        QStringLiteral("--scenes"), QString::number(set.scenes), QStringLiteral("--fill"),
        QString::number(set.fill), QStringLiteral("--seed"), QString::number(set.seed)};
    // The stand-in's sets always have devices, groups and sends.
    if (kind == ServerKind::Rig)
        arguments += {QStringLiteral("--devices"), QStringLiteral("2"), QStringLiteral("--groups"),
            QStringLiteral("1"), QStringLiteral("--returns"), QStringLiteral("2")};
    return start(kind, arguments, error);
}

bool OscServer::launch(const QStringList &command, QString *error)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    endWithParent(m_process);
    m_process.start(command.first(), command.mid(1), QIODevice::ReadOnly);
    return readReadyLine(error);
}

bool OscServer::readReadyLine(QString *error)
{
    const QDeadlineTimer deadline(readyTimeoutMs);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            *error = QStringLiteral("%1 did not become ready: %2")
                         .arg(m_process.program(), m_process.errorString());
            return false;
        }
    }
    const QString line = QString::fromUtf8(m_process.readLine());
    m_port = portIn(line, QStringLiteral("port"));
    m_replyPort = portIn(line, QStringLiteral("reply_port"));
    const quint16 controlPort = portIn(line, QStringLiteral("control_port"));
    if (!line.startsWith(QLatin1String("READY")) || m_port == 0 || m_replyPort == 0) {
        *error = QStringLiteral("%1 said \"%2\"").arg(m_process.program(), line.trimmed());
        return false;
    }
    if (!m_control.open(controlPort)) {
        *error = QStringLiteral("control channel: %1").arg(m_control.error());
        return false;
    }
    return true;
}

OscServer::~OscServer()
{
    constexpr int patienceMs = 5000;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QStringList OscServer::clientArguments() const
{
    return {QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--reply-port"),
        QString::number(m_replyPort)};
}

} // namespace clipdeck
