// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of clipdeckctl's output: a full disk is told, a reader that has had enough is not.
#include "tests/support/oscserver.h"
#include "tests/support/program.h"
#include "tests/support/testclass.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace clipdeck;

class TestCtlOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aFullDiskIsTold_data();
    void aFullDiskIsTold();
    void aClosedPipeEndsQuietly_data();
    void aClosedPipeEndsQuietly();
    void ipv4InIpv6ClothesIsIpv4();
    void aNameWithBothTakesIpv4();

private:
    std::unique_ptr<OscServer> m_server;
};

void TestCtlOutput::initTestCase()
{
    QString error;
    m_server = OscServer::start(ServerKind::StandIn,
        QStringList{QStringLiteral("--tracks"), QStringLiteral("2"), QStringLiteral("--scenes"),
            QStringLiteral("1"), QStringLiteral("--fill"), QStringLiteral("1"),
            QStringLiteral("--devices"), QStringLiteral("1"), QStringLiteral("--groups"),
            QStringLiteral("0")},
        &error);
    QVERIFY2(m_server, qPrintable(error));
}

void TestCtlOutput::cleanupTestCase()
{
    m_server.reset();
}

void TestCtlOutput::aFullDiskIsTold_data()
{
    if (!QFileInfo::exists(QStringLiteral("/dev/full")))
        QSKIP("this system has no /dev/full");
    QTest::addColumn<QString>("line");
    for (const char *line : {"dump", "watch --for 0.2", "watch", "query /live/song/get/num_tracks",
             "tempo", "quantization", "clip 0 0", "param 0 0 0", "--help", "--version",
             "sim --help", "sim --port 0 --empty"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCtlOutput::aFullDiskIsTold()
{
    QFETCH(QString, line);
    const bool serves = line.startsWith(u"sim") || line.startsWith(u'-');
    QProcess process;
    endWithParent(process);
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(programPath(QStringLiteral("clipdeckctl")),
        (serves ? QStringList() : m_server->clientArguments()) + line.split(u' '));
    QVERIFY(process.waitForFinished(10000));
    const QByteArray words = process.readAllStandardError();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == unwritten, words.constData());
    QVERIFY2(words.contains("could not be written"), words.constData());
}

void TestCtlOutput::aClosedPipeEndsQuietly_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"dump", "watch", "watch --for 5", "--help"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCtlOutput::aClosedPipeEndsQuietly()
{
    QFETCH(QString, line);
    const QString shell
        = QStringLiteral("%1 %2 %3 | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}")
              .arg(programPath(QStringLiteral("clipdeckctl")),
                  line.startsWith(u'-') ? QString() : m_server->clientArguments().join(u' '), line);
    QProcess process;
    endWithParent(process);
    process.start(QStringLiteral("bash"), {QStringLiteral("-c"), shell});
    // Something changes in Live, so that a watch has a line to write.
    const auto hasEnded = [&] {
        m_server->control().call(QStringLiteral("rename_track"),
            {{QStringLiteral("index"), 0},
                {QStringLiteral("name"), QString::number(QRandomGenerator::global()->generate())}});
        return process.state() == QProcess::NotRunning;
    };
    QVERIFY(QTest::qWaitFor(hasEnded, 10000));
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("0"));
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestCtlOutput::ipv4InIpv6ClothesIsIpv4()
{
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        m_server->clientArguments()
            + QStringList{QStringLiteral("--host"), QStringLiteral("::ffff:127.0.0.1"),
                QStringLiteral("--bind"), QStringLiteral("::ffff:127.0.0.1"),
                QStringLiteral("dump")});
    QVERIFY2(run.status == done, run.words.constData());
}

void TestCtlOutput::aNameWithBothTakesIpv4()
{
    for (const char *line : {"tempo", "dump"}) {
        const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
            m_server->clientArguments()
                + QStringList{QStringLiteral("--host"), QStringLiteral("localhost"),
                    QString::fromLatin1(line)});
        QVERIFY2(run.status == done, run.words.constData());
    }
}

int tst_ctloutput(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlOutput>(argc, argv);
}

#include "tst_ctloutput.moc"
