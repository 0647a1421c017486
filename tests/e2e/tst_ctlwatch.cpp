// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl watch`: what it prints while somebody edits in Live; and the notes of dump.
#include "tests/support/applychange.h"
#include "tests/support/comparedump.h"
#include "tests/support/program.h"
#include "tests/support/servertest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace clipdeck;

namespace {

QJsonArray notes(int count)
{
    QJsonArray out;
    for (int i = 0; i < count; ++i)
        out.append(QJsonArray{36 + i % 60, i * 0.25, 0.25, 80 + i % 40, false});
    return out;
}

} // namespace

class TestCtlWatch : public ServerTest {
    Q_OBJECT
public:
    TestCtlWatch()
        : ServerTest(GeneratedSet{.tracks = 6, .scenes = 6, .fill = 0.5, .seed = 5})
    {
    }

private Q_SLOTS:
    void linesLaidOverTheFirstGiveTheLast();
    void everyLineChangesSomething();
    void endsByItself();
    void dumpsNotes();
    void manyNotesComeInPages();

private:
    bool edit(const char *command, const QJsonObject &arguments);
    int trackOf(const char *kind);
};

bool TestCtlWatch::edit(const char *command, const QJsonObject &arguments)
{
    if (live().call(QLatin1String(command), arguments))
        return true;
    qWarning() << command << live().error();
    return false;
}

int TestCtlWatch::trackOf(const char *kind)
{
    const QJsonArray tracks = live().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        if (tracks.at(t).toObject().value(u"kind") == QLatin1String(kind))
            return t;
    }
    return -1;
}

void TestCtlWatch::linesLaidOverTheFirstGiveTheLast()
{
    QProcess watch;
    endWithParent(watch);
    watch.start(programPath(QStringLiteral("clipdeckctl")),
        m_server->clientArguments() + QStringList{QStringLiteral("watch")});
    QStringList wrong{QStringLiteral("nothing was printed")};
    QJsonValue document;
    // Whether the lines so far, laid over the first, are what the server has.
    const auto isRight = [&] {
        while (watch.canReadLine()) {
            const QJsonObject line = objectIn(watch.readLine());
            document = document.isObject()
                ? withChange(document, line.value(u"path").toArray(), line.value(u"value"))
                : QJsonValue(line);
        }
        if (document.isObject())
            wrong = differences(document.toObject(), live().dump());
        return wrong.isEmpty();
    };
    constexpr int patience = 20000;
    QVERIFY2(QTest::qWaitFor(isRight, patience), qPrintable(wrong.join(u'\n')));

    const int midi = trackOf("midi");
    QVERIFY(edit("rename_track",
        {{QStringLiteral("index"), midi}, {QStringLiteral("name"), QStringLiteral("Grüße")}}));
    QVERIFY(edit("add_track",
        {{QStringLiteral("kind"), QStringLiteral("audio")}, {QStringLiteral("index"), 0},
            {QStringLiteral("name"), QStringLiteral("New")}}));
    QVERIFY2(QTest::qWaitFor(isRight, patience), qPrintable(wrong.join(u'\n')));
    QVERIFY(edit("delete_scene", {{QStringLiteral("index"), 1}}));
    QVERIFY(edit("add_scene",
        {{QStringLiteral("index"), 0}, {QStringLiteral("name"), QStringLiteral("First")}}));
    QVERIFY(edit("create_clip",
        {{QStringLiteral("track"), midi + 1}, {QStringLiteral("scene"), 0},
            {QStringLiteral("length"), 8.0}, {QStringLiteral("name"), QStringLiteral("Fill")},
            {QStringLiteral("notes"), notes(4)}}));
    QVERIFY2(QTest::qWaitFor(isRight, patience), qPrintable(wrong.join(u'\n')));
    QVERIFY(edit("fire_clip", {{QStringLiteral("track"), midi + 1}, {QStringLiteral("scene"), 0}}));
    QVERIFY2(QTest::qWaitFor(isRight, patience), qPrintable(wrong.join(u'\n')));
    QVERIFY(edit("transport", {{QStringLiteral("action"), QStringLiteral("stop")}}));
    QVERIFY2(QTest::qWaitFor(isRight, patience), qPrintable(wrong.join(u'\n')));

    ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
    QVERIFY(watch.waitForFinished());
    QCOMPARE(watch.exitStatus(), QProcess::NormalExit);
    QCOMPARE(watch.exitCode(), 0);
    QJsonObject last;
    while (watch.canReadLine()) {
        const QJsonObject line = objectIn(watch.readLine());
        if (line.contains(u"path"))
            document = withChange(document, line.value(u"path").toArray(), line.value(u"value"));
        else
            last = line;
    }
    QVERIFY(last.value(u"watch").toObject().value(u"changes").toInt() > 10);
    last.remove(u"watch");
    const QByteArrayList there = QJsonDocument(last).toJson().split('\n');
    const QByteArrayList here = QJsonDocument(document.toObject()).toJson().split('\n');
    for (qsizetype i = 0; i < here.size(); ++i)
        QCOMPARE(here[i], there.value(i));
}

