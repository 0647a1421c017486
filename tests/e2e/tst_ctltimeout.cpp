// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of clipdeckctl ends, whatever Live fails to answer: --timeout bounds them all.
#include "tests/support/faultyrelay.h"
#include "tests/support/program.h"
#include "tests/support/servertest.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace clipdeck;

namespace {

constexpr qint64 longestMs
    = 8000; // a timeout of half a second, as often as something gets on, on a busy machine

/// The lines that are tried for one command of --help. TRACK and SCENE stand for a clip, CLIPPARAM for a parameter.
struct VerbLines {
    const char *verb;
    std::vector<const char *> lines;
};

/// `midi` does not speak to Live, `sim` serves until it is interrupted: they have no lines.
const std::vector<VerbLines> &verbLines()
{
    static const std::vector<VerbLines> all{
        {"dump", {"dump", "dump --notes --no-devices"}},
        {"watch", {"watch --for 0.1"}},
        {"launch", {"launch TRACK SCENE"}},
        {"launch-scene", {"launch-scene SCENE"}},
        {"stop", {"stop TRACK"}},
        {"fade", {"fade in TRACK SCENE 0.2"}},
        {"stop-all", {"stop-all"}},
        {"play", {"play"}},
        {"continue", {"continue"}},
        {"stop-playing", {"stop-playing"}},
        {"tempo", {"tempo", "tempo 101"}},
        {"quantization", {"quantization", "quantization 5"}},
        {"clip",
            {"clip TRACK SCENE", "clip TRACK SCENE set name x", "clip TRACK SCENE length 8",
                "clip TRACK SCENE extend 1"}},
        {"param", {"param DEVICETRACK 0 1", "param DEVICETRACK 0 0 1"}},
        {"query", {"query /live/song/get/num_tracks"}},
        {"send", {"send /live/song/set/metronome 1"}},
        {"midi", {}},
        {"sim", {}},
    };
    return all;
}

} // namespace

class TestCtlTimeout : public ServerTest {
    Q_OBJECT
public:
    TestCtlTimeout()
        : ServerTest(GeneratedSet{.tracks = 4, .scenes = 3, .fill = 0.8, .seed = 3})
    {
    }

private Q_SLOTS:
    void everyCommandHasItsLines();
    void endsInTime_data();
    void endsInTime();
    void aParameterIsPrinted_data();
    void aParameterIsPrinted();

private:
    struct TimedRun {
        ProgramRun run;
        qint64 ms;
    };
    QStringList wordsFor(const QString &line);
    int trackWithDevice();
    static TimedRun ctl(const QStringList &before, const QStringList &words);
};

int TestCtlTimeout::trackWithDevice()
{
    for (int t = 0; t < 4; ++t) {
        if (!live().parameter(t, 0, 1).isEmpty())
            return t;
    }
    return -1;
}

QStringList TestCtlTimeout::wordsFor(const QString &line)
{
    QStringList words = line.split(u' ');
    for (int t = 0; t < 4; ++t) {
        for (int s = 0; s < 3; ++s) {
            if (live().clip(t, s).isEmpty())
                continue;
            words.replaceInStrings(
                QStringLiteral("DEVICETRACK"), QString::number(trackWithDevice()));
            words.replaceInStrings(QStringLiteral("TRACK"), QString::number(t));
            words.replaceInStrings(QStringLiteral("SCENE"), QString::number(s));
            return words;
        }
    }
    return {};
}

TestCtlTimeout::TimedRun TestCtlTimeout::ctl(const QStringList &before, const QStringList &words)
{
    QElapsedTimer time;
    time.start();
    ProgramRun run = runProgram(QStringLiteral("clipdeckctl"), before + words);
    return {std::move(run), time.elapsed()};
}

void TestCtlTimeout::everyCommandHasItsLines()
{
    const QString help = QString::fromUtf8(
        runProgram(QStringLiteral("clipdeckctl"), {QStringLiteral("--help")}).out);
    static const QRegularExpression names(
        QStringLiteral("^  ([a-z-]+) "), QRegularExpression::MultilineOption);
    QStringList told;
    for (auto it = names.globalMatch(help); it.hasNext();)
        told.append(it.next().captured(1));
    QStringList tried;
    for (const VerbLines &verb : verbLines())
        tried.append(QLatin1String(verb.verb));
    QCOMPARE(tried, told);
}

