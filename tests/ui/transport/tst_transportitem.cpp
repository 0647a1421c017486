// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/transportitem.h"

#include <QTest>

using namespace clipdeck;

class TestTransportItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roomIsGivenInOrder_data()
    {
        QTest::addColumn<QList<int>>("widths");
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("fit");
        QTest::newRow("none") << QList<int>{40, 40} << 20 << 0;
        QTest::newRow("less than none") << QList<int>{40, 40} << -100 << 0;
        QTest::newRow("just one") << QList<int>{40, 40} << 42 << 1;
        QTest::newRow("a gap is lacking") << QList<int>{40, 40} << 83 << 1;
        QTest::newRow("both") << QList<int>{40, 40} << 84 << 2;
        QTest::newRow("a small one does not pass a large one") << QList<int>{40, 90, 10} << 60 << 1;
        QTest::newRow("nothing to place") << QList<int>{} << 60 << 0;
    }
    void roomIsGivenInOrder()
    {
        QFETCH(QList<int>, widths);
        QFETCH(int, room);
        QTEST(howManyFit(std::vector<int>(widths.begin(), widths.end()), 2, room), "fit");
    }

    void everyItemSaysWhatItDoes()
    {
        for (const TransportItem &item : transportItems()) {
            QVERIFY(*item.name != '\0' && *item.word != '\0' && *item.sentence != '\0');
            QVERIFY(*item.keys == '\0' || !QKeySequence(QString::fromLatin1(item.keys)).isEmpty());
        }
    }

    void backToArrangementNeedsSomethingToComeBackFrom()
    {
        LiveSet set;
        const TransportItem &back = transportItems()[1];
        QCOMPARE(back.kind, TransportItem::Kind::BackToArrangement);
        QVERIFY(!isAvailable(back, set));
        set.apply(SongField::BackToArranger, true);
        QVERIFY(isAvailable(back, set));
        QVERIFY(!isOn(back, set)); // an action, no switch
    }

    void switchesShowTheWish()
    {
        LiveSet set;
        for (const TransportItem &item : transportItems()) {
            if (!item.field)
                continue;
            QVERIFY(!isOn(item, set));
            set.request(Target::song(*item.field), true, 0);
            QVERIFY2(isOn(item, set), item.name);
        }
    }
};

int tst_transportitem(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTransportItem>(argc, argv);
}

#include "tst_transportitem.moc"
