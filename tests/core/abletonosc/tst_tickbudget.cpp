// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/tickbudget.h"

#include <QTest>

using namespace clipdeck;

class TestTickBudget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsCarefully();
    void growsByStepsWhenReadsAreCheap();
    void shrinksAtOnceWhenTheyAreDear();
    void smallGroupsTeachNothing();
};

void TestTickBudget::beginsCarefully()
{
    const TickBudget budget;
    QVERIFY(budget.readsWithin(30.0) <= TickBudget::firstReads);
    QVERIFY(budget.readsWithin(30.0) >= 100);
    QVERIFY(budget.readsWithin(0.0) > 0); // something must go on, or nothing would ever be learned
}

void TestTickBudget::growsByStepsWhenReadsAreCheap()
{
    TickBudget budget;
    int reads = budget.readsWithin(30.0);
    for (int tick = 0; tick < 4; ++tick) {
        budget.learn(reads, reads * 0.002);
        const int next = budget.readsWithin(30.0);
        QVERIFY2(next <= reads * TickBudget::growth + TickBudget::firstReads * TickBudget::growth,
            qPrintable(QString::number(next)));
        reads = next;
    }
    QVERIFY2(reads > 5000, qPrintable(QString::number(reads)));
}

void TestTickBudget::shrinksAtOnceWhenTheyAreDear()
{
    TickBudget budget;
    for (int tick = 0; tick < 6; ++tick)
        budget.learn(2000, 4.0);
    const int before = budget.readsWithin(30.0);
    budget.learn(2000, 400.0); // 0.2 ms each: Live got busy
    QVERIFY(budget.readsWithin(30.0) < before / 10);
    QVERIFY(budget.readsWithin(30.0) * 0.2 < 45.0);
}

void TestTickBudget::smallGroupsTeachNothing()
{
    TickBudget budget;
    const double before = budget.costMs();
    budget.learn(3, 90.0);
    QCOMPARE(budget.costMs(), before);
}

QTEST_GUILESS_MAIN(TestTickBudget)
#include "tst_tickbudget.moc"