void TestCtlTimeout::endsInTime_data()
{
    QTest::addColumn<QString>("line");
    for (const VerbLines &verb : verbLines()) {
        for (const char *line : verb.lines)
            QTest::newRow(line) << QString::fromLatin1(line);
    }
}

void TestCtlTimeout::endsInTime()
{
    QFETCH(QString, line);
    const QStringList words = wordsFor(line);
    QVERIFY(!words.isEmpty());
    int answers = 0;
    QString last;
    {
        FaultyRelay relay(*m_server);
        const TimedRun well = ctl(relay.clientArguments(), words);
        QVERIFY2(well.run.status == done, well.run.words.constData());
        answers = relay.answers();
        last = relay.answered().back();
    }
    const QStringList hurry{QStringLiteral("--timeout"), QStringLiteral("0.5")};
    {
        FaultyRelay relay(*m_server);
        relay.answerNothing();
        const TimedRun silent = ctl(relay.clientArguments() + hurry, words);
        QCOMPARE(silent.run.status, noAnswer);
        QVERIFY(silent.ms < longestMs);
        QVERIFY(!silent.run.words.isEmpty());
        QCOMPARE(silent.run.out, QByteArray());
    }
    {
        FaultyRelay relay(*m_server);
        relay.lose(last);
        const TimedRun lacking = ctl(relay.clientArguments() + hurry, words);
        QVERIFY2(lacking.ms < longestMs, qPrintable(last));
        QVERIFY2(lacking.run.status >= done && lacking.run.status <= noAnswer,
            lacking.run.words.constData());
        QVERIFY(lacking.run.status != usage);
        QVERIFY(lacking.run.status == done || !lacking.run.words.isEmpty());
    }
    for (int lived : {1, answers / 2}) {
        FaultyRelay relay(*m_server);
        relay.dieAfter(std::max(1, lived));
        const TimedRun dying = ctl(relay.clientArguments() + hurry, words);
        QVERIFY2(dying.ms < longestMs, dying.run.words.constData());
        // Half of the answers may have been all that it needed.
        const bool neededNoMore = lived > 1 && dying.run.status == done;
        QVERIFY2(neededNoMore || dying.run.status == noAnswer, dying.run.words.constData());
        QVERIFY(neededNoMore || !dying.run.words.isEmpty());
    }
}

void TestCtlTimeout::aParameterIsPrinted_data()
{
    QTest::addColumn<bool>("byName");
    QTest::newRow("by index") << false;
    QTest::newRow("by name") << true;
}

void TestCtlTimeout::aParameterIsPrinted()
{
    QFETCH(bool, byName);
    const int track = trackWithDevice();
    QVERIFY(track >= 0);
    const QJsonObject parameter = live().parameter(track, 0, 1);
    const QString which = byName ? parameter.value(u"name").toString() : QStringLiteral("1");
    const TimedRun printed = ctl(m_server->clientArguments(),
        {QStringLiteral("param"), QString::number(track), QStringLiteral("0"), which});
    QVERIFY2(printed.run.status == done, printed.run.words.constData());
    QVERIFY2(
        printed.ms < 1000 + 1000, qPrintable(QString::number(printed.ms))); // and a busy machine
    const QStringList parts = QString::fromUtf8(printed.run.out).trimmed().split(u'\t');
    QCOMPARE(parts.size(), 2);
    QVERIFY(std::abs(parts[0].toDouble() - parameter.value(u"value").toDouble()) < 1e-4);
    QCOMPARE(parts[1], parameter.value(u"display_value").toString());

    // Without Live's text for it there is an end, too, and nothing that is half a line.
    FaultyRelay relay(*m_server);
    relay.lose(QStringLiteral("/live/device/get/parameter/value_string %1 0").arg(track));
    const TimedRun lacking = ctl(
        relay.clientArguments() + QStringList{QStringLiteral("--timeout"), QStringLiteral("0.5")},
        {QStringLiteral("param"), QString::number(track), QStringLiteral("0"), which});
    QCOMPARE(lacking.run.status, noAnswer);
    QCOMPARE(lacking.run.out, QByteArray());
}

int tst_ctltimeout(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlTimeout>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_ctltimeout.moc"
