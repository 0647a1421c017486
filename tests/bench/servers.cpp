// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/servers.h"

#include "tests/bench/figures.h"

#include <QFile>
#include <QSignalSpy>

#include <limits>

namespace clipdeck {

namespace {

/// How many messages the stats count of all addresses.
int total(const QJsonValue &addresses)
{
    int sum = 0;
    const QJsonObject object = addresses.toObject();
    for (const QJsonValue &count : object)
        sum += count.toInt();
    return sum;
}

QByteArray account(qint64 processId, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(processId).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// `set` is a GeneratedSet or the arguments that make one.
template <class Set> std::unique_ptr<OscServer> startOrEnd(ServerKind kind, const Set &set)
{
    QString error;
    auto server = OscServer::start(kind, set, &error);
    if (!server)
        qFatal("%s", qPrintable(error));
    return server;
}

} // namespace

std::unique_ptr<OscServer> startServer(ServerKind kind, const GeneratedSet &set)
{
    return startOrEnd(kind, set);
}

std::unique_ptr<OscServer> startServer(ServerKind kind, const LargeSet &set)
{
    QStringList arguments{QStringLiteral("--tracks"), QString::number(set.tracks),
        QStringLiteral("--scenes"), QString::number(set.scenes), QStringLiteral("--fill"),
        QString::number(set.fill), QStringLiteral("--devices"), QString::number(set.devices),
        QStringLiteral("--getattr-us"), QString::number(set.costUs)};
    if (kind == ServerKind::Rig)
        arguments += {QStringLiteral("--mem-mb"), QStringLiteral("8192")};
    return startOrEnd(kind, arguments);
}

double startAndComplete(Engine &engine, int patienceMs)
{
    QSignalSpy completed(&engine, &Engine::mirrorCompleted);
    qint64 completedAt = 0;
    QObject::connect(
        &engine, &Engine::mirrorCompleted, &engine, [&] { completedAt = steadyNow(); });
    const qint64 startedAt = steadyNow();
    engine.start();
    if (!completed.wait(patienceMs))
        qFatal("the mirror did not become complete");
    return static_cast<double>(completedAt - startedAt) / nsPerMs;
}

ServerStats serverStats(OscServer &server, bool reset)
{
    const QJsonObject stats = server.control()
                                  .call(QStringLiteral("stats"), {{QStringLiteral("reset"), reset}})
                                  .value_or(QJsonValue())
                                  .toObject();
    const QJsonObject busy = stats.value(u"tick_busy_ms").toObject();
    ServerStats out;
    out.meanMs = busy.value(u"mean").toDouble();
    out.p99Ms = busy.value(u"p99").toDouble();
    out.maxMs = busy.value(u"max").toDouble();
    out.seconds = stats.value(u"uptime_s").toDouble();
    out.messagesIn = total(stats.value(u"incoming_addresses"));
    out.messagesOut = total(stats.value(u"outgoing_addresses"));
    return out;
}

double residentMiB(qint64 processId)
{
    constexpr double kibPerMib = 1024;
    for (const QByteArray &line : account(processId, "status").split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).chopped(2).trimmed().toDouble() / kibPerMib;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

double processorMs(qint64 processId)
{
    const QByteArray line = account(processId, "stat");
    if (line.isEmpty())
        return std::numeric_limits<double>::quiet_NaN();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr double msPerClockTick = 10; // sysconf(_SC_CLK_TCK) is 100 everywhere
    return (fields[11].toDouble() + fields[12].toDouble()) * msPerClockTick;
}

} // namespace clipdeck
