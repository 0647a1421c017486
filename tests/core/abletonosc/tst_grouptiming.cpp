// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/grouptiming.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Times = QList<qint64>;

class TestGroupTiming : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAGroupTells_data();
    void whatAGroupTells();
    void aSlowLiveIsBelieved();
};

/// A group of three queries that cost 1, 10 and 100 API accesses, answered at these times.
void TestGroupTiming::whatAGroupTells_data()
{
    QTest::addColumn<Times>("answers");
    QTest::addColumn<bool>("spoilt");
    QTest::addColumn<double>("ms"); // below 0: nothing
    QTest::newRow("from the first answer to the last") << Times{5, 9, 30} << false << 25.0;
    QTest::newRow("one answer takes no time") << Times{5} << false << 0.0;
    QTest::newRow("no answer") << Times{} << false << -1.0;
    QTest::newRow("a part was lost") << Times{5, 9} << true << -1.0;
    QTest::newRow("a pause as long as a tick") << Times{5, 9, 70} << false << -1.0;
}

void TestGroupTiming::whatAGroupTells()
{
    QFETCH(Times, answers);
    QFETCH(bool, spoilt);
    QFETCH(double, ms);
    GroupTiming timing;
    timing.begin();
    int reads = 1;
    QList<ReadCost> costs;
    for (int i = 0; i < 3; ++i, reads *= 10) {
        costs.append({reads, 1});
        timing.add(costs.last());
    }
    QCOMPARE(timing.size(), (ReadCost{111, 3}));
    for (qsizetype i = 0; i < answers.size(); ++i)
        timing.answered(costs.at(i), answers.at(i));
    if (spoilt)
        timing.spoil();
    const std::optional<GroupTiming::Sample> sample = timing.end();
    QCOMPARE(sample.has_value(), ms >= 0.0);
    if (sample) {
        QCOMPARE(sample->ms, ms);
        QCOMPARE(sample->cost, (ReadCost{110, 2})); // the first had been read when the clock began
    }
    timing.begin();
    QCOMPARE(timing.size(), ReadCost());
}

void TestGroupTiming::aSlowLiveIsBelieved()
{
    GroupTiming timing;
    QList<bool> told;
    for (int group = 0; group < 4; ++group) {
        timing.begin();
        timing.answered({1, 1}, 0);
        timing.answered({1, 1}, 90);
        told.append(timing.end().has_value());
    }
    QCOMPARE(told, (QList<bool>{false, false, true, true}));
}

int tst_grouptiming(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestGroupTiming>(argc, argv);
}

#include "tst_grouptiming.moc"
