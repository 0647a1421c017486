// SPDX-License-Identifier: GPL-3.0-or-later
// The scan plan: what of a set is read, in which order, how often, and what follows when things move.
#include "core/sync/plan/readjobs.h"
#include "core/sync/plan/setplan.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Kind = ReadJob::Kind;

namespace {

constexpr int planScenes = 128;

/// 24 tracks, of which the first four are on screen with twenty scenes; track 0 is MIDI, the others audio.
struct SetPlanFixture {
    LiveSet set;
    ReadPlan plan;
    PlanOptions options;

    explicit SetPlanFixture(bool expensive)
    {
        set.applyStructure(24, planScenes);
        for (int t = 0; t < set.trackCount(); ++t)
            set.apply(
                TrackIndex(t), t == 0 ? TrackField::HasMidiInput : TrackField::HasAudioInput, true);
        options.endVisible = 4;
        options.endVisibleScene = 20;
        options.sends = 2;
        options.expensive = expensive;
        planSet(plan, set, options);
    }

    /// In the order in which all of it is read for the first time.
    std::vector<ReadJob> order()
    {
        std::vector<ReadJob> out;
        const TickBudget prices;
        for (int step = 0; !plan.isComplete() && step < 5000; ++step) {
            // One at a time: what comes first is taken, however much it is.
            for (const ReadJob &job : plan.take(0, {1e9, {1 << 30, 1}}, prices)) {
                out.push_back(job);
                plan.finished(job, 0);
            }
        }
        return out;
    }
    /// Whether it is read then, if nothing stands against it.
    bool isDue(const ReadJob &job, qint64 now) const
    {
        ReadPlan then = plan;
        const auto jobs = then.take(now, {1e9, {1 << 30, 1 << 30}}, TickBudget());
        return std::ranges::find(jobs, job) != jobs.end();
    }
    int parts(Kind kind, int track) const
    {
        return static_cast<int>(plan.chunks(kind, TrackIndex(track)).size());
    }
};

/// The place of a job in the order of reading; far behind if it is not read at all.
std::ptrdiff_t place(const std::vector<ReadJob> &order, const ReadJob &job)
{
    return std::ranges::find(order, job) - order.begin();
}

} // namespace

class TestSetPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadFirst_data();
    void whatIsReadFirst();
    void partsAreAsLargeAsLiveIsFast();
    void whatIsPushedIsReadSeldom_data();
    void whatIsPushedIsReadSeldom();
    void partsCutAnewStayRead();
    void onlyAudioTracksAreAskedForAudio();
    void aSceneIsAskedForItsOwnTimesOnly();
    void whenReadingIsDear_data();
    void whenReadingIsDear();
    void manyDevicesArePolledMoreSeldom();
    void jobsFollowWhatMoved_data();
    void jobsFollowWhatMoved();
    void whatHasGoneStandsTogether();
};

void TestSetPlan::whatIsReadFirst_data()
{
    QTest::addColumn<ReadJob>("first");
    QTest::addColumn<ReadJob>("then");
    QTest::newRow("the structure before all") << ReadJob{Kind::Structure} << ReadJob{Kind::Song};
    QTest::newRow("tracks on screen before names")
        << ReadJob{Kind::Tracks, trackBlock(0, 16)} << ReadJob{Kind::Slots, trackChunk(0, 0)};
    QTest::newRow("names on screen before other tracks")
        << ReadJob{Kind::Slots, trackChunk(3, 0)} << ReadJob{Kind::Tracks, trackBlock(16, 24)};
    QTest::newRow("colours on screen before other names")
        << ReadJob{Kind::CellColors, TrackIndex(3)} << ReadJob{Kind::Slots, trackChunk(20, 0)};
    QTest::newRow("all names before the rest of any clip")
        << ReadJob{Kind::Slots, trackChunk(23, 0)} << ReadJob{Kind::Slots, trackChunk(0, 2)};
    QTest::newRow("clips before the mixer")
        << ReadJob{Kind::Slots, trackChunk(23, 2)} << ReadJob{Kind::Mixer, TrackIndex(0)};
    QTest::newRow("the mixer before scenes")
        << ReadJob{Kind::Mixer, TrackIndex(23)} << ReadJob{Kind::Scene, SceneIndex(0)};
    QTest::newRow("devices last") << ReadJob{Kind::Routing, trackChunk(23, 3)}
                                  << ReadJob{Kind::Devices, TrackIndex(0)};
}

