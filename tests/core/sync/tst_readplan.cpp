// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/readplan.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace clipdeck;
using Kind = ReadJob::Kind;

namespace {

const ReadJob song{Kind::Song};
ReadJob slotsOf(int track)
{
    return {Kind::Slots, trackChunk(track, 0)};
}

/// An allowance in reads, at a price of 1 ms each.
std::vector<ReadJob> take(ReadPlan &plan, qint64 now, int reads, int messages = 100)
{
    return plan.take(now, {1e6, {reads, messages}}, TickBudget());
}

void finishAll(ReadPlan &plan, const std::vector<ReadJob> &jobs, qint64 now)
{
    for (const ReadJob &job : jobs)
        plan.finished(job, now);
}

/// One job in some state, at time 10,000: its turn among the others, or 0 for not yet.
struct Turn {
    const char *what;
    ReadTerms terms;
    qint64 readAt; ///< -1: never
    bool expedited;
    int turn;
};

// The rule of the header, as a table: what comes first.
constexpr std::array turns{
    Turn{"a rank below 0, due", {-1, 400, 1, 1}, 9000, false, 1},
    Turn{"never read, rank 1", {1, 1000, 1, 1}, -1, false, 2},
    Turn{"never read, rank 5", {5, 1000, 1, 1}, -1, false, 3},
    Turn{"expedited, rank 2", {2, 60000, 1, 1}, 9990, true, 4},
    Turn{"expedited, rank 7", {7, 60000, 1, 1}, 9990, true, 5},
    Turn{"four times overdue", {9, 1000, 1, 1}, 6000, false, 6},
    Turn{"twice overdue", {0, 4000, 1, 1}, 2000, false, 7},
    Turn{"just read", {0, 4000, 1, 1}, 9000, false, 0},
    Turn{"once was enough", {0, 0, 1, 1}, 0, false, 0},
};

} // namespace

class TestReadPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jobsComeInTurn();
    void countsWhatIsUnreadAndHurried();
    void keepsToTheAllowance();
    void whatIsUnderWayIsNotTakenAgain();
    void whatWasLostIsDueAgain();
    void aJobTooBigForTheBudgetIsReadOnceAndThenWaitedFor();
    void termsChangeWithoutForgetting();
    void whatIsHurriedWhileUnderWayIsReadOnceMore();
    void whatIsForgottenIsReadAgain();
    void anAnswerIsNotTakenForALaterJobOfTheSameName();
    void onlyWhatWasReadLatelyIsHurried();
    void jobsFollowTheirObjects();
};

void TestReadPlan::jobsComeInTurn()
{
    constexpr qint64 now = 10000;
    ReadPlan plan;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const ReadJob job = slotsOf(static_cast<int>(i));
        plan.set(job, turns[i].terms);
        if (turns[i].readAt >= 0)
            plan.finished(job, turns[i].readAt);
        if (turns[i].expedited)
            plan.expedite(job);
    }
    const std::vector<ReadJob> jobs = take(plan, now, 1000);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto found = std::find(jobs.begin(), jobs.end(), slotsOf(static_cast<int>(i)));
        const int turn = found == jobs.end() ? 0 : static_cast<int>(found - jobs.begin()) + 1;
        QVERIFY2(turn == turns[i].turn,
            qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(turns[i].what)).arg(turn)));
    }
}

void TestReadPlan::keepsToTheAllowance()
{
    ReadPlan plan;
    for (int t = 0; t < 10; ++t)
        plan.set(slotsOf(t), {1, 1000, 30, 3});
    ReadPlan copy = plan;
    QCOMPARE(take(copy, 0, 100).size(), std::size_t(3)); // reads
    copy = plan;
    QCOMPARE(take(copy, 0, 1000, 7).size(), std::size_t(2)); // messages
    copy = plan;
    const TickBudget prices;
    const double threeJobs = prices.msFor({90, 9});
    QCOMPARE(copy.take(0, {threeJobs, {1000, 1000}}, prices).size(), std::size_t(3)); // Live's time
    copy = plan;
    QVERIFY(copy.take(0, {-1.0, {1000, 1000}}, prices).empty()); // in debt
}

void TestReadPlan::whatIsUnderWayIsNotTakenAgain()
{
    ReadPlan plan;
    QVERIFY(!plan.isComplete());
    plan.set(song, {1, 1000, 10, 1});
    QCOMPARE(take(plan, 0, 100), std::vector{song});
    QVERIFY(take(plan, 5000, 100).empty());
    QVERIFY(!plan.takeOne(song));
    QVERIFY(!plan.isComplete());
    plan.finished(song, 10);
    QVERIFY(plan.isComplete());
    QVERIFY(take(plan, 11, 100).empty()); // not due yet
    QVERIFY(plan.takeOne(song)); // unless that one is asked for
}

void TestReadPlan::whatWasLostIsDueAgain()
{
    ReadPlan plan;
    plan.set(song, {1, 1000, 1, 1});
    take(plan, 0, 10);
    plan.lost(song);
    QVERIFY(!plan.isComplete());
    QCOMPARE(take(plan, 1, 10), std::vector{song});
}

void TestReadPlan::aJobTooBigForTheBudgetIsReadOnceAndThenWaitedFor()
{
    ReadPlan plan;
    plan.set(song, {1, 1000, 500, 4});
    plan.set(slotsOf(0), {2, 1000, 1, 1});
    QCOMPARE(take(plan, 0, 10, 5), std::vector{song}); // or the first mirror would never be whole
    plan.finished(song, 0);
    finishAll(plan, take(plan, 0, 10, 5), 0);
    QVERIFY(take(plan, 5000, 10, 5).empty()); // the small one behind it does not overtake it
    QCOMPARE(take(plan, 5000, 501, 5), (std::vector{song, slotsOf(0)}));
}