/// Scenes with a tempo of their own are read apart, and listened to: none of that is news.
void TestCtlWatch::everyLineChangesSomething()
{
    QVERIFY(edit("rename_scene",
        {{QStringLiteral("index"), 2}, {QStringLiteral("name"), QStringLiteral("97 BPM")}}));
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        m_server->clientArguments()
            + QStringList{QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("4")});
    QCOMPARE(run.status, 0);
    const QByteArrayList lines = run.out.trimmed().split('\n');
    QJsonValue document = objectIn(lines.first());
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
        const QJsonObject line = objectIn(lines[i]);
        const QJsonValue then
            = withChange(document, line.value(u"path").toArray(), line.value(u"value"));
        QVERIFY2(then != document, lines[i].constData());
        document = then;
    }
}

void TestCtlWatch::endsByItself()
{
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        m_server->clientArguments()
            + QStringList{QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("0.3"),
                QStringLiteral("--no-devices")});
    QCOMPARE(run.status, 0);
    const QByteArrayList lines = run.out.trimmed().split('\n');
    QVERIFY(lines.size() >= 2);
    QCOMPARE(objectIn(lines.first()).value(u"format").toInt(), 1);
    QVERIFY(objectIn(lines.last()).value(u"watch").toObject().value(u"seconds").toDouble() >= 0.3);
}

void TestCtlWatch::dumpsNotes()
{
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        m_server->clientArguments()
            + QStringList{
                QStringLiteral("dump"), QStringLiteral("--notes"), QStringLiteral("--no-devices")});
    QCOMPARE(run.status, 0);
    QJsonObject server = this->live().dump();
    QJsonArray tracks = server.value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        QJsonObject track = tracks.at(t).toObject();
        track.insert(QStringLiteral("devices"), QJsonArray()); // not asked for
        tracks.replace(t, track);
    }
    server.insert(QStringLiteral("tracks"), tracks);
    const QStringList wrong = differences(objectIn(run.out), server);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(run.out.contains("\"notes\":[["));
}

/// As on macOS, whose datagrams carry 437 notes.
void TestCtlWatch::manyNotesComeInPages()
{
    constexpr int count = 1000;
    const int midi = trackOf("midi");
    live().call(QStringLiteral("delete_clip"),
        {{QStringLiteral("track"), midi}, {QStringLiteral("scene"), 2}});
    QVERIFY(edit("create_clip",
        {{QStringLiteral("track"), midi}, {QStringLiteral("scene"), 2},
            {QStringLiteral("length"), count / 4.0},
            {QStringLiteral("name"), QStringLiteral("Long")},
            {QStringLiteral("notes"), notes(count)}}));
    if (!live().call(QStringLiteral("fault"), {{QStringLiteral("max_dgram"), 9216}}))
        QSKIP("this server has no limit for datagrams");
    const ProgramRun run = runProgram(QStringLiteral("clipdeckctl"),
        m_server->clientArguments()
            + QStringList{
                QStringLiteral("dump"), QStringLiteral("--notes"), QStringLiteral("--no-devices")});
    QVERIFY2(run.status == 0, run.words.constData());
    const QJsonObject clip = objectIn(run.out)
                                 .value(u"tracks")
                                 .toArray()
                                 .at(midi)
                                 .toObject()
                                 .value(u"slots")
                                 .toArray()
                                 .at(2)
                                 .toObject();
    QCOMPARE(clip.value(u"notes").toArray().size(), count);
}

int tst_ctlwatch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlWatch>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_ctlwatch.moc"
