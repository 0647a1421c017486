// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/shell/traffichistory.h"

#include <QTest>

using namespace clipdeck;

class TestTrafficHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsMessagesATick()
    {
        TrafficHistory history;
        history.count(1000, 0);
        QVERIFY(history.bars().empty());
        QCOMPARE(history.perTick(), 0);
        history.count(1050, 250); // 2.5 ticks
        history.count(1060, 350);
        QCOMPARE(history.bars(), (std::vector<int>{20, 10}));
        QCOMPARE(history.perTick(), 15);
        history.count(1060, 350); // no time went by
        QCOMPARE(history.bars().size(), 2U);
    }

    void keepsSoMany()
    {
        TrafficHistory history;
        for (int i = 0; i <= 30; ++i)
            history.count(i * i, i * 100);
        QCOMPARE(static_cast<int>(history.bars().size()), TrafficHistory::spans);
        QCOMPARE(history.bars().back(), 30 * 30 - 29 * 29);
    }

    void anotherConnectionBeginsAnew()
    {
        TrafficHistory history;
        history.count(500, 0);
        history.count(600, 100);
        history.count(3, 200);
        QVERIFY(history.bars().empty());
        history.count(13, 300);
        QCOMPARE(history.bars(), std::vector<int>{10});
    }
};

int tst_traffichistory(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTrafficHistory>(argc, argv);
}

#include "tst_traffichistory.moc"