void TestSetPlan::whatIsReadFirst()
{
    QFETCH(ReadJob, first);
    QFETCH(ReadJob, then);
    SetPlanFixture plan(true);
    const std::vector<ReadJob> order = plan.order();
    QVERIFY(plan.plan.isComplete());
    QVERIFY(place(order, then) < std::ssize(order));
    QVERIFY(place(order, first) < place(order, then));
}

void TestSetPlan::partsAreAsLargeAsLiveIsFast()
{
    const SetPlanFixture expensive(true);
    const SetPlanFixture cheap(false);
    QCOMPARE(expensive.parts(Kind::Slots, 1), 16); // an attribute each: it costs Live 15 ms
    QCOMPARE(cheap.parts(Kind::Slots, 1), 3); // what a cell shows, then what a datagram holds
    const auto reads = [](const SetPlanFixture &plan, int part) {
        return plan.plan.costOf({Kind::Slots, trackChunk(1, part)}).reads;
    };
    QVERIFY(reads(cheap, 0) > 2 * reads(expensive, 0)); // name, colour and whether it is muted
    QVERIFY(reads(cheap, 1) > 5 * reads(expensive, 1)); // the loop
}

/// Of a track on screen: the names, the loop, and what no listener tells of.
void TestSetPlan::whatIsPushedIsReadSeldom_data()
{
    QTest::addColumn<bool>("pushed");
    QTest::addColumn<bool>("clipsPushed");
    QTest::addColumn<std::vector<qint64>>("dueAfterMs"); // in order of the parts
    QTest::newRow("no pushes reach us") << false << false << std::vector<qint64>{1400, 2800, 2800};
    QTest::newRow("its clips are not listened to yet")
        << true << false << std::vector<qint64>{1400, 2800, 2800};
    QTest::newRow("its clips are listened to")
        << true << true << std::vector<qint64>{2500, 10000, 2800};
}

void TestSetPlan::whatIsPushedIsReadSeldom()
{
    QFETCH(bool, pushed);
    QFETCH(bool, clipsPushed);
    QFETCH(std::vector<qint64>, dueAfterMs);
    SetPlanFixture plan(false);
    plan.order();
    plan.options.pushed = pushed;
    plan.options.clipsPushed = clipsPushed;
    planSet(plan.plan, plan.set, plan.options);
    const qint64 readAt = plan.plan.readAt({Kind::Slots, trackChunk(1, 0)});
    for (int part = 0; part < std::ssize(dueAfterMs); ++part) {
        const qint64 due = readAt + dueAfterMs[static_cast<std::size_t>(part)];
        QVERIFY2(!plan.isDue({Kind::Slots, trackChunk(1, part)}, due - 1),
            qPrintable(QString::number(part)));
        QVERIFY2(plan.isDue({Kind::Slots, trackChunk(1, part)}, due + 1),
            qPrintable(QString::number(part)));
    }
}

void TestSetPlan::partsCutAnewStayRead()
{
    SetPlanFixture plan(true);
    plan.order();
    plan.options.expensive = false;
    planSet(plan.plan, plan.set, plan.options);
    QCOMPARE(plan.parts(Kind::Slots, 1), 3);
    QVERIFY(plan.plan.isComplete()); // no second first reading, when only the machine got faster
}

void TestSetPlan::onlyAudioTracksAreAskedForAudio()
{
    const SetPlanFixture plan(true);
    QCOMPARE(plan.parts(Kind::AudioClips, 0), 0);
    QCOMPARE(plan.parts(Kind::AudioClips, 1), 9);
    QCOMPARE(plan.parts(Kind::GroupSlots, 1), 0);
}

void TestSetPlan::aSceneIsAskedForItsOwnTimesOnly()
{
    SetPlanFixture plan(false);
    const ReadJob times{Kind::SceneTimes, SceneIndex(5)};
    const auto isPlanned = [&](SceneField field, bool on) {
        plan.set.apply(SceneIndex(5), field, on);
        planSceneTimes(plan.plan, plan.set, SceneIndex(5), plan.options);
        return plan.plan.contains(times);
    };
    QVERIFY(!plan.plan.contains(times));
    QVERIFY(isPlanned(SceneField::TempoEnabled, true));
    QVERIFY(isPlanned(SceneField::TimeSignatureEnabled, true));
    QVERIFY(isPlanned(SceneField::TempoEnabled, false)); // it still has a signature
    QVERIFY(!isPlanned(SceneField::TimeSignatureEnabled, false));
}

