// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/tickbudget.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// What a server takes that charges these prices.
double spreadOf(const ReadCost &size, double msPerRead, double msPerMessage)
{
    return size.reads * msPerRead + size.messages * msPerMessage;
}

// A scan's groups: whole tracks in few messages, and getters in many.
constexpr ReadCost blocks{2000, 12};
constexpr ReadCost getters{1500, 380};

} // namespace

class TestTickBudget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void learnsBothPrices_data();
    void learnsBothPrices();
    void growsByStepsOnly();
    void shrinksAtOnceWhenReadsGetDear();
    void smallGroupsTeachNothing();
    void aPriceThatWasAMistakeComesDown();
};

void TestTickBudget::learnsBothPrices_data()
{
    QTest::addColumn<double>("msPerRead");
    QTest::addColumn<double>("msPerMessage");
    QTest::newRow("reads are free") << 0.002 << 0.06;
    QTest::newRow("about Live 12") << 0.06 << 0.06;
    QTest::newRow("a slow machine") << 0.15 << 0.2;
}

void TestTickBudget::learnsBothPrices()
{
    QFETCH(double, msPerRead);
    QFETCH(double, msPerMessage);
    TickBudget budget;
    for (int tick = 0; tick < 12; ++tick) {
        const ReadCost &size = tick % 2 == 0 ? blocks : getters;
        budget.learn(size, spreadOf(size, msPerRead, msPerMessage));
    }
    for (const ReadCost &size : {blocks, getters}) {
        const double real = spreadOf(size, msPerRead, msPerMessage);
        const double believed = budget.msFor(size);
        QVERIFY2(believed > 0.75 * real && believed < 1.35 * real,
            qPrintable(QStringLiteral("%1 for %2").arg(believed).arg(real)));
    }
}

void TestTickBudget::growsByStepsOnly()
{
    TickBudget budget;
    QCOMPARE(budget.mostReads(), TickBudget::firstReads);
    int most = budget.mostReads();
    for (int tick = 0; tick < 3; ++tick) {
        budget.learn({most, 4}, 1.0);
        QVERIFY(budget.mostReads() <= TickBudget::growth * most);
        QVERIFY(budget.mostReads() > most);
        most = budget.mostReads();
    }
}

void TestTickBudget::shrinksAtOnceWhenReadsGetDear()
{
    TickBudget budget;
    for (int tick = 0; tick < 6; ++tick)
        budget.learn(blocks, 4.0);
    const double before = budget.msPerRead();
    budget.learn(blocks, 400.0); // 0.2 ms each: Live got busy
    QVERIFY(budget.msPerRead() > 10 * before);
}

void TestTickBudget::smallGroupsTeachNothing()
{
    TickBudget budget;
    const double before = budget.msFor(blocks);
    budget.learn({12, 4}, 90.0);
    QCOMPARE(budget.msFor(blocks), before);
}

/// Our own program stood still while answers came, so a group seemed to take a tick. From then on only small groups fit.
void TestTickBudget::aPriceThatWasAMistakeComesDown()
{
    constexpr ReadCost small{18, 6};
    constexpr ReadCost states{290, 3}; // whether tracks play, of a small set
    constexpr double allowedMs = 37;
    TickBudget budget;
    for (int i = 0; i < 3; ++i)
        budget.learn(states, 103.0);
    QVERIFY(budget.msFor(states) > allowedMs);
    budget.learn(small, 0.0);
    QVERIFY2(budget.msFor(states) < allowedMs, qPrintable(QString::number(budget.msFor(states))));
    budget.learn(states, 3.0); // and what it learned by mistake is not remembered either
    QVERIFY2(budget.msFor(states) < allowedMs, qPrintable(QString::number(budget.msFor(states))));
}

int tst_tickbudget(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTickBudget>(argc, argv);
}

#include "tst_tickbudget.moc"
