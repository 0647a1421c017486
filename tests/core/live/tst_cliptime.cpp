// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/clip.h"
#include "core/live/fields.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

const ClipTimeScale inBeats(ClipTimeUnit::Beat, {4, 4}, 90);
const ClipTimeScale inSeconds(ClipTimeUnit::Second, {4, 4}, 90);

} // namespace

class TestClipTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void units_data();
    void units();
    void converts();
    void words_data();
    void words();
};

void TestClipTime::units_data()
{
    QTest::addColumn<LiveValue>("warping");
    QTest::addColumn<bool>("isSeconds");
    QTest::newRow("MIDI: Live has no warping") << LiveValue() << false;
    QTest::newRow("warped") << LiveValue(true) << false;
    QTest::newRow("not warped") << LiveValue(false) << true;
}

void TestClipTime::units()
{
    QFETCH(LiveValue, warping);
    Clip clip;
    rowOf(clipFields(), ClipField::Warping).set(clip, warping);
    QTEST(clip.timeUnit() == ClipTimeUnit::Second, "isSeconds");
}

void TestClipTime::converts()
{
    QCOMPARE(inBeats.beats({6}), Beats{6});
    QCOMPARE(inBeats.seconds({6}), Seconds{4});
    QCOMPARE(inBeats.from(Beats{6}), ClipTime{6});
    QCOMPARE(inSeconds.seconds({6}), Seconds{6});
    QCOMPARE(inSeconds.beats({6}), Beats{9});
    QCOMPARE(inSeconds.from(Beats{9}), ClipTime{6});
    QCOMPARE(ClipTimeScale(ClipTimeUnit::Second, {3, 4}, 90).bar(), ClipTime{2});
    QCOMPARE(ClipTimeScale(ClipTimeUnit::Second, {4, 4}, 0).bar(), ClipTime{12}); // no such tempo
}

void TestClipTime::words_data()
{
    QTest::addColumn<ClipTimeScale>("scale");
    QTest::addColumn<double>("time");
    QTest::addColumn<QString>("position");
    QTest::addColumn<QString>("length");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("passed");
    const auto row
        = [](const char *name, const ClipTimeScale &scale, double time, const char *position,
              const char *length, const char *left, const char *passed) {
              QTest::newRow(name) << scale << time << QString::fromUtf8(position)
                                  << QString::fromUtf8(length) << QString::fromUtf8(left)
                                  << QString::fromUtf8(passed);
          };
    row("beats", inBeats, 6.5, "2.3.3", "1.2.2", "1.3", "1.2");
    row("whole bars", inBeats, 16, "5.1.1", "4 bars", "4.0", "4.0");
    row("seconds", inSeconds, 16.7, "0:16.700", "16.7 s", "17 s", "16 s");
    row("whole seconds", inSeconds, 20, "0:20.000", "20 s", "20 s", "20 s");
    row("hundredths", inSeconds, 3.254, "0:03.254", "3.25 s", "4 s", "3 s");
    row("minutes", inSeconds, 232.5, "3:52.500", "3:52.5", "3:53", "3:52");
    row("almost a minute", inSeconds, 59.999, "0:59.999", "1:00", "1:00", "59 s");
    row("nothing", inSeconds, 0, "0:00.000", "0 s", "0 s", "0 s");
    row("before the start", inSeconds, -1.5, "\u22120:01.500", "0 s", "0 s", "0 s");
    row("longer than anything", inSeconds, 1e30, "16666666:40.000", "16666666:40", "16666666:40",
        "16666666:40");
}

void TestClipTime::words()
{
    QFETCH(ClipTimeScale, scale);
    QFETCH(double, time);
    QTEST(scale.positionText({time}), "position");
    QTEST(scale.lengthText({time}), "length");
    QTEST(scale.leftText({time}), "left");
    QTEST(scale.passedText({time}), "passed");
}

int tst_cliptime(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestClipTime>(argc, argv);
}

#include "tst_cliptime.moc"
