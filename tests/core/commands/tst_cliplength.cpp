// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/cliplength.h"
#include "tests/support/testclass.h"

#include <QStringList>
#include <QTest>

using namespace clipdeck;

namespace {

Clip loop(double loopStart, double loopEnd, double startMarker, double endMarker)
{
    Clip clip;
    clip.looping = true;
    clip.loopStart = {loopStart};
    clip.loopEnd = {loopEnd};
    clip.startMarker = {startMarker};
    clip.endMarker = {endMarker};
    return clip;
}

QString text(const std::vector<ClipWrite> &writes)
{
    QStringList out;
    for (const ClipWrite &write : writes)
        out.append(QLatin1String(nameOf(write.field)) + u' ' + QString::number(write.value));
    return out.join(QStringLiteral(", "));
}

/// Live's own rule: at every step the end lies behind the start.
bool everyStepIsTaken(Clip clip, const std::vector<ClipWrite> &writes)
{
    for (const ClipWrite &write : writes) {
        rowOf(clipFields(), write.field).set(clip, write.value);
        if (clip.loopEnd <= clip.loopStart || clip.endMarker <= clip.startMarker)
            return false;
    }
    return true;
}

} // namespace

class TestClipLength : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writes_data();
    void writes();
    void extensions_data();
    void extensions();
    void liveTakesEveryStep();
};

void TestClipLength::writes_data()
{
    QTest::addColumn<Clip>("clip");
    QTest::addColumn<double>("length");
    QTest::addColumn<QString>("written");
    Clip oneShot = loop(0, 4, 0, 4);
    oneShot.looping = false;
    QTest::newRow("grows: the marker first")
        << loop(0, 4, 0, 4) << 8.0 << QStringLiteral("end_marker 8, loop_end 8");
    QTest::newRow("shrinks: the loop first")
        << loop(0, 8, 0, 8) << 4.0 << QStringLiteral("loop_end 4, end_marker 4");
    QTest::newRow("a loop that begins late")
        << loop(4, 8, 0, 8) << 8.0 << QStringLiteral("end_marker 12, loop_end 12");
    QTest::newRow("content behind the loop is cut")
        << loop(0, 4, 0, 16) << 8.0 << QStringLiteral("end_marker 8, loop_end 8");
    QTest::newRow("the start marker behind the new end")
        << loop(0, 8, 6, 8) << 4.0 << QStringLiteral("start_marker 0, loop_end 4, end_marker 4");
    QTest::newRow("does not loop") << oneShot << 6.0 << QStringLiteral("loop_end 6");
    QTest::newRow("nothing is too short")
        << loop(0, 4, 0, 4) << 0.0 << QStringLiteral("loop_end 0.015625, end_marker 0.015625");
}

void TestClipLength::writes()
{
    QFETCH(Clip, clip);
    QFETCH(double, length);
    QFETCH(QString, written);
    QCOMPARE(text(lengthWrites(clip, {length})), written);
}

void TestClipLength::extensions_data()
{
    QTest::addColumn<Clip>("clip");
    QTest::addColumn<double>("by");
    QTest::addColumn<QString>("written");
    Clip oneShot = loop(0, 4, 0, 4);
    oneShot.looping = false;
    QTest::newRow("the marker goes along")
        << loop(0, 4, 0, 4) << 4.0 << QStringLiteral("end_marker 8, loop_end 8");
    QTest::newRow("a loop that begins late")
        << loop(4, 8, 0, 8) << 8.0 << QStringLiteral("end_marker 16, loop_end 16");
    QTest::newRow("content behind the loop stays")
        << loop(0, 4, 0, 16) << 4.0 << QStringLiteral("loop_end 8");
    QTest::newRow("the marker lies between")
        << loop(0, 4, 0, 6) << 4.0 << QStringLiteral("end_marker 8, loop_end 8");
    QTest::newRow("does not loop") << oneShot << 8.0 << QStringLiteral("loop_end 12");
}

void TestClipLength::extensions()
{
    QFETCH(Clip, clip);
    QFETCH(double, by);
    QFETCH(QString, written);
    QCOMPARE(text(extendWrites(clip, {by})), written);
}

void TestClipLength::liveTakesEveryStep()
{
    for (double loopStart : {-4.0, 0.0, 3.0}) {
        for (double startMarker : {-8.0, 0.0, 5.0, 9.0}) {
            for (double length : {0.25, 1.0, 4.0, 7.5, 64.0}) {
                const Clip clip = loop(loopStart, loopStart + 8, startMarker, startMarker + 12);
                QVERIFY(everyStepIsTaken(clip, lengthWrites(clip, {length})));
                QVERIFY(everyStepIsTaken(clip, extendWrites(clip, {length})));
            }
        }
    }
}

int tst_cliplength(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestClipLength>(argc, argv);
}

#include "tst_cliplength.moc"
