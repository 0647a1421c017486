// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/beatblocks.h"

#include <QTest>

using namespace clipdeck;

class TestBeatBlocks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBeatOfTheBar_data()
    {
        QTest::addColumn<double>("position");
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("denominator");
        QTest::addColumn<int>("beat");
        QTest::newRow("the first") << 0.0 << 4 << 4 << 0;
        QTest::newRow("just before the second") << 0.99 << 4 << 4 << 0;
        QTest::newRow("the second") << 1.0 << 4 << 4 << 1;
        QTest::newRow("next bar") << 4.5 << 4 << 4 << 0;
        QTest::newRow("eighths are counted in 6/8") << 1.0 << 6 << 8 << 2;
        QTest::newRow("6/8 turns after three quarters") << 3.0 << 6 << 8 << 0;
        QTest::newRow("a count-in is before the first bar") << -1.0 << 4 << 4 << 3;
    }

    void theBeatOfTheBar()
    {
        QFETCH(double, position);
        QFETCH(int, numerator);
        QFETCH(int, denominator);
        QTEST(beatOfBar(Beats{position}, Signature{numerator, denominator}), "beat");
    }

    void blocksFitTheirArea_data()
    {
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<int>("width");
        QTest::newRow("4/4") << 4 << 4 << 12;
        QTest::newRow("3/4 keeps the width") << 3 << 3 << 12;
        QTest::newRow("7/8") << 7 << 7 << 6;
        QTest::newRow("12/8") << 12 << 12 << 3;
        QTest::newRow("99/16 has no room") << 99 << 0 << 0;
    }

    void blocksFitTheirArea()
    {
        QFETCH(int, numerator);
        QFETCH(int, blocks);
        QFETCH(int, width);
        const QRect area(520, 6, 54, 40);
        const std::vector<QRect> rects = beatBlocks(area, Signature{numerator, 8});
        QCOMPARE(int(rects.size()), blocks);
        for (const QRect &rect : rects) {
            QCOMPARE(rect.width(), width);
            QVERIFY(area.contains(rect));
        }
    }

    void litForAMomentOnEachBeat_data()
    {
        QTest::addColumn<double>("position");
        QTest::addColumn<int>("denominator");
        QTest::addColumn<bool>("lit");
        // At 120 BPM 80 ms are 0.16 beats.
        QTest::newRow("on it") << 4.0 << 4 << true;
        QTest::newRow("just after") << 4.15 << 4 << true;
        QTest::newRow("later") << 4.17 << 4 << false;
        QTest::newRow("before the next") << 4.99 << 4 << false;
        QTest::newRow("an eighth counts in 6/8") << 4.5 << 8 << true;
        QTest::newRow("a fourth only in 4/4") << 4.5 << 4 << false;
    }
    void litForAMomentOnEachBeat()
    {
        QFETCH(double, position);
        QFETCH(int, denominator);
        QTEST(isOnBeat({position}, {4, denominator}, 120.0), "lit");
    }
};

int tst_beatblocks(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestBeatBlocks>(argc, argv);
}

#include "tst_beatblocks.moc"
