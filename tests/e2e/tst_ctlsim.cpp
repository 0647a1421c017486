// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl sim` as a program: a Live Set that it serves, one that it refuses, and a bad network asked for.
#include "tests/core/sim/alsfile.h"
#include "tests/support/oscserver.h"
#include "tests/support/program.h"
#include "tests/support/testclass.h"
#include "tests/support/testports.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

/// A file with `bytes` in a folder of its own.
class Written {
public:
    Written(const QString &name, const QByteArray &bytes)
        : m_path(m_folder.filePath(name))
    {
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    const QString &path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace

class TestCtlSim : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void servesALiveSet();
    void refusesABrokenLiveSet();
    void losesWhatItIsToldToLose();
    void optionsBeforeItCount();
};

void TestCtlSim::servesALiveSet()
{
    const Written set(u"Small.als"_s, sim::AlsShape{11}.file());
    QString error;
    const auto server = OscServer::start(ServerKind::StandIn, {u"--set"_s, set.path()}, &error);
    QVERIFY2(server, qPrintable(error));
    QCOMPARE(server->control().dump()["tracks"_L1].toArray().size(), 5);
    const ProgramRun run = runProgram(
        u"clipdeckctl"_s, server->clientArguments() + QStringList{u"clip"_s, u"1"_s, u"0"_s});
    QCOMPARE(run.status, done);
    const QJsonObject clip = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(clip["name"_L1].toString(), u"Verse & fill"_s);
    QCOMPARE(clip["loop_end"_L1].toDouble(), 12.0);
}

void TestCtlSim::refusesABrokenLiveSet()
{
    const Written set(u"Broken.als"_s, sim::AlsShape{11}.file().chopped(20));
    const ProgramRun run
        = runProgram(u"clipdeckctl"_s, {u"sim"_s, u"--port"_s, u"0"_s, u"--set"_s, set.path()});
    QCOMPARE(run.status, refused);
    QVERIFY2(
        run.words.contains("Broken.als: It breaks off before its end."), run.words.constData());
    QCOMPARE(run.out, QByteArray());
}

void TestCtlSim::losesWhatItIsToldToLose()
{
    QString error;
    const auto server = OscServer::start(
        ServerKind::StandIn, {u"--drop-out"_s, u"100"_s, u"--max-dgram"_s, u"9216"_s}, &error);
    QVERIFY2(server, qPrintable(error));
    const ProgramRun lost = runProgram(u"clipdeckctl"_s,
        server->clientArguments() + QStringList{u"--timeout"_s, u"1"_s, u"tempo"_s});
    QCOMPARE(lost.status, 3);
    const auto faults = server->control().call(u"fault"_s, {{u"drop_out"_s, 0}});
    QVERIFY(faults);
    QCOMPARE(faults->toObject()["max_dgram"_L1].toInt(), 9216);
    const ProgramRun told = runProgram(u"clipdeckctl"_s, server->clientArguments() << u"tempo"_s);
    QCOMPARE(told.status, done);
}

void TestCtlSim::optionsBeforeItCount()
{
    const QString port = QString::number(freeUdpPort());
    const QString replyPort = QString::number(freeUdpPort());
    const QStringList before{u"--port"_s, port, u"--reply-port"_s, replyPort};
    const auto readyLine = [](const QStringList &words) {
        QProcess sim;
        endWithParent(sim);
        sim.start(programPath(u"clipdeckctl"_s), words);
        sim.waitForReadyRead(10000);
        const QByteArray line = sim.readLine();
        sim.terminate();
        sim.waitForFinished(5000);
        return QString::fromUtf8(line);
    };
    const QString ready = readyLine(before + QStringList{u"sim"_s, u"--empty"_s});
    QVERIFY2(ready.startsWith(u"READY port=%1 reply_port=%2 "_s.arg(port, replyPort)),
        qPrintable(ready));
    const QString other = QString::number(freeUdpPort());
    const QString behind = readyLine(before + QStringList{u"sim"_s, u"--port"_s, other});
    QVERIFY2(behind.startsWith(u"READY port=%1 reply_port=%2 "_s.arg(other, replyPort)),
        qPrintable(behind));
}

int tst_ctlsim(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlSim>(argc, argv);
}

#include "tst_ctlsim.moc"
