// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/levels.h"
#include "tests/support/testclass.h"
#include "ui/mixer/meter.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// Live's meter value at so many decibels.
double meterAt(double decibels)
{
    return (decibels + 70.0) / 76.0;
}

QString text(double position)
{
    return decibelsText(decibelsOfVolume(position));
}

} // namespace

class TestMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void risesAtOnceAndFallsByTwentyDecibelsASecond()
    {
        Meter meter;
        QCOMPARE(meter.look(0), MeterLook());
        QVERIFY(!meter.isMoving(0));
        meter.hear(meterAt(-6), 1000);
        QCOMPARE(text(meter.look(1000).level), QStringLiteral("−6.0"));
        QVERIFY(!meter.isMoving(1000)); // a level holds until Live tells another
        meter.hear(0.0, 1000);
        QVERIFY(meter.isMoving(1001));
        QCOMPARE(text(meter.look(1250).level), QStringLiteral("−11.0"));
        QCOMPARE(text(meter.look(1500).level), QStringLiteral("−16.0"));
        QCOMPARE(meter.look(9000).level, 0.0);
        QVERIFY(!meter.isMoving(9000));
    }

    void fallsOnlyToWhatIsHeard()
    {
        Meter meter;
        meter.hear(meterAt(0), 0);
        meter.hear(meterAt(-10), 100);
        QCOMPARE(text(meter.look(350).level), QStringLiteral("−5.0"));
        QCOMPARE(text(meter.look(2000).level), QStringLiteral("−10.0"));
        meter.hear(meterAt(-3), 2000);
        QCOMPARE(text(meter.look(2000).level), QStringLiteral("−3.0"));
    }

    void thePeakHoldsThenFalls()
    {
        Meter meter;
        meter.hear(meterAt(-4), 0);
        meter.hear(meterAt(-30), 100);
        QCOMPARE(text(meter.look(1500).peak), QStringLiteral("−4.0"));
        QVERIFY(meter.isMoving(1400));
        QCOMPARE(text(meter.look(1750).peak), QStringLiteral("−9.0"));
        QCOMPARE(text(meter.look(9000).peak), QStringLiteral("−30.0"));
        QVERIFY(!meter.isMoving(9000));
    }

    void aLowerLevelDoesNotRenewThePeak()
    {
        Meter meter;
        meter.hear(meterAt(-4), 0);
        meter.hear(meterAt(-8), 1400);
        QCOMPARE(text(meter.look(1600).peak), QStringLiteral("−6.0"));
        meter.hear(meterAt(-2), 1700);
        QCOMPARE(text(meter.look(3100).peak), QStringLiteral("−2.0"));
    }

    void theClipLightStaysUntilItIsCleared()
    {
        Meter meter;
        meter.hear(meterAt(0.0), 0);
        QVERIFY(!meter.look(0).clipped); // full scale is no clipping yet
        meter.hear(meterAt(0.4), 0);
        meter.hear(0.0, 50);
        QVERIFY(meter.look(60000).clipped);
        meter.clearClip();
        QVERIFY(!meter.look(60000).clipped);
    }
};

int tst_meter(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMeter>(argc, argv);
}

#include "tst_meter.moc"
