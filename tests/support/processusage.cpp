// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/processusage.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace clipdeck {

ProcessUsage ProcessUsage::of(qint64 process)
{
    ProcessUsage out;
#ifdef Q_OS_LINUX
    const QString folder = QStringLiteral("/proc/") + QString::number(process);
    QFile stat(folder + QStringLiteral("/stat"));
    QFile status(folder + QStringLiteral("/status"));
    if (!stat.open(QIODevice::ReadOnly) || !status.open(QIODevice::ReadOnly))
        return out;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> words = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double ticks = words.value(11).toDouble() + words.value(12).toDouble(); // utime, stime
    out.cpuMs = 1000.0 * ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("voluntary_ctxt_switches:"))
            out.wakeUps = line.mid(line.indexOf(':') + 1).trimmed().toDouble();
    }
#else
    Q_UNUSED(process)
#endif
    return out;
}

} // namespace clipdeck
