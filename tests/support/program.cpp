// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include "tests/support/oscserver.h"

#include <QJsonDocument>
#include <QProcess>

namespace clipdeck {

ProgramRun runProgram(const QString &name, const QStringList &arguments)
{
    constexpr int patienceMs = 30000;
    QProcess process;
    endWithParent(process);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(programPath(name), arguments);
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList wordsOf(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

QJsonObject objectIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace clipdeck
