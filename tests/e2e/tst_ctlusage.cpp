// SPDX-License-Identifier: GPL-3.0-or-later
// clipdeckctl without anybody to talk to: lines that it can't obey, and the statuses that say so.
#include "tests/support/program.h"
#include "tests/support/testclass.h"
#include "tests/support/testports.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace clipdeck;

class TestCtlUsage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsHowItIsUsed();
    void theManualHasEveryOption();
    void badLines_data();
    void badLines();
    void ipv6IsRefusedAtOnce_data();
    void ipv6IsRefusedAtOnce();
    void noAnswerHasItsStatus();
    void anUnknownHostHasItsStatus();
};

void TestCtlUsage::tellsHowItIsUsed()
{
    const ProgramRun help = runProgram(QStringLiteral("clipdeckctl"), {QStringLiteral("--help")});
    QCOMPARE(help.status, done);
    for (const char *verb : {"dump", "launch", "stop", "fade", "clip", "param", "tempo", "query",
             "send", "sim", "midi", "watch"})
        QVERIFY2(QString::fromUtf8(help.out).contains(
                     QStringLiteral("\n  %1 ").arg(QLatin1String(verb))),
            verb);
    const ProgramRun version
        = runProgram(QStringLiteral("clipdeckctl"), {QStringLiteral("--version")});
    QCOMPARE(version.status, done);
    QCOMPARE(version.out.trimmed(), QByteArray("clipdeckctl " CLIPDECK_VERSION));
}

void TestCtlUsage::theManualHasEveryOption()
{
    QFile page(
        qEnvironmentVariable("CLIPDECK_SOURCE") + QStringLiteral("/packaging/man/clipdeckctl.1"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString manual
        = QString::fromUtf8(page.readAll()).replace(QLatin1String("\\-"), QLatin1String("-"));
    const QString help = QString::fromUtf8(
        runProgram(QStringLiteral("clipdeckctl"), {QStringLiteral("--help")}).out);
    // Options, and the commands at the beginning of their lines.
    static const QRegularExpression words(
        QStringLiteral("--[a-z-]+|^  [a-z-]+"), QRegularExpression::MultilineOption);
    int count = 0;
    for (auto it = words.globalMatch(help); it.hasNext();) {
        const QString word = it.next().captured().trimmed();
        QVERIFY2(manual.contains(QStringLiteral("\\fB%1\\fR").arg(word))
                || manual.contains(QStringLiteral("\\fB%1 ").arg(word)),
            qPrintable(word));
        ++count;
    }
    QVERIFY(count > 20);
}

void TestCtlUsage::badLines_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
        {"no-such-command", "--no-such-option dump", "--port zero dump", "--port 70000 dump",
            "--timeout never dump", "--bind nowhere dump", "launch", "launch 1", "launch one two",
            "launch -1 0", "launch 0 0 0", "launch-scene", "stop", "fade", "fade up 0 2",
            "fade out 0", "fade out 0 0", "fade in 0 2", "fade out 0 601", "stop-all now",
            "play now", "tempo fast", "tempo 5", "tempo 1000", "quantization 14", "quantization -1",
            "clip 0", "clip 0 0 length", "clip 0 0 length long", "clip 0 0 set no_such_property 1",
            "clip 0 0 stretch 2", "param 0 0", "param 0 0 1 loud", "query", "query not/an/address",
            "send", "send /live/test i:x", "dump --fast", "dump --for 3", "watch --for",
            "watch --for ever", "watch 3", "sim --set", "sim --set a.als --tracks 4",
            "--port 25000 midi ports", "--host 127.0.0.1 sim", "--timeout 3 sim",
            "--reply-port 25001 midi note 0 1 60 100 10", "tempo nan", "fade out 0 nan",
            "--timeout nan dump", "sim --fill nan", "clip 0 0 set loop_end nan",
            "clip 0 0 length inf", "param 0 0 1 nan", "send /live/song/set/tempo f:inf",
            "sim --drop-in 101", "sim --max-dgram much", "sim --getattr-us -1"})
        QTest::newRow(line) << QString::fromLatin1(line);
    QTest::newRow("nothing") << QString();
}

void TestCtlUsage::badLines()
{
    QFETCH(QString, line);
    const ProgramRun run
        = runProgram(QStringLiteral("clipdeckctl"), line.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(run.status, usage);
    QVERIFY(!run.words.isEmpty());
    QCOMPARE(run.out, QByteArray());
}

void TestCtlUsage::ipv6IsRefusedAtOnce_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
        {"--host ::1 dump", "--host fe80::1 tempo", "--host [::1] query /live/test",
            "--host :: play", "--bind :: dump", "--bind ::1 sim", "sim --bind ::1"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCtlUsage::ipv6IsRefusedAtOnce()
{
    QFETCH(QString, line);
    QElapsedTimer time;
    time.start();
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"), line.split(u' '));
    QCOMPARE(run.status, usage);
    QVERIFY2(run.words.contains("IPv4 only"), run.words.constData());
    QVERIFY(time.elapsed() < 2000); // well below the timeout of 3 s
}

void TestCtlUsage::noAnswerHasItsStatus()
{
    const QStringList nobody{QStringLiteral("--port"), QString::number(freeUdpPort()),
        QStringLiteral("--reply-port"), QString::number(freeUdpPort()), QStringLiteral("--timeout"),
        QStringLiteral("0.5")};
    for (const char *line :
        {"dump", "launch 0 0", "tempo", "tempo 100", "query /live/test", "clip 0 0"}) {
        const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"), nobody + wordsOf(line));
        QVERIFY2(run.status == noAnswer, line);
        QVERIFY(!run.words.isEmpty());
    }
}

void TestCtlUsage::anUnknownHostHasItsStatus()
{
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        {QStringLiteral("--host"), QStringLiteral("no-such-host.invalid"),
            QStringLiteral("--reply-port"), QString::number(freeUdpPort()),
            QStringLiteral("dump")});
    QCOMPARE(run.status, noAnswer);
    QVERIFY(run.words.contains("no-such-host.invalid"));
}

int tst_ctlusage(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlUsage>(argc, argv);
}

#include "tst_ctlusage.moc"
