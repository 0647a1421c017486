// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/taptempo.h"

#include <QTest>

using namespace clipdeck;

class TestTapTempo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gapsBecomeATempo_data()
    {
        QTest::addColumn<QList<qint64>>("taps");
        QTest::addColumn<double>("bpm"); // 0: none yet
        QTest::newRow("one tap says nothing") << QList<qint64>{0} << 0.0;
        QTest::newRow("nor do two") << QList<qint64>{0, 500} << 0.0;
        QTest::newRow("three at half a second") << QList<qint64>{0, 500, 1000} << 120.0;
        QTest::newRow("an unsteady hand is averaged") << QList<qint64>{0, 480, 1020, 1500} << 120.0;
        QTest::newRow("rounded to a hundredth") << QList<qint64>{0, 491, 982} << 122.2;
        QTest::newRow("a pause begins anew") << QList<qint64>{0, 500, 1000, 3000, 3400} << 0.0;
        QTest::newRow("and counts from there")
            << QList<qint64>{0, 500, 1000, 3000, 3400, 3800} << 150.0;
        QTest::newRow("only the last eight gaps count") << QList<qint64>{0, 1000, 2000, 2500, 3000,
            3500, 4000, 4500, 5000, 5500, 6000} << 120.0;
        QTest::newRow("never above what Live takes") << QList<qint64>{0, 10, 20} << 999.0;
        QTest::newRow("the slowest that is still tapping") << QList<qint64>{0, 1999, 3998} << 30.02;
        QTest::newRow("three taps at one instant") << QList<qint64>{7, 7, 7} << 0.0;
    }

    void gapsBecomeATempo()
    {
        QFETCH(QList<qint64>, taps);
        QFETCH(double, bpm);
        TapTempo tempo;
        std::optional<double> last;
        for (qint64 tap : taps)
            last = tempo.tap(tap);
        QCOMPARE(last.value_or(0.0), bpm);
    }
};

int tst_taptempo(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTapTempo>(argc, argv);
}

#include "tst_taptempo.moc"
