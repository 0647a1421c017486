// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/pacer.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestPacer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAPaceAllows_data();
    void whatAPaceAllows();
    void whatIsSpentIsGone();
    void aFastLiveIsReadFasterForAWhile();
    void whatWaitsAlreadyCounts();
};

void TestPacer::whatAPaceAllows_data()
{
    QTest::addColumn<Pace>("pace");
    QTest::addColumn<double>("ms"); // of Live's time in ten ticks, when nothing was saved up before
    QTest::addColumn<int>("messages");
    QTest::newRow("at rest") << Pace::Steady << 60.0 << 60;
    QTest::newRow("somebody edits") << Pace::Attentive << 80.0 << 600;
    QTest::newRow("pushes were missed") << Pace::CatchUp << 160.0 << 2000;
    QTest::newRow("the first reading") << Pace::Scan << 370.0 << 8000;
}

void TestPacer::whatAPaceAllows()
{
    QFETCH(Pace, pace);
    QFETCH(double, ms);
    QFETCH(int, messages);
    const TickBudget prices;
    Pacer pacer;
    // Spends what there is in each of the ticks, and counts what that was.
    const auto spendAll = [&](qint64 now) {
        const Allowance left = pacer.allowance(now, pace, {}, prices);
        const ReadCost asked{static_cast<int>((left.ms - prices.msFor({0, left.most.messages}))
                                 / prices.msPerRead()),
            left.most.messages};
        pacer.spend(asked, prices);
        return std::pair(left.ms, left.most.messages);
    };
    spendAll(0);
    double seenMs = 0.0;
    int seenMessages = 0;
    for (int tick = 1; tick <= 10; ++tick) {
        const auto [gotMs, gotMessages] = spendAll(tick * 100);
        seenMs += gotMs;
        seenMessages += gotMessages;
    }
    QVERIFY2(std::abs(seenMs - ms) < 2.0, qPrintable(QString::number(seenMs)));
    QCOMPARE(seenMessages, messages);
}

void TestPacer::whatIsSpentIsGone()
{
    const TickBudget prices;
    Pacer pacer;
    pacer.allowance(0, Pace::Steady, {}, prices);
    pacer.spend({2000, 10}, prices); // a large reading leaves a debt
    QVERIFY(pacer.allowance(100, Pace::Steady, {}, prices).ms < 0.0);
    QVERIFY(pacer.allowance(5000, Pace::Steady, {}, prices).ms > 0.0); // which time pays off
}

void TestPacer::aFastLiveIsReadFasterForAWhile()
{
    TickBudget fast;
    for (int group = 0; group < 12; ++group)
        fast.learn({20000, 30}, 23.0);
    QVERIFY(fast.msPerRead() < Pacer::fastMsPerRead);
    Pacer pacer;
    QCOMPARE(pacer.allowance(0, Pace::Scan, {}, fast).ms, Pacer::burstScanMs);
    const int reads = static_cast<int>(Pacer::burstScanMs / fast.msPerRead());
    qint64 now = 0;
    int bursts = 0;
    while (pacer.allowance(now += 100, Pace::Scan, {}, fast).ms == Pacer::burstScanMs) {
        pacer.spend({reads, 0}, fast);
        QVERIFY(++bursts < 100);
    }
    QCOMPARE(bursts, 14); // 43 ms more each, until 600 are gone
    QCOMPARE(pacer.allowance(now, Pace::Scan, {}, fast).ms, Pacer::scanMs);
}

void TestPacer::whatWaitsAlreadyCounts()
{
    const TickBudget prices;
    Pacer pacer;
    const ReadCost queued{100, 30};
    const Allowance left = pacer.allowance(0, Pace::Scan, queued, prices);
    QCOMPARE(left.ms, Pacer::scanMs - prices.msFor(queued));
    QCOMPARE(left.most.messages, Pacer::scanMessages - 30);
    QCOMPARE(left.most.reads, prices.mostReads() - 100);
}

int tst_pacer(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPacer>(argc, argv);
}

#include "tst_pacer.moc"