void TestSetPlan::whenReadingIsDear_data()
{
    QTest::addColumn<bool>("wasExpensive");
    QTest::addColumn<double>("msPerRead");
    QTest::addColumn<bool>("expensive");
    QTest::newRow("Live 12") << true << 0.06 << true;
    QTest::newRow("a fast machine") << true << 0.001 << false;
    QTest::newRow("between, it stays expensive") << true << 0.004 << true;
    QTest::newRow("between, it stays cheap") << false << 0.004 << false;
    QTest::newRow("it got slow") << false << 0.02 << true;
}

void TestSetPlan::whenReadingIsDear()
{
    QFETCH(bool, wasExpensive);
    QFETCH(double, msPerRead);
    QTEST(isExpensive(wasExpensive, msPerRead), "expensive");
}

void TestSetPlan::manyDevicesArePolledMoreSeldom()
{
    // How many readings of one device's parameters fall due within a minute, with so many on each of 24 tracks.
    const auto readings = [](int devices) {
        SetPlanFixture plan(true);
        plan.set.applyDevices(
            TrackIndex(0), std::vector<Device>(static_cast<std::size_t>(devices)));
        planParameters(plan.plan, plan.set, TrackIndex(0), plan.options);
        const ReadJob job{Kind::ParameterValues, deviceId(0, 0)};
        int count = 0;
        for (qint64 now = 0; now < 60000; now += 100) {
            for (const ReadJob &taken :
                plan.plan.take(now, {1e9, {1 << 30, 1 << 30}}, TickBudget())) {
                count += taken == job ? 1 : 0;
                plan.plan.finished(taken, now);
            }
        }
        return count;
    };
    QVERIFY(readings(1) > 20);
    QVERIFY(readings(8) < 6);
}

void TestSetPlan::jobsFollowWhatMoved_data()
{
    QTest::addColumn<ReadJob>("before");
    QTest::addColumn<bool>("isLeft");
    QTest::addColumn<ReadJob>("after");
    // Track 2 is gone and so track 3 became 2; scene 5 went to 0.
    QTest::newRow("the song stays") << ReadJob{Kind::Song} << true << ReadJob{Kind::Song};
    QTest::newRow("a track's slots")
        << ReadJob{Kind::Slots, trackChunk(3, 1)} << true << ReadJob{Kind::Slots, trackChunk(2, 1)};
    QTest::newRow("of a track that is gone")
        << ReadJob{Kind::Mixer, TrackIndex(2)} << false << ReadJob{};
    QTest::newRow("one clip") << ReadJob{Kind::Cell, slotId(3, 5)} << true
                              << ReadJob{Kind::Cell, slotId(2, 0)};
    QTest::newRow("a scene") << ReadJob{Kind::Scene, SceneIndex(5)} << true
                             << ReadJob{Kind::Scene, SceneIndex(0)};
    QTest::newRow("blocks are planned anew")
        << ReadJob{Kind::Tracks, trackBlock(0, 16)} << false << ReadJob{};
}

void TestSetPlan::jobsFollowWhatMoved()
{
    QFETCH(ReadJob, before);
    QFETCH(bool, isLeft);
    QFETCH(ReadJob, after);
    const auto trackNow = [](int old) { return old < 2 ? old : old == 2 ? -1 : old - 1; };
    const auto sceneNow = [](int old) { return old == 5 ? 0 : old < 5 ? old + 1 : old; };
    const std::optional<ReadJob> moved = jobAfterMove(before, trackNow, sceneNow);
    QCOMPARE(moved.has_value(), isLeft);
    if (isLeft)
        QVERIFY(*moved == after);
}

void TestSetPlan::whatHasGoneStandsTogether()
{
    std::vector<ReadJob> jobs{{Kind::Mixer, TrackIndex(1)}, {Kind::Mixer, TrackIndex(2)},
        {Kind::Song}, {Kind::Scene, SceneIndex(0)}, {Kind::Sends, TrackIndex(1)},
        {Kind::Sends, TrackIndex(2)}};
    sortByObject(jobs);
    const std::vector<ReadJob> sorted{{Kind::Song}, {Kind::Scene, SceneIndex(0)},
        {Kind::Mixer, TrackIndex(1)}, {Kind::Sends, TrackIndex(1)}, {Kind::Mixer, TrackIndex(2)},
        {Kind::Sends, TrackIndex(2)}};
    QVERIFY(jobs == sorted);
}

int tst_setplan(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSetPlan>(argc, argv);
}

#include "tst_setplan.moc"
