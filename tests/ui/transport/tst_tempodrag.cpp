// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/tempodrag.h"

#include <QTest>

using namespace clipdeck;

struct Move {
    int pixels;
    bool fine;
};
Q_DECLARE_METATYPE(QList<Move>)

class TestTempoDrag : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void movesBecomeATempo_data()
    {
        QTest::addColumn<double>("start");
        QTest::addColumn<QList<Move>>("moves");
        QTest::addColumn<double>("bpm");
        QTest::newRow("four pixels are a beat a minute")
            << 120.0 << QList<Move>{{4, false}} << 121.0;
        QTest::newRow("fewer are kept for later") << 120.0 << QList<Move>{{3, false}} << 120.0;
        QTest::newRow("and add up")
            << 120.0 << QList<Move>{{3, false}, {3, false}, {2, false}} << 122.0;
        QTest::newRow("down is slower") << 120.0 << QList<Move>{{-8, false}} << 118.0;
        QTest::newRow("a fraction stays") << 122.37 << QList<Move>{{4, false}} << 123.37;
        QTest::newRow("fine is a hundredth a pixel") << 120.0 << QList<Move>{{5, true}} << 120.05;
        QTest::newRow("fine on the way does not jump")
            << 120.0 << QList<Move>{{6, false}, {1, true}} << 121.01;
        QTest::newRow("not above 999") << 998.0 << QList<Move>{{400, false}} << 999.0;
        QTest::newRow("not below 20") << 21.0 << QList<Move>{{-400, false}} << 20.0;
    }

    void movesBecomeATempo()
    {
        QFETCH(double, start);
        QFETCH(QList<Move>, moves);
        QFETCH(double, bpm);
        TempoDrag drag(start);
        double tempo = start;
        for (const Move &move : moves)
            tempo = drag.move(move.pixels, move.fine);
        QVERIFY2(qAbs(tempo - bpm) < 1e-9, qPrintable(QString::number(tempo)));
        QCOMPARE(drag.startTempo(), start);
    }
};

int tst_tempodrag(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTempoDrag>(argc, argv);
}

#include "tst_tempodrag.moc"
