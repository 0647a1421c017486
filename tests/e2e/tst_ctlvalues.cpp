// SPDX-License-Identifier: GPL-3.0-or-later
// Values that Live does not take, from every command of clipdeckctl that has one: they are refused with a sentence, and
// no message with them leaves the program. What the table of ranges says is compared with what the server refuses itself.
#include "tests/support/program.h"
#include "tests/support/servertest.h"

#include <QJsonArray>
#include <QTest>

using namespace clipdeck;

class TestCtlValues : public ServerTest {
    Q_OBJECT
public:
    TestCtlValues()
        : ServerTest(GeneratedSet{.tracks = 6, .scenes = 3, .fill = 0.9, .seed = 3})
    {
    }

private Q_SLOTS:
    void nothingLeavesTheProgram_data();
    void nothingLeavesTheProgram();
    void rangesAreTheServers_data();
    void rangesAreTheServers();

private:
    ProgramRun ctl(const QString &line);
    QStringList setters();
    int trackOf(const char *kind);
    int sceneOfClipOn(int track);
    int trackWithDevice();
    QString withPlaces(QString line);
};

ProgramRun TestCtlValues::ctl(const QString &line)
{
    return runProgram(
        QStringLiteral("clipdeckctl"), m_server->clientArguments() + line.split(u' '));
}

/// The addresses of setters and launches that the server was sent.
QStringList TestCtlValues::setters()
{
    const QJsonObject stats
        = live().call(QStringLiteral("stats")).value_or(QJsonValue()).toObject();
    QStringList all = stats.value(u"incoming_addresses").toObject().keys();
    all.removeIf([](const QString &address) {
        return !address.contains(u"/set/") && !address.endsWith(u"/fire");
    });
    return all;
}

int TestCtlValues::trackOf(const char *kind)
{
    const QJsonArray tracks = live().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        if (tracks.at(t).toObject().value(u"kind") == QLatin1String(kind) && sceneOfClipOn(t) >= 0)
            return t;
    }
    return -1;
}

int TestCtlValues::sceneOfClipOn(int track)
{
    for (int s = 0; s < 3; ++s) {
        if (!live().clip(track, s).isEmpty())
            return s;
    }
    return -1;
}

int TestCtlValues::trackWithDevice()
{
    for (int t = 0; t < 6; ++t) {
        if (!live().parameter(t, 0, 1).isEmpty())
            return t;
    }
    return -1;
}

/// AUDIO and MIDI are a clip's track and scene, DEVICE a track.
QString TestCtlValues::withPlaces(QString line)
{
    for (const char *kind : {"audio", "midi"}) {
        const int track = trackOf(kind);
        line.replace(QString::fromLatin1(kind).toUpper(),
            QStringLiteral("%1 %2").arg(track).arg(sceneOfClipOn(track)));
    }
    return line.replace(QStringLiteral("DEVICE"), QString::number(trackWithDevice()));
}

void TestCtlValues::nothingLeavesTheProgram_data()
{
    QTest::addColumn<QString>("line");
    QStringList lines;
    for (const char *bad : {"nan", "inf", "-inf", "1e30", "1e400"}) {
        for (const char *line : {"clip MIDI set loop_end %1", "clip MIDI set start_marker %1",
                 "clip MIDI set color %1", "clip MIDI set looping %1", "clip AUDIO set gain %1",
                 "clip MIDI set velocity_amount %1", "clip MIDI length %1", "clip MIDI extend %1",
                 "param DEVICE 0 1 %1", "tempo %1", "quantization %1", "fade in MIDI %1"})
            lines.append(QString::fromLatin1(line).arg(QLatin1String(bad)));
    }
    for (const char *bad : {"nan", "inf", "-inf", "1e400"}) {
        for (const char *line : {"send /live/song/set/tempo f:%1",
                 "query /live/song/set/tempo f:%1", "send /live/clip/set/loop_end 0 0 f:%1"})
            lines.append(QString::fromLatin1(line).arg(QLatin1String(bad)));
    }
    lines += {QStringLiteral("param DEVICE 0 0 7"), QStringLiteral("param DEVICE 0 0 -1"),
        QStringLiteral("tempo 1000"), QStringLiteral("quantization 14"),
        QStringLiteral("clip MIDI set launch_mode 4"),
        QStringLiteral("clip MIDI set launch_mode 1.5"), QStringLiteral("clip MIDI set muted 2"),
        QStringLiteral("clip MIDI set loop_end 2000000"), QStringLiteral("clip MIDI set color -1"),
        QStringLiteral("clip MIDI set loop_end four")};
    for (const QString &line : lines)
        QTest::newRow(qPrintable(line)) << line;
}

void TestCtlValues::nothingLeavesTheProgram()
{
    QFETCH(QString, line);
    const QJsonArray before = live().dump().value(u"tracks").toArray();
    const ProgramRun run = ctl(withPlaces(line));
    QVERIFY2(run.status == refused || run.status == usage, run.words.constData());
    QVERIFY(!run.words.isEmpty());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(setters(), QStringList());
    QCOMPARE(live().dump().value(u"tracks").toArray(), before);
}

void TestCtlValues::rangesAreTheServers_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("step");
    const auto row
        = [](const char *property, const char *place, double lowest, double highest, double step) {
              QTest::newRow(property) << QString::fromLatin1(place) << lowest << highest << step;
          };
    row("launch_mode", "MIDI", 0, 3, 1);
    row("launch_quantization", "MIDI", 0, 14, 1);
    row("velocity_amount", "MIDI", 0, 1, 0.01);
    row("gain", "AUDIO", 0, 1, 0.01);
    row("pitch_coarse", "AUDIO", -48, 48, 1);
    row("pitch_fine", "AUDIO", -50, 50, 1);
    row("warp_mode", "AUDIO", 0, 6, 1);
}

void TestCtlValues::rangesAreTheServers()
{
    QFETCH(QString, place);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    QFETCH(double, step);
    const QString property = QLatin1String(QTest::currentDataTag());
    const QStringList where = withPlaces(place).split(u' ');
    const auto has = [&] {
        return live().clip(where[0].toInt(), where[1].toInt()).value(property).toDouble();
    };
    const QString set = QStringLiteral("clip %1 set %2 %3")
                            .arg(withPlaces(place), property, QStringLiteral("%1"));
    const QString raw = QStringLiteral("send /live/clip/set/%1 %2 %3")
                            .arg(property, withPlaces(place), QStringLiteral("%1"));
    for (double end : {highest, lowest}) {
        const ProgramRun run = ctl(set.arg(end));
        QVERIFY2(run.status == done, run.words.constData());
        QVERIFY(std::abs(has() - end) < 1e-6);
    }
    for (double beyond : {lowest - step, highest + step}) {
        QCOMPARE(ctl(set.arg(beyond)).status, usage);
        QCOMPARE(ctl(raw.arg(beyond)).status, refused); // by the server itself
        QVERIFY(std::abs(has() - lowest) < 1e-6);
    }
}

int tst_ctlvalues(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlValues>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_ctlvalues.moc"
