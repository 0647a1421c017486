// SPDX-License-Identifier: GPL-3.0-or-later
// How long a set at rest waits for its readings, when the plan, the pace and what Live costs are played through.
#include "core/sync/plan/pacer.h"
#include "core/sync/plan/setplan.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Kind = ReadJob::Kind;

namespace {

/// What a touch of Live's API and a message take.
struct Price {
    double msPerRead;
    double msPerMessage;
};

constexpr Price rig{0.003, 0.05};
constexpr Price live12{0.06, 0.1};

TickBudget budgetAt(const Price &price)
{
    TickBudget out;
    for (int i = 0; i < 20; ++i) {
        for (const ReadCost &size : {ReadCost{600, 10}, ReadCost{200, 100}})
            out.learn(size, price.msPerRead * size.reads + price.msPerMessage * size.messages);
    }
    return out;
}

/// Fourteen tracks and twenty scenes are on screen. All has been read; nothing happens.
class RestingSet {
public:
    RestingSet(int tracks, int scenes, const Price &price)
        : m_prices(budgetAt(price))
    {
        m_set.applyStructure(tracks, scenes);
        for (int t = 0; t < tracks; ++t) {
            const bool isGroup = t % groupEvery == 0;
            m_set.apply(
                TrackIndex(t), isGroup ? TrackField::IsFoldable : TrackField::HasMidiInput, true);
            for (int s = 0; s < scenes && !isGroup; ++s) {
                if ((t + s) % 5 < 2)
                    m_set.applyHasClip(slotId(t, s), true);
            }
            m_set.applyDevices(TrackIndex(t), std::vector<Device>(1));
        }
        m_options.endVisible = tracksShown;
        m_options.endVisibleScene = 20;
        m_options.sends = 2;
        m_options.clipsPushed = true;
        m_options.expensive = isExpensive(true, m_prices.msPerRead());
        planSet(m_plan, m_set, m_options);
        for (int t = 0; t < tracks; ++t)
            planParameters(m_plan, m_set, TrackIndex(t), m_options);
        while (!m_plan.isComplete()) {
            for (const ReadJob &job : m_plan.take(0, {1e9, {1 << 30, 1 << 30}}, m_prices))
                end(job, 0);
        }
    }

    /// Two minutes go by.
    void rest()
    {
        constexpr qint64 end = 120000;
        constexpr qint64 twoTicks = 200;
        for (qint64 now = twoTicks; now <= end; now += twoTicks) {
            ReadCost asked;
            const Allowance left = m_pacer.allowance(now, Pace::Steady, asked, m_prices);
            for (const ReadJob &job : m_plan.take(now, left, m_prices)) {
                asked += m_plan.costOf(job);
                this->end(job, now);
            }
            m_pacer.spend(asked, m_prices);
        }
        for (auto &[job, readAt] : m_readAt)
            m_longest[job] = std::max(m_longest[job], end - readAt);
    }

    qint64 longestWait(const ReadJob &job) const { return m_longest.at(job); }
    /// Of one part of what the tracks have in their slots.
    qint64 longestOfPart(int part, int firstTrack, int endTrack) const
    {
        qint64 out = 0;
        for (int t = firstTrack; t < endTrack; ++t) {
            if (const auto found = m_longest.find({Kind::Slots, trackChunk(t, part)});
                found != m_longest.end())
                out = std::max(out, found->second);
        }
        return out;
    }
    int trackCount() const { return m_set.trackCount(); }

    static constexpr int tracksShown = 14;
    static constexpr int groupEvery = 8;

private:
    void end(const ReadJob &job, qint64 now)
    {
        const qint64 before = m_readAt.contains(job) ? m_readAt[job] : now;
        m_longest[job] = std::max(m_longest[job], now - before);
        m_readAt[job] = now;
        m_plan.finished(job, now);
    }

    LiveSet m_set;
    TickBudget m_prices;
    PlanOptions m_options;
    ReadPlan m_plan;
    Pacer m_pacer;
    std::map<ReadJob, qint64> m_readAt;
    std::map<ReadJob, qint64> m_longest;
};

} // namespace

Q_DECLARE_METATYPE(Price)

class TestPlanAtRest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsOnScreenIsNotLate_data();
    void whatIsOnScreenIsNotLate();
};

void TestPlanAtRest::whatIsOnScreenIsNotLate_data()
{
    QTest::addColumn<int>("tracks");
    QTest::addColumn<int>("scenes");
    QTest::addColumn<Price>("price");
    QTest::addColumn<qint64>("namesWithin"); // of what cells on screen show
    QTest::newRow("a small set") << 16 << 32 << rig << qint64(4000);
    QTest::newRow("64 by 128") << 64 << 128 << rig << qint64(4000);
    QTest::newRow("64 by 200") << 64 << 200 << rig << qint64(4000);
    QTest::newRow("256 by 128") << 256 << 128 << rig << qint64(10000);
    QTest::newRow("a small set, Live 12") << 16 << 32 << live12 << qint64(20000);
    QTest::newRow("64 by 128, Live 12") << 64 << 128 << live12 << qint64(60000);
}

void TestPlanAtRest::whatIsOnScreenIsNotLate()
{
    QFETCH(int, tracks);
    QFETCH(int, scenes);
    QFETCH(Price, price);
    QFETCH(qint64, namesWithin);
    RestingSet set(tracks, scenes, price);
    set.rest();
    constexpr qint64 boundMs = 3000;
    constexpr int shown = RestingSet::tracksShown;
    const qint64 names = set.longestOfPart(0, 0, shown);
    qInfo("names on screen %lld ms, the rest of clips %lld ms, names off screen %lld ms", names,
        set.longestOfPart(1, 0, shown), set.longestOfPart(0, shown, set.trackCount()));
    QVERIFY(names <= namesWithin);
    // What Live does not push, and everybody sees.
    for (const ReadJob &job :
        {ReadJob{Kind::Structure}, ReadJob{Kind::Locators}, ReadJob{Kind::Fold, TrackIndex(0)},
            ReadJob{Kind::Fold, TrackIndex(RestingSet::groupEvery)}}) {
        QVERIFY2(set.longestWait(job) <= boundMs,
            qPrintable(QString::number(static_cast<int>(job.kind)) + u' '
                + QString::number(set.longestWait(job))));
    }
    QVERIFY(set.longestWait({Kind::SongTime}) <= boundMs);
    QVERIFY(set.longestWait({Kind::Sends, TrackIndex(0)}) <= boundMs);
}

int tst_planatrest(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPlanAtRest>(argc, argv);
}

#include "tst_planatrest.moc"
