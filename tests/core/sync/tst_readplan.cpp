// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readplan.h"

#include <QTest>

using namespace clipdeck;
using Kind = ReadJob::Kind;

namespace {

const ReadJob song{Kind::Song};
ReadJob slotsOf(int track)
{
    return {Kind::Slots, track};
}

void finishAll(ReadPlan &plan, const std::vector<ReadJob> &jobs, qint64 now)
{
    for (const ReadJob &job : jobs)
        plan.finished(job, now);
}

} // namespace

class TestReadPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEverythingOnceByRank();
    void keepsToTheBudget();
    void readsAgainWhatIsMostOverdue();
    void hurriedComesNext();
    void whatWasLostIsDueAgain();
    void aJobTooBigForTheBudgetIsReadOnceAndThenWaitedFor();
    void termsChangeWithoutForgetting();
};

void TestReadPlan::readsEverythingOnceByRank()
{
    ReadPlan plan;
    QVERIFY(!plan.isComplete());
    plan.set(slotsOf(0), {5, 1000, 10, 1});
    plan.set(slotsOf(1), {2, 1000, 10, 1});
    plan.set(song, {1, 1000, 10, 1});
    const auto jobs = plan.take(0, 1000, 100);
    QCOMPARE(jobs, (std::vector{song, slotsOf(1), slotsOf(0)}));
    QVERIFY(plan.take(0, 1000, 100).empty()); // under way
    QVERIFY(!plan.isComplete());
    finishAll(plan, jobs, 10);
    QVERIFY(plan.isComplete());
    QVERIFY(plan.take(11, 1000, 100).empty()); // not due yet
}

void TestReadPlan::keepsToTheBudget()
{
    ReadPlan plan;
    for (int t = 0; t < 10; ++t)
        plan.set(slotsOf(t), {1, 1000, 30, 3});
    QCOMPARE(plan.take(0, 100, 100).size(), std::size_t(3)); // reads
    QCOMPARE(plan.take(0, 1000, 7).size(), std::size_t(2)); // messages
}

void TestReadPlan::readsAgainWhatIsMostOverdue()
{
    ReadPlan plan;
    plan.set(slotsOf(0), {1, 1000, 1, 1});
    plan.set(slotsOf(1), {1, 200, 1, 1});
    finishAll(plan, plan.take(0, 10, 10), 0);
    QVERIFY(plan.take(199, 10, 10).empty());
    QCOMPARE(plan.take(200, 10, 10), std::vector{slotsOf(1)});
    plan.finished(slotsOf(1), 200);
    QCOMPARE(plan.take(1000, 1, 10), std::vector{slotsOf(1)}); // four times its interval
    QCOMPARE(plan.take(1000, 1, 10), std::vector{slotsOf(0)});
}

void TestReadPlan::hurriedComesNext()
{
    ReadPlan plan;
    plan.set(slotsOf(0), {1, 1000, 1, 1});
    plan.set(song, {1, 100, 1, 1});
    finishAll(plan, plan.take(0, 10, 10), 0);
    plan.hurry(slotsOf(0));
    QCOMPARE(plan.take(5000, 1, 10), std::vector{slotsOf(0)});
    plan.finished(slotsOf(0), 5000);
    QCOMPARE(plan.take(5000, 1, 10), std::vector{song});
}

void TestReadPlan::whatWasLostIsDueAgain()
{
    ReadPlan plan;
    plan.set(song, {1, 1000, 1, 1});
    plan.take(0, 10, 10);
    plan.lost(song);
    QVERIFY(!plan.isComplete());
    QCOMPARE(plan.take(1, 10, 10), std::vector{song});
}

void TestReadPlan::aJobTooBigForTheBudgetIsReadOnceAndThenWaitedFor()
{
    ReadPlan plan;
    plan.set(song, {1, 1000, 500, 4});
    plan.set(slotsOf(0), {2, 1000, 1, 1});
    QCOMPARE(plan.take(0, 10, 5), std::vector{song}); // or the first mirror would never be whole
    plan.finished(song, 0);
    finishAll(plan, plan.take(0, 10, 5), 0);
    QVERIFY(plan.take(5000, 10, 5).empty()); // the small one behind it does not overtake it
    QCOMPARE(plan.take(5000, 501, 5), (std::vector{song, slotsOf(0)}));
}

void TestReadPlan::termsChangeWithoutForgetting()
{
    ReadPlan plan;
    plan.set(song, {1, 1000, 1, 1});
    finishAll(plan, plan.take(0, 10, 10), 0);
    plan.set(song, {1, 500, 1, 1});
    QVERIFY(plan.isComplete());
    QCOMPARE(plan.take(500, 10, 10), std::vector{song});
    plan.remove(song);
    plan.finished(song, 500); // an answer that comes late for a job that is gone
    QCOMPARE(plan.count(), 0);
}

QTEST_GUILESS_MAIN(TestReadPlan)
#include "tst_readplan.moc"