void TestReadPlan::termsChangeWithoutForgetting()
{
    ReadPlan plan;
    plan.set(song, {1, 1000, 1, 1});
    finishAll(plan, take(plan, 0, 10), 0);
    plan.set(song, {1, 500, 1, 1});
    QVERIFY(plan.isComplete());
    QCOMPARE(take(plan, 500, 10), std::vector{song});
    plan.remove(song);
    plan.finished(song, 500); // an answer that comes late for a job that is gone
    QCOMPARE(plan.count(), 0);
}

void TestReadPlan::whatIsHurriedWhileUnderWayIsReadOnceMore()
{
    ReadPlan plan;
    plan.set(song, {1, 60000, 1, 1});
    take(plan, 0, 10);
    plan.expedite(song); // the answer on its way may be older than the reason
    plan.finished(song, 100);
    QCOMPARE(take(plan, 101, 10), std::vector{song});
    plan.finished(song, 200);
    QVERIFY(take(plan, 201, 10).empty());
}

void TestReadPlan::whatIsForgottenIsReadAgain()
{
    ReadPlan plan;
    plan.set(song, {});
    plan.set(slotsOf(1), {});
    plan.finished(song, 0);
    const std::vector<ReadJob> underWay = take(plan, 0, 100);
    QCOMPARE(underWay, std::vector{slotsOf(1)});
    plan.forget(song);
    plan.forget(slotsOf(1)); // its answer is on its way
    QCOMPARE(take(plan, 0, 100), std::vector{song});
    plan.finished(song, 10);
    plan.finished(slotsOf(1), 10);
    QVERIFY(!plan.isComplete());
    QCOMPARE(take(plan, 10, 100), std::vector{slotsOf(1)});
    plan.finished(slotsOf(1), 20);
    QVERIFY(plan.isComplete());
}

// Another clip plays on the track by then, or its slots are cut into other parts.
void TestReadPlan::anAnswerIsNotTakenForALaterJobOfTheSameName()
{
    ReadPlan plan;
    plan.set(song, {1, 0, 1, 1});
    take(plan, 0, 10);
    plan.remove(song);
    plan.set(song, {1, 0, 1, 1});
    QVERIFY(take(plan, 50, 10).empty()); // one question at a time
    plan.finished(song, 100);
    QVERIFY(plan.isUnread(song));
    QCOMPARE(take(plan, 101, 10), std::vector{song});
    plan.finished(song, 200);
    QVERIFY(!plan.isUnread(song));
}

void TestReadPlan::onlyWhatWasReadLatelyIsHurried()
{
    ReadPlan plan;
    for (int t = 0; t < 3; ++t) {
        plan.set(slotsOf(t), {1, 60000, 1, 1});
        plan.finished(slotsOf(t), 100 * t);
    }
    plan.expediteIf([](const ReadJob &job) { return job.track().value != 2; }, 100);
    QCOMPARE(take(plan, 300, 10), std::vector{slotsOf(1)});
}

void TestReadPlan::jobsFollowTheirObjects()
{
    ReadPlan plan;
    for (int t = 0; t < 3; ++t)
        plan.set(slotsOf(t), {t, 1000, 1, 1});
    plan.finished(slotsOf(2), 50);
    // Track 0 is gone.
    plan.move([](const ReadJob &job) -> std::optional<ReadJob> {
        return job.track().value == 0 ? std::nullopt
                                      : std::optional(slotsOf(job.track().value - 1));
    });
    QCOMPARE(plan.count(), 2);
    QCOMPARE(take(plan, 60, 10), std::vector{slotsOf(0)}); // was 1, unread; what was 2 is read
}

void TestReadPlan::countsWhatIsUnreadAndHurried()
{
    ReadPlan plan;
    const auto is = [&plan](bool complete, bool expedited, std::size_t unreadSlots) {
        return plan.isComplete() == complete && plan.hasExpedited() == expedited
            && plan.unread({Kind::Slots}).size() == unreadSlots;
    };
    QVERIFY(is(false, false, 0)); // nothing is planned
    for (int track = 0; track < 3; ++track)
        plan.set(slotsOf(track), {});
    plan.set(slotsOf(0), {5}); // other terms, and the same job
    QVERIFY(is(false, false, 3));
    QVERIFY(plan.takeOne(slotsOf(0)));
    QVERIFY(is(false, false, 2)); // under way
    plan.finished(slotsOf(0), 10);
    plan.countAsRead(slotsOf(1), 10);
    plan.remove(slotsOf(2));
    plan.remove(slotsOf(2));
    QVERIFY(is(true, false, 0));
    plan.expedite(slotsOf(0));
    plan.expedite(slotsOf(0));
    QVERIFY(is(true, true, 0));
    plan.move([](const ReadJob &job) {
        return job.track().value == 0 ? std::optional(slotsOf(1)) : std::nullopt;
    });
    QVERIFY(is(true, true, 0));
    plan.finished(slotsOf(1), 20);
    QVERIFY(is(true, false, 0));
    plan.expediteIf([](const ReadJob &) { return true; });
    plan.restart();
    QVERIFY(is(false, false, 1));
    plan.clear();
    QVERIFY(is(false, false, 0));
}

int tst_readplan(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestReadPlan>(argc, argv);
}

#include "tst_readplan.moc"
